import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { seasonOf, seasonYear } from "../../communes/index.ts";
import type {
  ActivityIntake,
  ActivityVerdict,
  HourFacts,
  IntakeHand,
  ToldActivity,
} from "../../imports/index.ts";
import { ensurePlaces } from "../../places/index.ts";
import { addSeries, endSeries } from "../../scheduling/index.ts";
import type { Activity, Told } from "../record/fields.ts";
import { hoursOf } from "../record/series.ts";
import { addActivities } from "../record/add.ts";
import type { Hand } from "../record/history.ts";
import { addSlot, noteTold, saveActivity } from "../record/write.ts";
import { finderOf } from "./find.ts";
import { planOf, type Plan } from "./plan.ts";
import { alike, fieldsTold, rememberedTold } from "./told.ts";

/** What puts an activity back as it was before a file changed it. */
export type Image = {
  fields: Plan["change"];
  told: [old: Told | null, now: Told];
  toldOn: string | null;
  season: [old: number | null, now: number];
  /** Series added, and those ended with the last day they had. */
  added: string[];
  ended: { seriesId: string; lastDay: string | null }[];
};

export const take: ActivityIntake["take"] = async (tx, told, by, write) => {
  const today = dayOf(by.at);
  const about = { today, season: seasonYear(today) };
  const hand: Hand = { ...by, source: "import" };
  const find = await finderOf(tx, told, write);
  const pairs = told.map((one) => ({ one, known: find(one) }));
  const hours = await hoursOf(
    tx,
    pairs.flatMap(({ known }) => known?.id ?? []),
  );
  const created = await createAll(
    tx,
    write ? pairs.flatMap(({ one, known }) => (known ? [] : [one])) : [],
    about,
    hand,
  );
  const verdicts: ActivityVerdict[] = [];
  for (const { one, known } of pairs)
    if (!known)
      verdicts.push({ outcome: "created", activityId: created.get(one), change: {}, kept: {} });
    else {
      const plan = planOf(known, hours.get(known.id) ?? [], one.facts, about);
      const { change, kept } = plan;
      const outcome = Object.keys(change).length > 0 ? "changed" : "unchanged";
      const image =
        write && outcome === "changed" ? await carryOut(tx, known, plan, about, hand) : undefined;
      // Said again, even without change: it is remembered as a file's word, never put on what people write.
      if (write && outcome === "unchanged" && known.told && !alike(known.told, plan.told))
        await noteTold(tx, known.id, plan.told, plan.season, hand);
      verdicts.push({ outcome, activityId: known.id, change, kept, image });
    }
  return verdicts;
};

type About = { today: string; season: number };

/** The new ones, each at the very place of its association. */
async function createAll(
  tx: Tx,
  all: readonly ToldActivity[],
  about: About,
  hand: Hand,
): Promise<Map<ToldActivity, string>> {
  const placed = all.filter(({ facts }) => facts.place);
  const ids = await ensurePlaces(
    tx,
    placed.flatMap(({ facts }) => facts.place ?? []),
  );
  const placeOf = new Map(placed.map((one, at) => [one, ids[at]]));
  const added = await addActivities(
    tx,
    all.map((one) => {
      const fields = fieldsTold(one.facts);
      return {
        associationId: one.associationId,
        kind: "regular",
        season: about.season,
        fields: { ...fields, title: one.facts.title, placeId: placeOf.get(one) ?? null },
        told: rememberedTold(one.facts, fields),
      };
    }),
    hand,
  );
  const made = new Map(all.map((one, at) => [one, added[at]?.id ?? ""]));
  for (const [{ facts }, id] of made) await addHours(tx, id, facts.hours ?? [], about, hand);
  return made;
}

async function carryOut(
  tx: Tx,
  known: Activity,
  plan: Plan,
  about: About,
  hand: Hand,
): Promise<Image> {
  await saveActivity(tx, known, plan.patch, hand);
  const told = known.told && alike(known.told, plan.told) ? known.told : plan.told;
  await noteTold(tx, known.id, told, plan.season, hand);
  const yesterday = addDays(about.today, -1);
  const ended: Image["ended"] = [];
  for (const { series } of plan.hours.end) {
    await endSeries(tx, hand, series.id, yesterday);
    ended.push({ seriesId: series.id, lastDay: series.lastDay });
  }
  const added = await addHours(
    tx,
    known.id,
    plan.hours.add,
    { ...about, season: plan.season },
    hand,
  );
  const fields = Object.fromEntries(
    Object.keys(plan.patch).map((field) => [field, plan.change[field]]),
  ) as Plan["change"];
  return {
    fields,
    told: [known.told, told],
    toldOn: known.toldOn,
    season: [known.season, plan.season],
    added,
    ended,
  };
}

/** Every week of what is left of the season: no file says more. */
async function addHours(
  tx: Tx,
  activityId: string,
  hours: readonly HourFacts[],
  { today, season }: About,
  hand: IntakeHand,
): Promise<string[]> {
  const { from, to } = seasonOf(season);
  const added: string[] = [];
  for (const hour of hours) {
    const seriesId = await addSeries(tx, hand, {
      rhythm: { kind: "weekly", every: 1, days: [hour.day] },
      firstDay: from > today ? from : today,
      lastDay: to,
      startMinute: hour.from,
      durationMinutes: hour.to - hour.from,
      zone: "Europe/Paris",
      skipPublicHolidays: false,
      skipSchoolHolidays: false,
    });
    await addSlot(tx, activityId, { seriesId, placeId: null, placeDetail: null });
    added.push(seriesId);
  }
  return added;
}
