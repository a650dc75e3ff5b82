import type { View } from "../../../ui/index.ts";
import type { Activity } from "../record/fields.ts";
import { agesOf } from "../record/rules.ts";
import { agesWords, priceWords } from "../words.ts";
import type { PartName } from "./parts.ts";

/** What a part of an activity says, on one line; nothing when it says nothing. */
export function partSummary(
  { t, lang }: Pick<View, "t" | "lang">,
  part: PartName,
  activity: Pick<Activity, "fields" | "told">,
  place: string | undefined,
): string | undefined {
  const { fields } = activity;
  const said: Record<PartName, (string | null | undefined)[]> = {
    essentiel: [fields.what, ...fields.themes.map((code) => t(`associations:theme.${code}`))],
    public: [
      agesWords(t, lang, agesOf(activity)),
      ...fields.publics.map((code) => t(`associations:public.${code}`)),
      fields.level === "all" ? null : t(`activities:level.${fields.level}`),
    ],
    lieu: [
      place,
      fields.placeDetail,
      ...fields.accessYes.map((code) => t(`associations:access.${code}`)),
    ],
    prix: [
      priceWords(t, lang, fields),
      fields.priceNote,
      fields.reductions,
      fields.trial === "unknown" ? null : t(`activities:trial.${fields.trial}`),
    ],
    inscription: [
      fields.registration,
      fields.registrationUrl,
      fields.contactName,
      fields.contactPhone,
      fields.contactEmail,
    ],
  };
  const line = said[part].filter(Boolean).join(" · ");
  if (!line) return undefined;
  return line.length > 220 ? `${line.slice(0, 217)}…` : line;
}
