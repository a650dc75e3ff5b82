import { file, notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { shownPhone, type FormState } from "../../../ui/index.ts";
import { limited } from "../../people/index.ts";
import { aboutOpening } from "../opening/about.ts";
import { openingById } from "../opening/queries.ts";
import type { By } from "../opening/write.ts";
import { registrationByLink, registrationsOf } from "../record/queries.ts";
import { accept, cancel, correct, erase } from "../record/write.ts";
import { forgetMails } from "../record/mails.ts";
import { tell, type Subject } from "../telling/letters.ts";
import { urls } from "../urls.ts";
import { answersOf } from "./described.ts";
import { leavesField } from "./fields.tsx";
import { correctionPage, surePage } from "./own-acts-pages.tsx";
import type { OwnSeen } from "./own-layout.tsx";
import { ownPage } from "./own-page.tsx";
import { readRequest } from "./reading.ts";
import { refusalWords } from "./routes.tsx";

const tokenOf = (ask: Ask): string => ask.params["token"] ?? "";
const byOf = (ask: Ask): By => ({ actor: { kind: "resident" }, at: ask.now });

/** The registration of the link, with what it is for. */
async function requireOwn(ask: Ask): Promise<OwnSeen> {
  const token = tokenOf(ask);
  const registration = await registrationByLink(ask.tx, token);
  const opening = registration && (await openingById(ask.tx, registration.openingId));
  const about = opening && (await aboutOpening(ask, opening));
  return registration && about ? { registration, about, token } : notFound();
}

/** The same while it counts and its date is to come. */
async function requireAlive(ask: Ask): Promise<OwnSeen> {
  const seen = await requireOwn(ask);
  return seen.registration.ended === null && seen.about.standing !== "over" ? seen : notFound();
}

const done = (ask: Ask, notice: string): Answer =>
  redirect(ask.view.href(urls.own(tokenOf(ask))), `registrations.${notice}`);

const refusedPage = (ask: Ask, seen: OwnSeen, refused: string): Answer =>
  page(ownPage(ask.view, { ...seen, refused }), 422);

/** Tells them by mail what they just did, as it now stands. */
async function tellOwn(ask: Ask, { registration }: OwnSeen, subject: Subject): Promise<void> {
  const now = await registrationsOf(ask.tx, { ids: [registration.id] });
  await tell(ask.house, ask.tx, now, subject, { now: ask.now });
}

async function cancelOwn(ask: Ask): Promise<Answer> {
  const seen = await requireOwn(ask);
  const outcome = await cancel(ask.tx, seen.registration, "resident", byOf(ask));
  if ("refused" in outcome) return refusedPage(ask, seen, refusalWords(ask, outcome.refused));
  await tellOwn(ask, seen, "withdrawn");
  return done(ask, "cancelled_own");
}

async function answerOffer(ask: Ask): Promise<Answer> {
  if (ask.form.get("answer") !== "yes") return cancelOwn(ask);
  const seen = await requireOwn(ask);
  const outcome = await accept(ask.tx, seen.registration, byOf(ask));
  if ("refused" in outcome) return refusedPage(ask, seen, refusalWords(ask, outcome.refused));
  await tellOwn(ask, seen, "made");
  return done(ask, "accepted");
}

/** What the form of a correction shows. */
const valuesOf = ({ registration }: Pick<OwnSeen, "registration">): FormState["values"] => ({
  ...Object.fromEntries(
    registration.people.flatMap(({ name, age }, at) => [
      [`name-${at + 1}`, name],
      [`age-${at + 1}`, age === null ? "" : String(age)],
    ]),
  ),
  email: registration.email ?? "",
  phone: registration.phone ? shownPhone(registration.phone) : "",
  ...registration.answers,
});

const correction = (ask: Ask, seen: OwnSeen, problem?: "changed"): Answer => {
  const form = { values: valuesOf(seen), errors: {} };
  const refused = problem && ask.t(`registrations:problem.${problem}`);
  return page(correctionPage(ask.view, { ...seen, form, refused }), problem ? 422 : 200);
};

async function correctOwn(ask: Ask): Promise<Answer> {
  const seen = await requireAlive(ask);
  const { registration, about } = seen;
  const lines = registration.people.length;
  const again = (problems: Parameters<typeof formState>[1], refused?: string) =>
    page(correctionPage(ask.view, { ...seen, form: formState(ask.form, problems), refused }), 422);
  // A page opened before somebody was left out would give one's name to another.
  if (ask.form.get("lines") !== String(lines)) return correction(ask, seen, "changed");
  const read = readRequest(ask.t, ask.form, about.opening, lines);
  if ("problems" in read) return again(read.problems);
  if (read.value.people.length < lines) return again([], ask.t("registrations:problem.allNames"));
  const all = read.value.people.map((one, at) => ({
    ...one,
    id: registration.people[at]?.id ?? "",
  }));
  const people = all.filter(({ rank }) => !ask.form.has(leavesField(rank)));
  if (!people.length) return again([], ask.t("registrations:problem.allLeave"));
  const leaving = all.filter((one) => !people.includes(one)).map(({ id }) => id);
  const to = { ...read.value, people, leaving };
  const outcome = await correct(ask.tx, registration, to, byOf(ask));
  if ("refused" in outcome) return again([], refusalWords(ask, outcome.refused));
  // A new address has received nothing yet.
  if (read.value.email && read.value.email !== registration.email)
    await tellOwn(ask, seen, registration.state === "taken" ? "made" : "waits");
  return done(ask, "corrected");
}

/** All that is kept of them, for them to take away. */
function ownData(ask: Ask, { registration, about }: OwnSeen): Answer {
  const { code, email, phone, people, createdAt, state, ended } = registration;
  const kept = {
    format: "maillage-inscription-1",
    activite: about.activity.fields.title,
    association: about.activity.association.name,
    quand: about.when,
    faite_le: createdAt,
    etat: ended ?? state,
    numero: code,
    personnes: people.map(({ name, age }) => ({ nom: name, age })),
    courriel: email,
    telephone: phone,
    reponses: answersOf(ask.t, about.opening, registration),
  };
  return file(
    JSON.stringify(kept, null, 2),
    "application/json; charset=utf-8",
    "mon-inscription.json",
  );
}

async function eraseOwn(ask: Ask): Promise<Answer> {
  const { registration } = await requireOwn(ask);
  await erase(ask.tx, registration, byOf(ask));
  if (registration.email) await forgetMails(ask.tx, registration.email);
  return redirect(ask.view.href("/"), "registrations.erased");
}

/** Guessing a link is hopeless; trying many of them is slowed anyway. */
const slowed =
  (work: (ask: Ask) => Promise<Answer>) =>
  async (ask: Ask): Promise<Answer> =>
    (await limited(ask, { kind: "registration_link", who: ask.ip, max: 60, minutes: 60 })) ??
    work(ask);

/** What the link of a registration opens. GET shows, only POST acts: mail programs follow links. */
export const ownRoutes: Route[] = [
  get(urls.own(":token"), anyone, async (ask) => page(ownPage(ask.view, await requireOwn(ask)))),
  get(urls.ownCancelling(":token"), anyone, async (ask) =>
    page(surePage(ask.view, await requireAlive(ask), "cancel")),
  ),
  post(urls.ownCancelling(":token"), anyone, slowed(cancelOwn)),
  post(urls.ownAnswer(":token"), anyone, slowed(answerOffer)),
  get(urls.ownCorrection(":token"), anyone, async (ask) =>
    correction(ask, await requireAlive(ask)),
  ),
  post(urls.ownCorrection(":token"), anyone, slowed(correctOwn)),
  get(urls.ownData(":token"), anyone, async (ask) => ownData(ask, await requireOwn(ask))),
  get(urls.ownErasing(":token"), anyone, async (ask) =>
    page(surePage(ask.view, await requireOwn(ask), "erase")),
  ),
  post(urls.ownErasing(":token"), anyone, slowed(eraseOwn)),
];
