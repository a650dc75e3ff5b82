import type { ComponentChildren } from "preact";
import { commaList } from "../../../platform/i18n/index.ts";
import { patternWords } from "../../scheduling/index.ts";
import { French, MailAddress, Phone, type View } from "../../../ui/index.ts";
import { agesOf } from "../record/rules.ts";
import { agesWords, placeWords, priceWords } from "../words.ts";
import type { ActivityShown } from "./page.tsx";

/** What was said, a line each; nothing when nothing was. */
const lines = (...words: ComponentChildren[]) => {
  const said = words.filter(Boolean);
  return said.length ? said.map((one) => <p>{one}</p>) : undefined;
};

/** What a page says of an activity, by question; what nobody said is left out. */
export function factsOf(view: View, { activity, place, elsewhere }: Omit<ActivityShown, "added">) {
  const { t, lang } = view;
  const { fields } = activity;
  /** What the association wrote. */
  const written = (words: string | null | undefined) =>
    words && <French view={view}>{words}</French>;
  const street = place && [place.street, place.postcode, place.town].filter(Boolean).join(" ");
  return [
    {
      term: t("activities:page.where"),
      value:
        lines(...[place?.name, street, place?.district, fields.placeDetail].map(written)) ??
        (elsewhere.size ? undefined : t("activities:page.noPlace")),
    },
    {
      term: t("activities:page.whom"),
      value: lines(
        agesWords(t, lang, agesOf(activity)),
        commaList(
          lang,
          fields.publics.map((code) => t(`associations:public.${code}`)),
        ),
        t(`activities:level.${fields.level}`),
      ),
    },
    {
      term: t("activities:page.price"),
      value: lines(
        priceWords(t, lang, fields),
        written(fields.priceNote),
        written(fields.reductions),
        fields.trial === "unknown" ? null : t(`activities:trial.${fields.trial}`),
      ),
    },
    {
      term: t("activities:page.access"),
      value: lines(
        commaList(
          lang,
          fields.accessYes.map((code) => t(`associations:access.${code}`)),
        ),
      ),
    },
    {
      term: t("activities:page.join"),
      value:
        fields.registration || fields.registrationUrl ? (
          <>
            {lines(written(fields.registration))}
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
        written(fields.contactName),
        fields.contactPhone && <Phone number={fields.contactPhone} />,
        fields.contactEmail && <MailAddress address={fields.contactEmail} />,
      ),
    },
  ];
}

/** The same in a few words: when, where, for whom, at what price; `french` when they are a name. */
export function briefFacts(
  { t, lang }: View,
  { activity, hours, place }: Omit<ActivityShown, "added">,
): { words: string; french?: boolean }[] {
  return [
    ...hours
      .filter(({ pattern }) => pattern.rhythm.kind !== "once")
      .map(({ pattern }) => ({ words: patternWords(t, lang, pattern) })),
    ...(place
      ? [{ words: placeWords({ place: place.name, district: place.district }), french: true }]
      : []),
    ...[agesWords(t, lang, agesOf(activity)), priceWords(t, lang, activity.fields)].flatMap(
      (words) => (words === undefined ? [] : [{ words }]),
    ),
  ];
}
