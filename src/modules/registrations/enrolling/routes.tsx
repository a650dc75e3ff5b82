import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { activityBySlug, activityUrls } from "../../activities/index.ts";
import { isUuid, limited } from "../../people/index.ts";
import { countsOf, seatRefusalKeys } from "../../scheduling/index.ts";
import { aboutOpening } from "../opening/about.ts";
import { openingById } from "../opening/queries.ts";
import { newLink } from "../record/links.ts";
import { registrationsOf } from "../record/queries.ts";
import { register, type Refusal } from "../record/register.ts";
import { tell } from "../telling/letters.ts";
import { urls } from "../urls.ts";
import { formPage } from "./form-page.tsx";
import type { Shown } from "./part.tsx";
import { readRequest } from "./reading.ts";

/** Registrations one visitor may make in an hour, and one activity receive in a day: a whole class on one connection passes. */
const limits = {
  visitor: { max: 40, minutes: 60 },
  activity: { max: 1000, minutes: 1440 },
} as const;

/** What the address names, when residents may see it. */
async function requireShown(ask: Ask): Promise<Shown> {
  const activity = await activityBySlug(ask.tx, ask.params["slug"] ?? "");
  const id = ask.params["opening"] ?? "";
  const opening = isUuid(id) ? await openingById(ask.tx, id) : undefined;
  if (!activity?.association.listed || opening?.activityId !== activity.id) return notFound();
  const about = await aboutOpening(ask, opening, activity);
  const counts = (await countsOf(ask.tx, [opening.counterId], ask.now)).get(opening.counterId);
  return about && counts ? { ...about, counts } : notFound();
}

async function answer(
  ask: Ask,
  wrong?: { problems?: readonly Problem[]; refused?: string },
): Promise<Answer> {
  const shown = await requireShown(ask);
  const { standing, activity, counts } = shown;
  // Nothing to fill in: the page of the activity says why, and since when.
  if (standing !== "open" || (counts.left === 0 && !counts.mayWait))
    return redirect(ask.view.href(activityUrls.activity(activity.slug)), `registrations.${standing === "open" ? "full" : standing}`); // prettier-ignore
  const form = wrong ? formState(ask.form, wrong.problems) : { values: { wait: "on" }, errors: {} };
  return page(formPage(ask.view, { shown, form, refused: wrong?.refused }), wrong ? 422 : 200);
}

/** The sentence of a refusal; seats have theirs. */
export const refusalWords = (ask: Ask, refused: Refusal): string =>
  ask.t(refused === "twice" ? "registrations:refused.twice" : seatRefusalKeys[refused]);

async function enrol(ask: Ask): Promise<Answer> {
  const { opening, activity, standing } = await requireShown(ask);
  const address = ask.view.href(activityUrls.activity(activity.slug));
  // Only a machine fills in what nobody sees: it is thanked, and nobody is registered.
  if (ask.form.get("site-internet")) return redirect(address, "registrations.sent");
  const read = readRequest(ask.t, ask.form, opening, opening.most);
  if ("problems" in read) return answer(ask, { problems: read.problems });
  if (standing !== "open") return answer(ask);
  const tooMany = await limited(
    ask,
    { kind: "registering", who: ask.ip, ...limits.visitor },
    { kind: "registered", who: opening.id, ...limits.activity },
  );
  if (tooMany) return tooMany;
  const { people, email, phone, answers } = read.value;
  const outcome = await register(
    ask.tx,
    opening,
    {
      people,
      email,
      phone,
      answers,
      lang: ask.lang,
      madeBy: "resident",
      wait: ask.form.has("wait"),
    },
    { actor: { kind: "resident" }, at: ask.now },
  );
  if ("refused" in outcome) return answer(ask, { refused: refusalWords(ask, outcome.refused) });
  const { id, state } = outcome.done;
  const made = await registrationsOf(ask.tx, { ids: [id] });
  await tell(ask.house, ask.tx, made, state === "waiting" ? "waits" : "made", { now: ask.now });
  return redirect(ask.view.href(urls.own(await newLink(ask.tx, id, ask.now))));
}

/** Registering to an activity, without an account nor a script. */
export const enrolRoutes: Route[] = [
  get(urls.enrol(":slug", ":opening"), anyone, (ask) => answer(ask)),
  post(urls.enrol(":slug", ":opening"), anyone, enrol),
];
