import { addDays, dayOf } from "../../platform/clock.ts";
import { page, redirect } from "../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../platform/http/ask.ts";
import type { SiteParts } from "../../platform/http/parts.ts";
import { anyStaff } from "../../platform/http/person.ts";
import type { Waiting } from "../../modules/communes/index.ts";
import { collectQueue, sliceOf } from "./collect.ts";
import { pageSize, queuePage } from "./pages.tsx";
import { colleagues, doneToday, give, putOff, takeBack } from "./queries.ts";
import { delays, following, isDelay, readSlice, screenOf, writeSlice } from "./rules.ts";
import { queueUrls } from "./urls.ts";

type Rooms = readonly Waiting[];

/** Where a screen stands in the queue, and where one goes after it. */
export const queuePlaces = (rooms: Rooms): NonNullable<SiteParts["queue"]> => ({
  path: queueUrls.all,
  place: async (ask, { key, slice }) => {
    const items = sliceOf(ask, await collectQueue(ask, rooms), readSlice(slice));
    const rank = items.findIndex((item) => item.key === key) + 1;
    return { key, slice, rank, count: items.length };
  },
  after: queueUrls.after,
});

const actBy = (ask: Ask) => ({ by: requirePerson(ask).id, at: ask.now });

async function answerQueue(ask: Ask, rooms: Rooms, problem?: string) {
  const queue = await collectQueue(ask, rooms);
  const slice = readSlice(ask.query.get("dans") ?? ask.form.get("dans"));
  const asked = Math.trunc(Number(ask.query.get("page"))) || 1;
  const items = sliceOf(ask, queue, slice);
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const person = requirePerson(ask);
  const body = queuePage(ask.view, {
    ...queue,
    slice,
    items,
    page: Math.min(Math.max(asked, 1), pages),
    pages,
    me: person.id,
    team: await colleagues(ask.tx),
    done: await doneToday(ask.tx, person.id, dayOf(ask.now)),
    problem,
  });
  return page(body, problem ? 422 : 200);
}

export const queueRoutes = (rooms: Rooms): Route[] => [
  get(queueUrls.all, anyStaff, (ask) => answerQueue(ask, rooms)),

  get(queueUrls.next, anyStaff, async (ask) => {
    const slice = readSlice(ask.query.get("dans"));
    const items = sliceOf(ask, await collectQueue(ask, rooms), slice);
    const next = following(items, {
      key: ask.query.get("apres") ?? "",
      rank: Math.trunc(Number(ask.query.get("rang"))) || 1,
      pass: ask.query.get("passer") === "1",
    });
    const words = writeSlice(slice);
    const path = next ? screenOf(next, words) : queueUrls.slice(words);
    return redirect(ask.view.href(path), ask.query.get("fait") ?? undefined);
  }),

  post(queueUrls.later, anyStaff, async (ask) => {
    const key = ask.form.get("cle");
    const when = ask.form.get("quand");
    const known = (await collectQueue(ask, rooms)).waiting.some((item) => item.key === key);
    if (!known || !isDelay(when)) return answerQueue(ask, rooms, ask.t("desk:queue.gone"));
    await putOff(ask.tx, key, addDays(dayOf(ask.now), delays[when]), actBy(ask));
    const place = ask.view.queue;
    return redirect(
      ask.view.href(place ? queueUrls.after(place) : queueUrls.all),
      `desk.later_${when}`,
    );
  }),

  post(queueUrls.again, anyStaff, async (ask) => {
    const key = ask.form.get("cle");
    const known = (await collectQueue(ask, rooms)).later.some((item) => item.key === key);
    if (!known) return answerQueue(ask, rooms, ask.t("desk:queue.gone"));
    await takeBack(ask.tx, key, actBy(ask));
    return redirect(ask.view.href(queueUrls.slice(ask.form.get("dans") || "moi")), "desk.again");
  }),

  post(queueUrls.give, anyStaff, async (ask) => {
    const { waiting } = await collectQueue(ask, rooms);
    const keys = waiting.map(({ key }) => key).filter((key) => ask.form.all("cle").includes(key));
    const agent = ask.form.get("agent");
    if (!keys.length) return answerQueue(ask, rooms, ask.t("desk:queue.tickSome"));
    const team = await colleagues(ask.tx);
    if (agent && !team.some(({ id }) => id === agent))
      return answerQueue(ask, rooms, ask.t("desk:queue.whom"));
    await give(ask.tx, keys, agent || null, actBy(ask));
    return redirect(ask.view.href(queueUrls.slice(ask.form.get("dans") || "moi")), "desk.given");
  }),
];
