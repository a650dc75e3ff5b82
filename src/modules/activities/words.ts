import { commaList, type Lang, type Translate } from "../../platform/i18n/index.ts";
import { dayWords } from "../../ui/dates.ts";
import { euros } from "../../ui/money.ts";
import { hoursWords, type Occurrence } from "../scheduling/index.ts";
import type { ActivityFields } from "./record/fields.ts";
import type { Ages } from "./record/rules.ts";

/** "De 6 à 12 ans", "De 6 à 12 ans, à partir de 18 ans" where a file left a hole; nothing when no age was said. */
export function agesWords(
  t: Translate,
  lang: string,
  { bands, ...whole }: Ages,
): string | undefined {
  if (!bands) return bandWords(t, whole);
  const words = bands.flatMap(
    ([from, to]) => bandWords(t, { minAge: from || null, maxAge: to }) ?? [],
  );
  return commaList(
    lang,
    words.map((one, at) => (at ? one.slice(0, 1).toLowerCase() + one.slice(1) : one)),
  );
}

function bandWords(
  t: Translate,
  { minAge, maxAge }: Pick<ActivityFields, "minAge" | "maxAge">,
): string | undefined {
  if (minAge !== null && maxAge !== null)
    return minAge === maxAge
      ? t("activities:ages.one", { age: minAge })
      : t("activities:ages.between", { min: minAge, max: maxAge });
  if (minAge !== null) return t("activities:ages.from", { age: minAge });
  return maxAge === null ? undefined : t("activities:ages.until", { age: maxAge });
}

/** "Gratuit", "À partir de 12,50 €", "Payant"; nothing when nobody said. */
export function priceWords(
  t: Translate,
  lang: string,
  { priceKind, priceFrom }: Pick<ActivityFields, "priceKind" | "priceFrom">,
): string | undefined {
  if (priceKind === "unknown") return undefined;
  if (priceKind === "free") return t("activities:price.free");
  return priceFrom === null
    ? t("activities:price.paid")
    : t("activities:price.from", { price: euros(lang, priceFrom) });
}

/** One date in full: "Mercredi 4 novembre 2026 de 18 h à 19 h 30". */
export function occurrenceWords(
  t: Translate,
  lang: Lang,
  date: Pick<Occurrence, "day" | "startMinute" | "durationMinutes">,
): string {
  return `${dayWords(lang, date.day)} ${hoursWords(t, lang, date)}`;
}

/** Where, with its district unless the name of the place says it. */
export const placeWords = ({
  place,
  district,
}: {
  place: string | null;
  district: string | null;
}): string =>
  [place, district && !place?.includes(district) ? district : null].filter(Boolean).join(", ");
