import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask, type House, type Tenant } from "../../../platform/http/ask.ts";
import { formState, type Typed } from "../../../platform/http/form.ts";
import { act } from "../../../platform/db/database.ts";
import { underLimit } from "../../../platform/rate-limit.ts";
import { staff } from "../../../platform/http/person.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { linkOf } from "../reading/clean.ts";
import { announcedName, findFeed } from "../reading/find.ts";
import { feedLimits, type Feed, type FeedLimits } from "../reading/feed.ts";
import { digestOf, keepItems } from "../record/items.ts";
import { addNeighbour, neighboursOf, removeNeighbour, type Failure } from "../record/queries.ts";
import { readerOf, withoutOurs } from "../refresh.ts";
import { urls } from "../urls.ts";
import { addressField, deskListPage } from "./list-page.tsx";

type Refusal = Failure | "missing" | "off" | "often" | "known" | "empty";
export type Looked = { feed: Feed; name: string } | { refused: Refusal };

/** Addresses one commune may have looked at, in an hour. */
const most = 30;

/** Who may turn the reading on. */
const administrators = staff();

/** Somebody waits in front of the screen. */
const rehearsalLimits: FeedLimits = { ...feedLimits, seconds: 25, pageSeconds: 10 };

/** Reads the list of an address somebody gave, before anything is written. */
export async function look(
  form: Typed,
  house: House,
  tenant: Tenant,
  { origin }: { origin: string },
): Promise<Looked> {
  if (!tenant.outside.neighbours) return { refused: "off" };
  const address = addressOf(form);
  if (!address) return { refused: "missing" };
  if (!linkOf(address)) return { refused: "address" };
  if (new URL(address).host === new URL(origin).host) return { refused: "own" };
  const now = house.clock.now();
  if (!(await underLimit(house.database, tenant.id, "neighbour_address", most, 60, now)))
    return { refused: "often" };
  const reader = readerOf(house, rehearsalLimits);
  const read = await findFeed(reader, address);
  if (!("done" in read)) return { refused: "refused" in read ? read.refused : "answer" };
  return { feed: read.done, name: await announcedName(reader, read.done.address) };
}

/** People give an address as they say it, without its beginning. */
function addressOf(form: Typed): string {
  const typed = form.get(addressField);
  return !typed || /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
}

/** Keeps what was read for the agent to look at, or says why not. */
export async function rehearse(ask: Ask, looked: Looked): Promise<Answer> {
  if ("refused" in looked) return refuse(ask, looked.refused);
  const { gathered, address, marks } = looked.feed;
  if (await withoutOurs(ask.tx, gathered)) return refuse(ask, "own");
  const items = [...gathered.items.values()];
  if (!items.length) return refuse(ask, "empty");
  const [known] = await neighboursOf(ask.tx, { address });
  if (known && known.state !== "rehearsed") return refuse(ask, "known");
  if (known) await removeNeighbour(ask.tx, known.id);
  const read = { address, marks, digest: digestOf(items), leftOut: gathered.leftOut };
  const added = await act(ask.tx, { neighbour_once: "known" as const }, () =>
    addNeighbour(ask.tx, { ...read, name: looked.name }, ask.now),
  );
  if ("refused" in added) return refuse(ask, added.refused);
  await keepItems(ask.tx, added.done, items, ask.house.words("fr"));
  return redirect(ask.view.href(urls.one(added.done)));
}

const refuse = (ask: Ask, refused: Refusal): Promise<Answer> =>
  deskAnswer(
    ask,
    formState(ask.form, [
      { field: addressField, sentence: ask.t(`exchangedesk:failure.${refused}`) },
    ]),
  );

export async function deskAnswer(ask: Ask, form: FormState = blankForm): Promise<Answer> {
  const seen = {
    neighbours: await neighboursOf(ask.tx),
    allowed: ask.tenant.outside.neighbours,
    administrator: administrators.allows(requirePerson(ask)),
    form,
  };
  return page(deskListPage(ask.view, seen), Object.keys(form.errors).length ? 422 : 200);
}
