import { notFound, page, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { anyStaff } from "../../../platform/http/person.ts";
import { dayOf } from "../../../platform/clock.ts";
import { awayOn } from "../../people/index.ts";
import { historyOf } from "../../journal/index.ts";
import { namesOf } from "../history/queries.ts";
import { peopleIn } from "../history/words.tsx";
import { membersOf } from "../members/queries.ts";
import { situationOf } from "../record/queries.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { notesOf } from "../notes/queries.ts";
import { prioritiesOf } from "../priority/queries.ts";
import { duplicateJudges, mayReadContacts, mayWrite } from "../rights.ts";
import { allTools } from "../tools/list.ts";
import { needName } from "../tools/need-pages.tsx";
import type { ToolsPart } from "../tools/part.ts";
import { answersOf, lackedIn, openNeeds } from "../tools/queries.ts";
import { designationsOf } from "../designations/queries.ts";
import { designators } from "../designations/routes.ts";
import { supportOf } from "../support/queries.ts";
import { textsOf } from "../translations/queries.ts";
import { urls } from "../urls.ts";
import { addressMarks } from "../reminders/addresses.ts";
import { situationPage } from "./pages.tsx";
import { confirmations, venueLines, waitingAbout, waitingClaims } from "./queries.ts";

/** `parts`: what other rooms have for what an association lacks, said while the page is read, not over a refused form. */
export const situationRoutes = (parts: readonly ToolsPart[]): Route[] => [
  get(urls.one(":id"), anyStaff, (ask) => showSituation(ask, undefined, undefined, parts)),
];

/** A note that was not kept offers to be kept by who read why. */
function warnedForm(ask: Ask, problems: readonly Problem[]): FormState {
  const form = formState(ask.form, problems);
  return { ...form, values: { ...form.values, warned: "yes" } };
}

/** The record of the address, whole; `problems` are those of the form that notes a phone call, `noted` those of a note. */
export async function showSituation(
  ask: Ask,
  problems?: readonly Problem[],
  noted?: readonly Problem[],
  parts: readonly ToolsPart[] = [],
): Promise<Answer> {
  const { tx } = ask;
  const situation = (await situationOf(tx, ask.params["id"] ?? "")) ?? notFound();
  const { id, record, provenance } = situation;
  const tools = await allTools(tx);
  const lacks = parts.length ? lackedIn(await answersOf(tx, id)) : [];
  const latest = await historyOf(tx, "association", id, 3);
  const people = [
    record.referent,
    ...Object.values(provenance).map((mark) => mark.by),
    ...latest.flatMap(peopleIn),
  ];
  const body = situationPage(ask.view, {
    situation,
    venues: await venueLines(tx, id),
    confirmed: await confirmations(tx, id),
    marks: await addressMarks(tx, id),
    waiting: await waitingAbout(tx, id),
    priority: (await prioritiesOf(tx, [id]))[0],
    away: (await awayOn(tx, dayOf(ask.now))).get(record.referent ?? ""),
    designations: (await designationsOf(tx, [id])).get(id) ?? [],
    mayDesignate: designators.allows(ask.person),
    needs: (await openNeeds(tx, [id])).map((need) => ({
      id: need.id,
      words: needName(ask.view, tools, need.tool),
    })),
    toolsAdded: await Promise.all(
      parts.map((part) => part.brief(ask, { id, name: record.name, lacks })),
    ),
    support: await supportOf(tx, id),
    notes: mayWrite(ask.person) ? await notesOf(tx, id) : [],
    noting: noted ? warnedForm(ask, noted) : blankForm,
    me: ask.person?.id,
    members: await membersOf(tx, id),
    texts: await textsOf(tx, id),
    claims: await waitingClaims(tx, id),
    latest,
    names: await namesOf(tx, people),
    mayWrite: mayWrite(ask.person),
    mayReadContacts: mayReadContacts(ask.person),
    mayJudgeDuplicates: duplicateJudges.allows(ask.person),
    provenanceOpen: /^registry\.(un)?locked$/.test(ask.query.get("fait") ?? ""),
    phoned: formState(ask.form, problems),
  });
  return page(body, (problems ?? noted) ? 422 : 200);
}
