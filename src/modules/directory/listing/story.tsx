import { commaList, localeOf } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { Facts, French, WordsIn, type View } from "../../../ui/index.ts";
import type { Listing } from "./queries.ts";
import type { Said } from "./reading.tsx";

/** What one reads once the page has answered: its story, then what the registry says of it. */
export function Story({
  view,
  listing,
  story,
}: {
  view: View;
  listing: Listing;
  story: Said | undefined;
}) {
  const { t, lang } = view;
  const languages = new Intl.DisplayNames([localeOf(lang)], { type: "language" });
  const spoken = listing.languages
    .filter((code) => code !== "fr")
    .map((code) => languages.of(code) ?? code);
  return (
    <section class="flow">
      <h2>{t("directory:listing.story")}</h2>
      {story && <WordsIn lang={story.lang} text={story.text} />}
      <Facts
        view={view}
        facts={[
          {
            term: t("directory:listing.spoken"),
            value: spoken.length
              ? t("directory:listing.andFrench", { list: commaList(lang, spoken) })
              : undefined,
          },
          {
            term: t("directory:listing.website"),
            value: listing.website && (
              <a href={listing.website} rel="noopener" dir="ltr">
                {listing.website.replace(/^https?:\/\/(www\.)?/, "")}
              </a>
            ),
          },
          {
            term: t("directory:listing.since"),
            value: listing.createdOn && longDay(lang, listing.createdOn),
          },
          {
            term: t("directory:listing.form"),
            value: t(
              `associations:legalForm.${listing.legalForm}` as "associations:legalForm.declared",
            ),
          },
          {
            term: t("directory:listing.seat"),
            value: listing.seat && <French view={view}>{listing.seat}</French>,
          },
          {
            term: t("directory:listing.rna"),
            value: listing.rna && <bdi dir="ltr">{listing.rna}</bdi>,
          },
          {
            term: t("directory:listing.siret"),
            value: listing.siret && <bdi dir="ltr">{listing.siret}</bdi>,
          },
        ]}
      />
    </section>
  );
}
