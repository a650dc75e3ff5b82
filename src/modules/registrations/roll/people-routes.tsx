import { file, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { isUuid } from "../../people/index.ts";
import { readRequest } from "../enrolling/reading.ts";
import { refusalWords } from "../enrolling/routes.tsx";
import type { DatedOpening } from "../opening/queries.ts";
import { registrationsOf } from "../record/queries.ts";
import { register } from "../record/register.ts";
import { accept, cancel, leaveOut } from "../record/write.ts";
import { tell } from "../telling/letters.ts";
import { urls } from "../urls.ts";
import { addPage } from "./add-page.tsx";
import { markTold } from "./calls.ts";
import { naming, requireOpening, requireRegistration, type Keeping } from "./keeping.ts";
import { paperPage } from "./paper-page.tsx";
import { personPage } from "./person-page.tsx";
import { shownOne, toRoll } from "./showing.ts";
import { rollTable } from "./table.ts";

async function answerAdd(
  ask: Ask,
  keeping: Keeping,
  wrong?: { problems?: readonly Problem[]; refused?: string },
): Promise<Answer> {
  const opening = await requireOpening(ask, keeping);
  const one = await shownOne(ask, keeping, opening);
  const form = wrong ? formState(ask.form, wrong.problems) : { values: { wait: "on" }, errors: {} };
  return page(
    addPage(ask.view, { keeping, one, form, refused: wrong?.refused }),
    wrong ? 422 : 200,
  );
}

async function add(ask: Ask, keeping: Keeping): Promise<Answer> {
  const opening = await requireOpening(ask, keeping);
  const read = readRequest(ask.t, ask.form, opening, opening.most);
  if ("problems" in read) return answerAdd(ask, keeping, { problems: read.problems });
  const { people, email, phone, answers } = read.value;
  const request = { people, email, phone, answers, lang: "fr", madeBy: "association" as const, wait: ask.form.has("wait") }; // prettier-ignore
  const outcome = await register(ask.tx, opening, request, keeping.by);
  if ("refused" in outcome)
    return answerAdd(ask, keeping, { refused: refusalWords(ask, outcome.refused) });
  const { id, state } = outcome.done;
  const made = await registrationsOf(ask.tx, { ids: [id] });
  await tell(ask.house, ask.tx, made, state === "waiting" ? "waits" : "made", { now: ask.now });
  return toPerson(ask, keeping, opening, id, state === "waiting" ? "waits" : "added");
}

const toPerson = (
  ask: Ask,
  { programme, activity }: Keeping,
  opening: DatedOpening,
  id: string,
  notice: string,
): Answer =>
  redirect(ask.view.href(urls.person(programme.base, activity.id, opening.id, id)), `roll.${notice}`); // prettier-ignore

/** On the phone: they say yes or no to an offer, or cancel. */
async function actForPerson(
  ask: Ask,
  keeping: Keeping,
  what: "yes" | "no" | "cancel",
): Promise<Answer> {
  const opening = await requireOpening(ask, keeping);
  const registration = await requireRegistration(ask, opening);
  const outcome =
    what === "yes"
      ? await accept(ask.tx, registration, keeping.by)
      : await cancel(ask.tx, registration, "association", keeping.by);
  if ("refused" in outcome) {
    const refused = refusalWords(ask, outcome.refused);
    return page(personPage(ask.view, { keeping, opening, registration, refused }), 422);
  }
  const now = await registrationsOf(ask.tx, { ids: [registration.id] });
  await tell(ask.house, ask.tx, now, what === "yes" ? "made" : "withdrawn", { now: ask.now });
  return toPerson(ask, keeping, opening, registration.id, what === "yes" ? "accepted" : "cancelled"); // prettier-ignore
}

/** On the phone: one of several does not come. */
async function leave(ask: Ask, keeping: Keeping): Promise<Answer> {
  const opening = await requireOpening(ask, keeping);
  const registration = await requireRegistration(ask, opening);
  const who = ask.form.get("who");
  const outcome = await leaveOut(ask.tx, registration, isUuid(who) ? [who] : [], keeping.by);
  if ("done" in outcome) return toPerson(ask, keeping, opening, registration.id, "left");
  const refused = refusalWords(ask, outcome.refused);
  return page(personPage(ask.view, { keeping, opening, registration, refused }), 422);
}

/** Who registered, one by one: names have one door only, that of the association. */
export const peopleRoutes: Route[] = naming.flatMap(({ base, who, find }) => {
  const at = (address: (base: string, activity: string, opening: string) => string) =>
    address(base, ":activity", ":opening");
  const person = [base, ":activity", ":opening", ":registration"] as const;
  const reads = (work: (ask: Ask, keeping: Keeping) => Promise<Answer>) => async (ask: Ask) =>
    work(ask, await find(ask));
  return [
    get(
      at(urls.newcomer),
      who,
      reads((ask, keeping) => answerAdd(ask, keeping)),
    ),
    post(at(urls.newcomer), who, reads(add)),
    get(
      at(urls.paper),
      who,
      reads(async (ask, keeping) => {
        const opening = await requireOpening(ask, keeping);
        const one = await shownOne(ask, keeping, opening);
        const registrations = await registrationsOf(ask.tx, { openingId: opening.id });
        return page(paperPage(ask.view, { keeping, one, registrations }));
      }),
    ),
    get(
      at(urls.table),
      who,
      reads(async (ask, keeping) => {
        const opening = await requireOpening(ask, keeping);
        const registrations = await registrationsOf(ask.tx, { openingId: opening.id });
        return file(
          rollTable(ask.t, opening, registrations),
          "text/csv; charset=utf-8",
          "inscriptions.csv",
        );
      }),
    ),
    get(
      urls.person(...person),
      who,
      reads(async (ask, keeping) => {
        const opening = await requireOpening(ask, keeping);
        const registration = await requireRegistration(ask, opening);
        return page(personPage(ask.view, { keeping, opening, registration }));
      }),
    ),
    post(
      urls.personCancelling(...person),
      who,
      reads((ask, keeping) => actForPerson(ask, keeping, "cancel")),
    ),
    post(urls.personLeaving(...person), who, reads(leave)),
    post(
      urls.personAnswer(...person),
      who,
      reads((ask, keeping) =>
        actForPerson(ask, keeping, ask.form.get("answer") === "yes" ? "yes" : "no"),
      ),
    ),
    post(
      urls.told(base, ":activity", ":opening", ":call"),
      who,
      reads(async (ask, keeping) => {
        const opening = await requireOpening(ask, keeping);
        const call = ask.params["call"] ?? "";
        if (isUuid(call)) await markTold(ask.tx, opening.id, call, ask.now);
        return toRoll(ask, keeping, opening.id, "told");
      }),
    ),
  ];
});
