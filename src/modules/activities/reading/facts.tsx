import { patternWords } from "../../scheduling/index.ts";
import { shownPhone, type View } from "../../../ui/index.ts";
import { agesOf } from "../record/rules.ts";
import { agesWords, placeWords, priceWords } from "../words.ts";
import type { ActivityShown } from "./page.tsx";

/** What was said, a line each; nothing when nothing was. */
const lines = (...words: (string | null | undefined)[]) => {
  const said = words.filter(Boolean);
  return said.length ? said.map((one) => <p>{one}</p>) : undefined;
};

/** What a page says of an activity, by question; what nobody said is left out. */
export function factsOf(
  { t, lang }: View,
  { activity, place, elsewhere }: Omit<ActivityShown, "added">,
) {
  const { fields } = activity;
  const street = place && [place.street, place.postcode, place.town].filter(Boolean).join(" ");
  return [
    {
      term: t("activities:page.where"),
      value:
        lines(place?.name, street, place?.district, fields.placeDetail) ??
        (elsewhere.size ? undefined : t("activities:page.noPlace")),
    },
    {
      term: t("activities:page.whom"),
      value: lines(
        agesWords(t, agesOf(activity)),
        fields.publics.map((code) => t(`associations:public.${code}`)).join(", "),
        t(`activities:level.${fields.level}`),
      ),
    },
    {
      term: t("activities:page.price"),
      value: lines(
        priceWords(t, lang, fields),
        fields.priceNote,
        fields.reductions,
        fields.trial === "unknown" ? null : t(`activities:trial.${fields.trial}`),
      ),
    },
    {
      term: t("activities:page.access"),
      value: lines(fields.accessYes.map((code) => t(`associations:access.${code}`)).join(", ")),
    },
    {
      term: t("activities:page.join"),
      value:
        fields.registration || fields.registrationUrl ? (
          <>
            {lines(fields.registration)}
            {fields.registrationUrl && (
              <p>
                <a href={fields.registrationUrl} rel="noopener">
                  {t("activities:page.joinSite")}
                </a>
              </p>
            )}
          </>
        ) : undefined,
    },
    {
      term: t("activities:page.contact"),
      value: lines(
        fields.contactName,
        fields.contactPhone && shownPhone(fields.contactPhone),
        fields.contactEmail,
      ),
    },
  ];
}

/** The same in a few words: when, where, for whom, at what price. */
export function briefFacts(
  { t, lang }: View,
  { activity, hours, place }: Omit<ActivityShown, "added">,
): string[] {
  return [
    ...hours
      .filter(({ pattern }) => pattern.rhythm.kind !== "once")
      .map(({ pattern }) => patternWords(t, lang, pattern)),
    place && placeWords({ place: place.name, district: place.district }),
    agesWords(t, agesOf(activity)),
    priceWords(t, lang, activity.fields),
  ].filter((words) => words !== undefined);
}
