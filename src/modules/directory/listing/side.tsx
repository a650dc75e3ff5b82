import { ButtonLink, PrintButton, ShareButton, type View } from "../../../ui/index.ts";
import { carried } from "../lines.tsx";
import { urls } from "../urls.ts";
import { readIn } from "./reading.tsx";
import type { ListingShown } from "./pages.tsx";

/** What one does with the page: keep it, share it, print it, correct it. */
export function Side({ view, shown }: { view: View; shown: ListingShown }) {
  const { t, href } = view;
  const { slug, name } = shown.listing;
  const link = (path: string, words: string) => (
    <p>
      <a href={href(path)}>{words}</a>
    </p>
  );
  const chosen = [...shown.chosen.filter((one) => one !== slug), slug];
  return (
    <section class="flow not-paper" aria-label={t("directory:listing.do")}>
      <ButtonLink kind="secondary" icon="star" href={href(urls.selection(chosen))}>
        {shown.chosen.length
          ? t("directory:listing.chooseMore", { count: shown.chosen.length })
          : t("directory:listing.choose")}
      </ButtonLink>
      <ShareButton view={view} url={view.origin + href(urls.association(slug))} />
      <PrintButton view={view} />
      <p>
        <img
          class="qr"
          src={urls.qr(slug)}
          alt={t("directory:listing.qr", { name })}
          width="192"
          height="192"
          loading="lazy"
        />
      </p>
      {link(readIn(view, shown.reading, urls.poster(slug)), t("directory:listing.poster"))}
      {shown.chosen.length > 0 && (
        <p>
          <a href={href(carried(urls.list, shown.chosen))}>{t("directory:selection.back")}</a>
        </p>
      )}
      {link(urls.report(slug), t("directory:listing.report"))}
      {link(urls.claim(slug), t("directory:listing.claim"))}
    </section>
  );
}
