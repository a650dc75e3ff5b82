import type { Lang } from "../platform/i18n/index.ts";

/** A distance in kilometres as people say it: "à 450 m", "à 2,3 km". */
export const distanceInWords = (lang: Lang, kilometres: number): string =>
  kilometres < 1
    ? `${Math.max(50, Math.round(kilometres * 20) * 50)} m`
    : `${(Math.round(kilometres * 10) / 10).toLocaleString(lang)} km`;
