import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { anyStaff, staff } from "../../../platform/http/person.ts";
import { team } from "../team/queries.ts";
import { urls } from "../urls.ts";
import { absencesPage } from "./pages.tsx";
import { absencesFrom, addAbsence, removeAbsence } from "./queries.ts";
import { whyNotAbsent, type Absence, type AbsenceRefusal } from "./rules.ts";

/** Those who may say that others are away. */
const administrator = staff();
const fieldOf: Record<AbsenceRefusal, string> = {
  days: "to",
  past: "to",
  too_long: "to",
  self: "replacement",
  overlap: "from",
};

const actBy = (ask: Ask) => ({ by: requirePerson(ask).id, at: ask.now });

async function answer(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const me = requirePerson(ask).id;
  const body = absencesPage(ask.view, {
    lines: await absencesFrom(ask.tx, dayOf(ask.now)),
    team: await team(ask.tx),
    me,
    forOthers: administrator.allows(ask.person),
    form: problems ? formState(ask.form, problems) : { values: { person: me }, errors: {} },
  });
  return page(body, problems ? 422 : 200);
}

/** What was typed, or which fields are no answer. */
function typed(ask: Ask, known: ReadonlySet<string>): Absence | { wrong: string[] } {
  const { form } = ask;
  const me = requirePerson(ask).id;
  const personId = administrator.allows(ask.person) ? form.get("person") || me : me;
  const replacementId = form.get("replacement") || null;
  const [from, to] = [dayTyped(form.get("from")), dayTyped(form.get("to"))];
  const wrong = [
    ...(from ? [] : ["from"]),
    ...(to ? [] : ["to"]),
    ...(known.has(personId) ? [] : ["person"]),
    ...(replacementId === null || known.has(replacementId) ? [] : ["replacement"]),
  ];
  return from && to && !wrong.length ? { personId, replacementId, from, to } : { wrong };
}

export const absenceRoutes: Route[] = [
  get(urls.absences, anyStaff, (ask) => answer(ask)),

  post(urls.absences, anyStaff, async (ask) => {
    const known = new Set((await team(ask.tx)).map(({ id }) => id));
    const absence = typed(ask, known);
    if ("wrong" in absence) {
      const sentence = (field: string) =>
        ask.t(
          field === "from" || field === "to" ? "absences:problem.day" : "absences:problem.whom",
        );
      return answer(ask, absence.wrong.map((field) => ({ field, sentence: sentence(field) }))); // prettier-ignore
    }
    const today = dayOf(ask.now);
    const own = (await absencesFrom(ask.tx, today)).filter(
      ({ personId }) => personId === absence.personId,
    );
    const refused = whyNotAbsent(absence, own, today);
    if (refused)
      return answer(ask, [
        { field: fieldOf[refused], sentence: ask.t(`absences:problem.${refused}`) },
      ]);
    await addAbsence(ask.tx, absence, actBy(ask));
    return redirect(ask.view.href(urls.absences), "absences.saved");
  }),

  post(urls.absenceRemoval(":id"), anyStaff, async (ask) => {
    const one = (await absencesFrom(ask.tx, dayOf(ask.now))).find(
      ({ id }) => id === ask.params["id"],
    );
    const mine = one?.personId === requirePerson(ask).id;
    if (!one || (!mine && !administrator.allows(ask.person))) return notFound();
    await removeAbsence(ask.tx, one, actBy(ask));
    return redirect(ask.view.href(urls.absences), "absences.removed");
  }),
];
