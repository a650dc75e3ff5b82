import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type Route,
} from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { addJob } from "../../../platform/jobs.ts";
import type { FormState } from "../../../ui/index.ts";
import { publish } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
import { isUuid } from "../../people/index.ts";
import { cleaned } from "../reading/clean.ts";
import { firstItems } from "../record/items.ts";
import {
  neighboursOf,
  removeNeighbour,
  setName,
  setState,
  type Neighbour,
} from "../record/queries.ts";
import { refreshTask } from "../refresh.ts";
import { urls } from "../urls.ts";
import { addressField } from "./list-page.tsx";
import { deskAnswer, look, rehearse } from "./looking.ts";
import { nameField, onePage } from "./one-page.tsx";
import { exchangeStaff } from "./who.ts";

const itemsShown = 10;

/** Which neighbours the directory looks at. */
export const deskRoutes: Route[] = [
  get(urls.desk, exchangeStaff, (ask) => {
    // The address of a neighbour just stopped, to follow it again.
    const address = ask.query.get("adresse") ?? "";
    return deskAnswer(
      ask,
      address ? { values: { [addressField]: address }, errors: {} } : undefined,
    );
  }),
  postPrepared(urls.desk, exchangeStaff, 20_000, look, rehearse),
  get(urls.one(":id"), exchangeStaff, async (ask) => answerOne(ask, await requireOne(ask))),
  post(urls.following(":id"), exchangeStaff, follow),
  post(urls.now(":id"), exchangeStaff, async (ask) => {
    const one = await requireFollowed(ask);
    await readSoon(ask, one, {});
    return back(ask, one, "now");
  }),
  post(urls.belief(":id"), exchangeStaff, async (ask) => {
    const one = await requireFollowed(ask);
    await note(ask, one, "believed", {});
    await readSoon(ask, one, { believing: "on" });
    return back(ask, one, "now");
  }),
  post(urls.pause(":id"), exchangeStaff, async (ask) => {
    const one = await requireOne(ask);
    if (one.state === "rehearsed") return notFound();
    const paused = ask.form.get("paused") === "on";
    await setState(ask.tx, one.id, paused ? "paused" : "followed");
    await note(ask, one, paused ? "paused" : "resumed", {});
    if (!paused && ask.tenant.outside.neighbours) await readSoon(ask, one, {});
    return back(ask, one, paused ? "paused" : "resumed");
  }),
  post(urls.stop(":id"), exchangeStaff, stop),
];

/** Follows what was looked at, under a name; followed already, it is only named. */
async function follow(ask: Ask): Promise<Answer> {
  const one = await requireOne(ask);
  const rehearsed = one.state === "rehearsed";
  if (rehearsed && !ask.tenant.outside.neighbours) return notFound();
  const name = cleaned(ask.form.get(nameField), 120);
  if (!name)
    return answerOne(
      ask,
      one,
      formState(ask.form, [{ field: nameField, sentence: ask.t("exchangedesk:nameMissing") }]),
    );
  await setName(ask.tx, one.id, name);
  if (rehearsed) await setState(ask.tx, one.id, "followed");
  const change = { name: { old: rehearsed ? null : one.name, new: name } };
  await note(ask, one, rehearsed ? "followed" : "renamed", change);
  await publish(ask.tx);
  return back(ask, one, rehearsed ? "followed" : "renamed");
}

async function stop(ask: Ask): Promise<Answer> {
  const one = await requireOne(ask);
  await removeNeighbour(ask.tx, one.id);
  if (one.state === "rehearsed") return redirect(ask.view.href(urls.desk), "exchangedesk.dropped");
  await note(ask, one, "stopped", { address: { old: one.address, new: null } });
  await publish(ask.tx);
  return redirect(ask.view.href(urls.again(one.address)), "exchangedesk.stopped");
}

async function answerOne(ask: Ask, one: Neighbour, wrong?: FormState): Promise<Answer> {
  const form = wrong ?? { values: { [nameField]: one.name }, errors: {} };
  const first = await firstItems(ask.tx, one.id, itemsShown);
  const seen = { one, ...first, allowed: ask.tenant.outside.neighbours, form };
  return page(onePage(ask.view, seen), wrong ? 422 : 200);
}

async function requireOne(ask: Ask): Promise<Neighbour> {
  const id = ask.params["id"] ?? "";
  const [one] = isUuid(id) ? await neighboursOf(ask.tx, { id }) : [];
  return one ?? notFound();
}

/** One that may be read now. */
async function requireFollowed(ask: Ask): Promise<Neighbour> {
  const one = await requireOne(ask);
  return one.state === "followed" && ask.tenant.outside.neighbours ? one : notFound();
}

const readSoon = (ask: Ask, { id }: Neighbour, how: Record<string, string>) =>
  addJob(ask.tx, refreshTask, { neighbour: id, ...how }, { key: `${refreshTask}:${id}` });

const note = (ask: Ask, { id }: Neighbour, done: string, change: Record<string, unknown>) =>
  record(ask.tx, {
    actor: { kind: "person", id: requirePerson(ask).id },
    at: ask.now,
    subject: { kind: "neighbour", id },
    action: `neighbour.${done}`,
    change,
  });

const back = (ask: Ask, { id }: Neighbour, notice: string): Answer =>
  redirect(ask.view.href(urls.one(id)), `exchangedesk.${notice}`);
