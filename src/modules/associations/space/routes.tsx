import { act } from "../../../platform/db/database.ts";
import { dayOf } from "../../../platform/clock.ts";
import { file, notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { publish } from "../../communes/index.ts";
import { entriesOf, type HistoryLine } from "../../journal/index.ts";
import { isUuid } from "../../people/index.ts";
import { sectionStates } from "../freshness/queries.ts";
import { namesOf } from "../history/queries.ts";
import { undoEntries } from "../history/undo.ts";
import { fieldWords, peopleIn } from "../history/words.tsx";
import { waitingInvitations } from "../members/invitations.ts";
import { keeperInSpace, requireAll, type Keeper } from "../members/keeper.ts";
import { reviewOf } from "../members/queries.ts";
import { mayDo, reviewDue } from "../members/rules.ts";
import { situationOf } from "../record/queries.ts";
import { textsOf } from "../translations/queries.ts";
import { languagesToReread } from "../translations/rules.ts";
import { urls } from "../urls.ts";
import { recordTable, wholeFile } from "./export.ts";
import { homePage } from "./home-page.tsx";
import { dataPage, spaceHistoryPage } from "./other-pages.tsx";
import { historyOfSpace, referentOf, viewsByMonth } from "./queries.ts";
import { mayTakeBack } from "./rules.ts";

const writes = (ask: Ask, { association }: Keeper): boolean =>
  mayDo(
    requirePerson(ask).associations.find(({ id }) => id === association.id),
    "listing",
  );

const requireSituation = async (ask: Ask, { association }: Keeper) =>
  (await situationOf(ask.tx, association.id)) ?? notFound();

async function home(ask: Ask): Promise<Answer> {
  const keeper = await keeperInSpace(ask);
  const { record, id } = await requireSituation(ask, keeper);
  const today = dayOf(ask.now);
  const states = await sectionStates(ask.tx, id, today);
  const review = await reviewOf(ask.tx, id);
  return page(
    homePage(ask.view, {
      keeper,
      writes: writes(ask, keeper),
      stale: states.filter(({ level }) => level !== "up_to_date"),
      toReread: languagesToReread(await textsOf(ask.tx, id), record),
      reviewDue: review !== undefined && reviewDue(today, review),
      waiting: (await waitingInvitations(ask.tx, id)).length,
      months: await viewsByMonth(ask.tx, id, ask.now),
      referent: await referentOf(ask.tx, record.referent),
    }),
  );
}

const mostLines = 100;

async function history(ask: Ask, keeper: Keeper, refused?: string): Promise<Answer> {
  const lines = await historyOfSpace(ask.tx, keeper.association.id, mostLines);
  const body = spaceHistoryPage(ask.view, {
    keeper,
    lines,
    names: await namesOf(ask.tx, lines.flatMap(peopleIn)),
    mayUndo: (line) => mayUndo(ask, keeper, line),
    refused,
  });
  return page(body, refused ? 422 : 200);
}

const mayUndo = (ask: Ask, keeper: Keeper, line: HistoryLine): boolean =>
  writes(ask, keeper) && mayTakeBack(line, keeper.may === "all");

async function undo(ask: Ask): Promise<Answer> {
  const keeper = await keeperInSpace(ask);
  const entry = ask.params["entry"] ?? "";
  const [line] = isUuid(entry) ? await entriesOf(ask.tx, [entry]) : [];
  if (line?.subject.kind !== "association" || line.subject.id !== keeper.association.id)
    return notFound();
  if (!mayUndo(ask, keeper, line)) return notFound();
  const actor = { kind: "person", id: keeper.personId } as const;
  const origin = { source: "association", at: ask.now, actor } as const;
  const outcome = await act(ask.tx, {}, async () => (await undoEntries(ask.tx, [line], origin))[0]);
  const done = "done" in outcome ? outcome.done : undefined;
  if (done && "refused" in done) {
    const words = (done.fields ?? []).map((field) => fieldWords(ask.t, field)).join(", ");
    return history(ask, keeper, ask.t(`registry:history.refused.${done.refused}`, { fields: words })); // prettier-ignore
  }
  await publish(ask.tx);
  return redirect(ask.view.href(urls.spaceHistory(keeper.association.id)), "registry.undone");
}

/** The space of an association: its home, its history, its data. */
export const spaceRoutes: Route[] = [
  get(urls.spaceListing(":id"), associationMember, home),
  get(urls.spaceHistory(":id"), associationMember, async (ask) =>
    history(ask, await keeperInSpace(ask)),
  ),
  post(urls.spaceUndo(":id", ":entry"), associationMember, undo),
  get(urls.spaceData(":id"), associationMember, async (ask) =>
    page(dataPage(ask.view, requireAll(await keeperInSpace(ask)))),
  ),
  get(urls.spaceDataFile(":id"), associationMember, async (ask) => {
    const situation = await requireSituation(ask, requireAll(await keeperInSpace(ask)));
    const body = await wholeFile(ask, situation);
    return file(body, "application/json; charset=utf-8", `${situation.slug}.json`);
  }),
  get(urls.spaceDataTable(":id"), associationMember, async (ask) => {
    const situation = await requireSituation(ask, requireAll(await keeperInSpace(ask)));
    const body = await recordTable(ask, situation);
    return file(body, "text/csv; charset=utf-8", `${situation.slug}.csv`);
  }),
];
