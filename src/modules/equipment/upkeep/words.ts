import { longDay } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";
import type { Upkeep } from "./queries.ts";
import type { Rhythm } from "./rules.ts";

/** "tous les 90 jours, ou après 5 prêts" */
export function rhythmWords({ t }: View, { eachDays, eachLoans }: Rhythm): string {
  const days = eachDays === null ? [] : [t("keeping:upkeep.eachDays", { count: eachDays })];
  const loans = eachLoans === null ? [] : [t("keeping:upkeep.eachLoans", { count: eachLoans })];
  return [...days, ...loans].join(t("keeping:upkeep.or"));
}

/** Why it is to be done, or when it will be. */
export function whenWords({ t, lang }: View, { due, on, loans, plan }: Upkeep): string {
  if (due === "loans") return t("keeping:upkeep.afterLoans", { count: loans });
  if (due === "days" && on) return t("keeping:upkeep.dueSince", { day: longDay(lang, on) });
  return [
    ...(on ? [t("keeping:upkeep.next", { day: longDay(lang, on) })] : []),
    ...(plan.eachLoans === null
      ? []
      : [t("keeping:upkeep.loansLeft", { count: plan.eachLoans - loans })]),
  ].join(t("keeping:upkeep.or"));
}
