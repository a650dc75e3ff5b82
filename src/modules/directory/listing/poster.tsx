import { ButtonLink, French, page, PrintButton, type View } from "../../../ui/index.ts";
import { publicsOf } from "../lines.tsx";
import { firstSentence } from "../../language/index.ts";
import { urls } from "../urls.ts";
import type { Listing } from "./queries.ts";
import { languageOf, readIn, saidOf, type Reading } from "./reading.tsx";

/** A sheet to pin up: what, for whom, where, when, and a code to photograph. */
export function posterPage(view: View, listing: Listing, reading: Reading): string {
  const { t, href, origin } = view;
  const aims = saidOf(listing, reading, "aims");
  const schedule = saidOf(listing, reading, "schedule");
  const address = `${origin}${urls.association(listing.slug)}`;
  return page(
    view,
    { title: t("directory:poster.title", { name: listing.name }), hidden: true },
    <>
      <div class="row not-paper">
        <PrintButton view={view} />
        <ButtonLink
          kind="quiet"
          icon="previous"
          href={href(readIn(view, reading, urls.association(listing.slug)))}
        >
          {t("directory:poster.back")}
        </ButtonLink>
      </div>
      <article class="poster">
        <h1>
          <French view={view}>{listing.name}</French>
        </h1>
        {aims && <p {...languageOf(view, aims.lang)}>{firstSentence(aims.text)}</p>}
        {listing.publics.length > 0 && <p>{publicsOf(view, listing.publics)}</p>}
        {schedule && (
          <p {...languageOf(view, schedule.lang)}>
            <strong>{schedule.text}</strong>
          </p>
        )}
        {listing.places.slice(0, 2).map((place) => (
          <p>
            <French view={view}>{[place.name, place.street].filter(Boolean).join(", ")}</French>
          </p>
        ))}
        <img
          src={urls.qr(listing.slug)}
          alt={t("directory:listing.qr", { name: listing.name })}
          width="320"
          height="320"
        />
        {reading && <p class="soft">{t("directory:texts.prevails")}</p>}
        <p dir="ltr">{address.replace(/^https?:\/\//, "")}</p>
      </article>
    </>,
  );
}
