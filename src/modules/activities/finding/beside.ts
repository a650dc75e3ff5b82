import type { Tx } from "../../../platform/db/database.ts";
import type { SearchBeside } from "../../language/index.ts";
import { seasonYear } from "../../communes/index.ts";
import type { Pattern } from "../../scheduling/index.ts";
import type { Activity } from "../record/fields.ts";
import { activitiesOf, placesOf } from "../record/queries.ts";
import { notOver, readIn } from "../record/rules.ts";
import { hoursOf } from "../record/series.ts";
import { urls } from "../urls.ts";
import { documentOf, textsOf, type Told, type Words } from "./document.ts";
import { agedSince, keepDocuments, slugsFound, summarise, themesOf } from "./keep.ts";

/** Documents of activities, written with those of the associations that answer for them. */
export const activityDocuments: SearchBeside = {
  refresh: async (tx, associationIds, { t, today }) => {
    const all = await activitiesOf(tx, { associationIds });
    const words: Words = {
      theme: (code) => t(`associations:theme.${code}`),
      public: (code) => t(`associations:public.${code}`),
    };
    const told = all.length ? await toldOf(tx, all, today) : [];
    await keepDocuments(
      tx,
      all.map(({ id }) => id),
      told.map((one) => documentOf(one, words)),
    );
    const owners = Map.groupBy(told, ({ activity }) => activity.association.id);
    return new Map(
      [...owners].map(([id, theirs]) => [id, theirs.flatMap((one) => textsOf(one, words))]),
    );
  },
  summarise: (tx, today) => summarise(tx, seasonYear(today), today),
  addresses: async (tx, most) => [
    urls.search,
    urls.agenda,
    ...(await slugsFound(tx, most)).map(urls.activity),
  ],
  aged: (tx, today) => agedSince(tx, seasonYear(today), today),
};

async function toldOf(tx: Tx, all: readonly Activity[], today: string): Promise<Told[]> {
  const season = seasonYear(today);
  const themes = await themesOf(
    tx,
    all.map(({ association }) => association.id),
  );
  const shown = readIn(all, season).filter(({ association }) => themes.has(association.id));
  const hours = await hoursOf(
    tx,
    shown.map(({ id }) => id),
  );
  const places = await placesOf(tx, [
    ...shown.flatMap(({ fields }) => fields.placeId ?? []),
    ...[...hours.values()].flat().flatMap(({ slot }) => slot.placeId ?? []),
  ]);
  return shown.map((activity) => {
    const coming = notOver(hours.get(activity.id) ?? [], today);
    const used = [activity.fields.placeId, ...coming.map(({ slot }) => slot.placeId)];
    return {
      activity,
      patterns: coming.map(({ series }) => patternOf(series)),
      places: [...new Set(used)].flatMap((id) => places.get(id ?? "") ?? []),
      themes: (themes.get(activity.association.id) ?? []) as Told["themes"],
    };
  });
}

/** What a line needs of a series. */
const patternOf = ({
  rhythm,
  firstDay,
  lastDay,
  startMinute,
  durationMinutes,
  zone,
  skipPublicHolidays,
  skipSchoolHolidays,
}: Pattern): Pattern => ({
  rhythm,
  firstDay,
  lastDay,
  startMinute,
  durationMinutes,
  zone,
  skipPublicHolidays,
  skipSchoolHolidays,
});
