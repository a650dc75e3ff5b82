import type { Tx } from "../../../platform/db/database.ts";
import { csvFile } from "../../../platform/csv.ts";
import { colon, type Translate } from "../../../platform/i18n/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { soughtOf, type Whom } from "../erasing/erase.ts";
import { peopleData, type PersonalData } from "../personal-data.ts";
import { toldGroups, type Told, type ToldGroup } from "./told.ts";

/**
 * Everything the site holds about somebody, room by room. One definition serves the agent's check, the person's own page
 * and their file. `proven`: they ask for themselves, by their account or by a link sent to their address.
 */
export async function heldAbout(
  tx: Tx,
  whom: Whom,
  { rooms, t, proven = false }: { rooms: readonly PersonalData[]; t: Translate; proven?: boolean },
): Promise<Told[]> {
  const who = await soughtOf(tx, whom, { rooms, proven });
  if (!who) return [];
  const told: Told[] = [];
  for (const room of [peopleData, ...rooms]) told.push(...(await room.tell(tx, who, t)));
  return told;
}

export type Group = { group: ToldGroup; told: Told[] };

const groupOf = ({ table, gesture }: Told): ToldGroup =>
  gesture
    ? "gestures"
    : (Object.entries(toldGroups) as [ToldGroup, readonly string[]][]).find(([, tables]) =>
        tables.includes(table),
      )?.[0] ?? "history"; // prettier-ignore

/** What is told, by group, in the order people look for it. */
export const groupsOf = (told: readonly Told[]): Group[] =>
  ([...Object.keys(toldGroups), "gestures"] as ToldGroup[]).flatMap((group) => {
    const some = told.filter((one) => groupOf(one) === group);
    return some.length ? [{ group, told: some }] : [];
  });

/** What one line is about: "Un appareil connecté". */
export const whatOf = (t: Translate, { table, gesture }: Told): string =>
  gesture ? t(`mine:gesture.${table}`) : t(`mine:table.${table}`);

/** The same for a program. */
export const asJson = (t: Translate, told: readonly Told[]): string =>
  JSON.stringify(
    {
      format: "maillage-personne-1",
      donnees: told.map((one) => ({
        table: one.table,
        quoi: whatOf(t, one),
        depuis: one.at ?? null,
        jusque: one.until ?? null,
        valeurs: Object.fromEntries(one.parts),
      })),
    },
    null,
    2,
  );

/** The same for a spreadsheet, in words. */
export const asTable = (t: Translate, lang: string, told: readonly Told[]): string =>
  csvFile(
    (["group", "what", "since", "until", "values"] as const).map((one) => t(`mine:column.${one}`)),
    groupsOf(told).flatMap(({ group, told: some }) =>
      some.map((one) => [
        t(`mine:group.${group}`),
        whatOf(t, one),
        one.at ? momentWords(lang, one.at) : "",
        one.until ? momentWords(lang, one.until) : "",
        one.parts
          .map(([part, value]) => `${t(`mine:part.${part}`)}${colon(lang)}${value}`)
          .join(lang === "fr" ? " ; " : "; "),
      ]),
    ),
  );
