import type { Translate } from "../../platform/i18n/index.ts";
import { outcomes, type Counts } from "./pipeline/counts.ts";
import { activityOutcomes } from "./activities/counts.ts";
import { undoings } from "./activities/intake.ts";
import type { UndoCounts } from "./pipeline/imports.ts";
import type { MappedColumn } from "./reading/index.ts";

/** What becomes of the lines, in words: "12 associations à créer, 3 à modifier". */
export const partsWords = (t: Translate, counts: Partial<Counts>, when: "part" | "done"): string =>
  outcomes
    .filter((outcome) => (counts[outcome] ?? 0) > 0)
    .map((outcome) => t(`imports:${when}.${outcome}`, { count: counts[outcome] ?? 0 }))
    .join(", ");

/** What an undo did, in words. */
export function undoneWords(t: Translate, counts: Partial<UndoCounts>): string {
  const { removed = 0, restored = 0, partly = 0, kept = 0 } = counts;
  const parts = [
    removed > 0 && t("imports:undo.removed", { count: removed }),
    restored > 0 && t("imports:undo.restored", { count: restored }),
    partly > 0 && t("imports:undo.partly", { count: partly }),
    kept > 0 && t("imports:undo.keptDone", { count: kept }),
  ].filter((part) => part !== false);
  const activities = undoings.flatMap((how) =>
    counts.activities?.[how]
      ? [t(`imports:activity.undo.${how}`, { count: counts.activities[how] })]
      : [],
  );
  const all = [...parts, ...activities];
  return all.length > 0 ? all.join(", ") : t("imports:undo.nothing");
}

/** What becomes of the activities lines tell: "751 activités à créer à 420 lieux, 8 réunies à une autre". */
export const activityWords = (
  t: Translate,
  counts: NonNullable<Counts["activities"]>,
  when: "part" | "done",
): string =>
  activityOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) =>
      outcome === "created" && counts.places > 0
        ? t(`imports:activity.${when}.createdAt`, {
            count: counts.created,
            places: t("imports:activity.places", { count: counts.places }),
          })
        : t(`imports:activity.${when}.${outcome}`, { count: counts[outcome] }),
    )
    .join(", ");

/** The name of a column, or its rank when it has none. */
export const columnWords = (t: Translate, { header, column }: MappedColumn): string =>
  header.trim() || t("imports:columns.unnamed", { number: column + 1 });
