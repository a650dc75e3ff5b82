import type { Translate } from "../../../platform/i18n/index.ts";
import type { Counts } from "./queries.ts";
import type { SeatRefusal } from "./rules.ts";

/** What remains, in words: "Il reste 3 places", "Dernière place", "Complet : 4 personnes attendent". */
export function seatWords(t: Translate, { left, waiting, closed }: Counts): string {
  if (closed) return t("seats:closed");
  if (waiting > 0) return t("seats:waiting", { count: waiting });
  if (left === null) return t("seats:unlimited");
  return left === 0 ? t("seats:full") : t("seats:left", { count: left });
}

/** The sentence of each refusal. */
export const seatRefusalKeys = {
  full: "seats:refused.full",
  closed: "seats:refused.closed",
  gone: "seats:refused.gone",
  expired: "seats:refused.expired",
  too_many: "seats:refused.too_many",
  no_waiting: "seats:refused.no_waiting",
  capacity_taken: "seats:refused.capacity_taken",
} as const satisfies Record<SeatRefusal, string>;
