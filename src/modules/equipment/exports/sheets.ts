import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { momentWords, shortDay } from "../../../ui/dates.ts";
import { osmHours, timetablesByIds } from "../../scheduling/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { stockedModels } from "../models/queries.ts";
import { unitsOf } from "../units/queries.ts";
import { lentLines, refusedLines, type Period } from "./queries.ts";
import { ruleWords } from "./rule-words.ts";

type Cell = string | number | null;
/** A table ready to leave: French headers, then its lines. */
export type Sheet = { headers: string[]; rows: Cell[][] };

/** What may leave, in the order the page shows it. */
export const sheetNames = ["inventory", "models", "loans", "refusals", "places"] as const;
export type SheetName = (typeof sheetNames)[number];

/** What the file of each is called. */
export const fileWords: Record<SheetName, string> = {
  inventory: "inventaire",
  models: "modeles",
  loans: "prets",
  refusals: "refus",
  places: "lieux",
};

/** Those of a period; the others say what is now. */
export const ofPeriod: ReadonlySet<SheetName> = new Set<SheetName>(["loans", "refusals"]);

type Of = { tx: Tx; t: Translate; period: Period };

/** A table of what equipment holds. */
export const sheetOf = (name: SheetName, of: Of): Promise<Sheet> => sheets[name](of);

const euros = (cents: number | null): number | null => (cents === null ? null : cents / 100);

/** One line a unit, in the columns an inventory is read from. */
async function inventory({ tx, t }: Of): Promise<Sheet> {
  const models = new Map((await stockedModels(tx)).map((model) => [model.id, model]));
  const columns = ["tag", "name", "category", "serial", "state", "place", "shelf", "bought", "price", "plan", "note"] as const; // prettier-ignore
  const rows = (await unitsOf(tx, {})).map((unit) => {
    const model = models.get(unit.modelId);
    return [
      unit.tag,
      unit.modelName,
      model ? t(`equipment:category.${model.category}`) : null,
      unit.serial,
      t(`lending:unit.${unit.state}`),
      unit.placeName,
      unit.shelf,
      unit.acquiredOn && frenchDay(unit.acquiredOn),
      euros(model?.valueCents ?? null),
      unit.dataPlan,
      unit.note,
    ];
  });
  return { headers: columns.map((column) => t(`inventory:column.${column}`)), rows };
}

export const frenchDay = (day: string): string => day.split("-").toReversed().join("/");

async function models({ tx, t }: Of): Promise<Sheet> {
  const yes = (is: boolean) => t(is ? "inventory:yes" : "inventory:no");
  const rows = (await stockedModels(tx)).map((model) => [
    model.name,
    t(`equipment:category.${model.category}`),
    model.owner?.name ?? t("inventory:ofCommune"),
    t(`own:state.${model.state}`),
    model.units,
    model.ready,
    model.purpose,
    model.pieces.map(({ name, quantity }) => `${quantity} ${name}`).join(", "),
    euros(model.valueCents),
    euros(model.dayValueCents),
    yes(model.holdsData),
    yes(model.onSiteOnly),
    model.longestDays,
    model.leadOpenDays,
    model.checklist.join(", "),
    model.notice,
  ]);
  return {
    headers: [
      t("lending:field.name"),
      t("lending:field.category"),
      t("lending:models.owner"),
      t("lending:models.state"),
      t("inventory:column.units"),
      t("lending:models.ready"),
      t("lending:field.purpose"),
      t("lending:field.pieces"),
      t("lending:field.value"),
      t("lending:field.dayValue"),
      t("lending:field.holdsData"),
      t("lending:field.onSiteOnly"),
      t("lending:field.longestDays"),
      t("lending:field.leadOpenDays"),
      t("lending:field.checklist"),
      t("lending:field.notice"),
    ],
    rows,
  };
}

const loans = ({ tx, t, period }: Of): Promise<Sheet> => loansSheet(tx, t, "fr", { period });

/** Loans, a line for each model of each; the words of an association are in its language. */
export async function loansSheet(
  tx: Tx,
  t: Translate,
  lang: string,
  which: Parameters<typeof lentLines>[1],
): Promise<Sheet> {
  const rows = (await lentLines(tx, which)).map((line) => [
    line.code,
    line.association,
    line.name,
    line.quantity,
    line.placeName,
    momentWords(lang, line.from),
    momentWords(lang, line.until),
    t(`equipment:loan.state.${line.state}`),
    line.purpose,
    shortDay(lang, line.askedAt),
    line.words,
  ]);
  return {
    headers: [
      t("loanfile:code"),
      t("equipment:loan.for"),
      t("equipment:loan.what"),
      t("loanfile:quantity"),
      t("equipment:loan.where"),
      t("equipment:loan.out"),
      t("equipment:loan.back"),
      t("equipment:loan.stateIs"),
      t("equipment:loan.purpose"),
      t("loanfile:asked"),
      t("equipment:loan.words"),
    ],
    rows,
  };
}

async function refusals({ tx, t, period }: Of): Promise<Sheet> {
  const columns = ["cause", "model", "times", "missing", "associations"] as const;
  const rows = (await refusedLines(tx, period)).map((line) => [
    ruleWords(t, line.rule),
    line.name,
    line.times,
    line.quantity,
    line.associations,
  ]);
  return { headers: columns.map((column) => t(`inventory:column.${column}`)), rows };
}

async function places({ tx, t }: Of): Promise<Sheet> {
  const columns = ["place", "hours", "slot", "atOnce", "directions"] as const;
  const lending = await lendingPlacesOf(tx);
  const timetables = await timetablesByIds(tx, lending.map(({ timetableId }) => timetableId)); // prettier-ignore
  const rows = lending.map((place) => {
    const timetable = timetables.get(place.timetableId);
    return [
      place.name,
      timetable ? osmHours(timetable) : null,
      place.slotMinutes,
      place.slotMost,
      place.words,
    ];
  });
  return { headers: columns.map((column) => t(`inventory:column.${column}`)), rows };
}

const sheets: Record<SheetName, (of: Of) => Promise<Sheet>> = { inventory, models, loans, refusals, places }; // prettier-ignore

/** The last twelve months, until a day or the days asked for. */
export const usualPeriod = (now: Date): Period => {
  const until = dayOf(now);
  return { from: `${Number(until.slice(0, 4)) - 1}${until.slice(4).replace("-02-29", "-02-28")}`, until }; // prettier-ignore
};
