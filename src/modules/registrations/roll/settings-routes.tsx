import { addDays } from "../../../platform/clock.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import type { Option } from "../../../ui/index.ts";
import { hoursOf, occurrenceWords } from "../../activities/index.ts";
import { publish } from "../../communes/index.ts";
import { occurrencesBetween, seatRefusalKeys, type Occurrence } from "../../scheduling/index.ts";
import { aboutOpening, hoursInWords } from "../opening/about.ts";
import { openingsOf, type DatedOpening } from "../opening/queries.ts";
import { changeEnd, changeOpening, openRegistrations, type OpenedFor } from "../opening/write.ts";
import { urls } from "../urls.ts";
import { deciding, requireOpening, sides, type Keeping } from "./keeping.ts";
import { settingsPage } from "./settings-page.tsx";
import { newValues, readSettings, settingsValues } from "./settings-reading.ts";

/** Dates proposed at once. */
const datesProposed = 16;

/** Dates of the activity to come, that nothing is opened for yet. */
async function freeDates(ask: Ask, { activity, programme }: Keeping): Promise<Occurrence[]> {
  const hours = (await hoursOf(ask.tx, [activity.id])).get(activity.id) ?? [];
  const series = hours.map((one) => one.series.id);
  const { today } = programme;
  const all = await occurrencesBetween(ask.tx, series, today, addDays(today, 370));
  const taken = new Set((await openingsOf(ask.tx, activity.id)).map((one) => one.occurrenceId));
  return all
    .filter((one) => one.startsAt > ask.now && one.state !== "cancelled" && !taken.has(one.id))
    .slice(0, datesProposed);
}

const optionsOf = ({ t, lang }: Ask, dates: readonly Occurrence[]): Option[] =>
  dates.map((date) => ({ value: date.id, label: occurrenceWords(t, lang, date) }));

async function answerNew(
  ask: Ask,
  keeping: Keeping,
  problems?: readonly Problem[],
): Promise<Answer> {
  const dates = optionsOf(ask, await freeDates(ask, keeping));
  const form = problems ? formState(ask.form, problems) : { values: newValues, errors: {} };
  return page(settingsPage(ask.view, { keeping, form, dates }), problems ? 422 : 200);
}

async function open(ask: Ask, keeping: Keeping): Promise<Answer> {
  const { activity, by, programme } = keeping;
  const dates = await freeDates(ask, keeping);
  const whole = ask.form.get("scope") !== "dates" || !dates.length;
  const chosen = dates.filter(({ id }) => ask.form.all("dates").includes(id));
  if (!whole && !chosen.length)
    return answerNew(ask, keeping, [{ field: "dates", sentence: ask.t("roll:problem.dates") }]);
  const french = { tx: ask.tx, t: ask.house.words("fr"), lang: "fr", now: ask.now } as const;
  const hours = (await hoursInWords(french, activity.id)).join("\n") || null;
  for (const date of whole ? [undefined] : chosen) {
    const read = await readSettings(ask, date);
    if ("problems" in read) return answerNew(ask, keeping, read.problems);
    const about: OpenedFor = {
      activityId: activity.id,
      occurrenceId: date?.id ?? null,
      startsAt: date?.startsAt ?? null,
      hours: date ? null : hours,
    };
    const outcome = await openRegistrations(ask.tx, about, read.value, by);
    if ("refused" in outcome)
      return answerNew(ask, keeping, [
        { field: "scope", sentence: ask.t("roll:refused.already_open") },
      ]);
  }
  await publish(ask.tx);
  return redirect(ask.view.href(urls.home(programme.base, activity.id)), "roll.opened");
}

async function answerSettings(
  ask: Ask,
  keeping: Keeping,
  opening: DatedOpening,
  wrong?: { problems?: readonly Problem[]; refused?: string },
): Promise<Answer> {
  const about = await aboutOpening(ask, opening, keeping.activity);
  const body = settingsPage(ask.view, {
    keeping,
    form: wrong
      ? formState(ask.form, wrong.problems)
      : { values: settingsValues(opening), errors: {} },
    opening: { id: opening.id, words: [keeping.activity.fields.title, ...(about?.when ?? [])].join(", ") }, // prettier-ignore
    refused: wrong?.refused,
  });
  return page(body, wrong ? 422 : 200);
}

async function save(ask: Ask, keeping: Keeping): Promise<Answer> {
  const opening = await requireOpening(ask, keeping, true);
  const read = await readSettings(ask, opening.date);
  if ("problems" in read) return answerSettings(ask, keeping, opening, { problems: read.problems });
  const outcome = await changeOpening(ask.tx, opening, read.value, keeping.by);
  if ("refused" in outcome)
    return answerSettings(ask, keeping, opening, {
      problems: [{ field: "capacity", sentence: ask.t(seatRefusalKeys[outcome.refused]) }],
    });
  return done(ask, keeping, opening, "saved");
}

const done = (ask: Ask, { programme, activity }: Keeping, opening: DatedOpening, notice: string) =>
  redirect(ask.view.href(urls.one(programme.base, activity.id, opening.id)), `roll.${notice}`);

async function close(ask: Ask, keeping: Keeping): Promise<Answer> {
  const opening = await requireOpening(ask, keeping, true);
  if (!opening.cancelledAt) await changeEnd(ask.tx, opening, ask.now, keeping.by);
  return done(ask, keeping, opening, "closed");
}

async function reopen(ask: Ask, keeping: Keeping): Promise<Answer> {
  const opening = await requireOpening(ask, keeping, true);
  await changeEnd(ask.tx, opening, opening.date?.startsAt ?? null, keeping.by);
  return done(ask, keeping, opening, "reopened");
}

/** Opening registrations, deciding how many come and what is asked, closing: the association, or an agent on its behalf. */
export const settingsRoutes: Route[] = sides.flatMap(({ base, who, find }) => {
  const at = (address: (base: string, activity: string, opening: string) => string) =>
    address(base, ":activity", ":opening");
  const decide = (work: (ask: Ask, keeping: Keeping) => Promise<Answer>) => async (ask: Ask) =>
    work(ask, deciding(await find(ask)));
  return [
    get(
      urls.add(base, ":activity"),
      who,
      decide((ask, keeping) => answerNew(ask, keeping)),
    ),
    post(urls.add(base, ":activity"), who, decide(open)),
    get(
      at(urls.settings),
      who,
      decide(async (ask, keeping) =>
        answerSettings(ask, keeping, await requireOpening(ask, keeping)),
      ),
    ),
    post(at(urls.settings), who, decide(save)),
    post(at(urls.closing), who, decide(close)),
    post(at(urls.reopening), who, decide(reopen)),
  ];
});
