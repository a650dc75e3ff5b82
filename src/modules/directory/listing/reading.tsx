import { longDay } from "../../../ui/dates.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { directionOf, frenchType, languages, type Lang } from "../../../platform/i18n/index.ts";
import { contentLanguages, readingAddress, textFields, type TextField } from "../../associations/index.ts"; // prettier-ignore
import { Alert, Facts, ownLanguageName, WordsIn, type View } from "../../../ui/index.ts";
import type { Listing, ListingText } from "./queries.ts";

/** The language a page is read in, when its association says something in it. */
export type Reading =
  | {
      lang: string;
      texts: readonly ListingText[];
      /** That the French prevails, in that language, where the page itself is in another. */
      prevails: string | undefined;
    }
  | undefined;

/** The languages an association says something in, French apart. */
const languagesOf = ({ texts }: Listing): string[] =>
  contentLanguages.filter((lang) => texts.some((text) => text.lang === lang));

/** The language asked for in the address, else that of the site; nothing when the association only says French there. */
export function readingOf({ view, query, house }: Ask, listing: Listing): Reading {
  const known = languagesOf(listing);
  const lang = [query.get("texte"), view.lang].find((one) => one && known.includes(one));
  if (!lang) return undefined;
  const texts = listing.texts.filter((text) => text.lang === lang);
  const site = languages.find((one) => one === lang && one !== view.lang);
  const prevails = (one: Lang) => house.words(one)("directory:texts.prevails");
  // A language the site has no words in yet answers in French.
  const said = site && prevails(site) !== prevails("fr") ? prevails(site) : undefined;
  return { lang, texts, prevails: said };
}

/** One text as it is read: in the language of the reading when it is said in it, else in French. */
export type Said = { lang: string; text: string; stale: boolean };

export function saidOf(listing: Listing, reading: Reading, field: TextField): Said | undefined {
  const french = listing[field];
  if (!french) return undefined;
  const told = reading?.texts.find((text) => text.field === field);
  return told
    ? { lang: told.lang, text: told.words, stale: told.stale }
    : { lang: "fr", text: frenchType(french), stale: false };
}

/** An address that keeps the reading, when it is not the language of the page. */
export const readIn = (view: View, reading: Reading, path: string): string =>
  reading && reading.lang !== view.lang ? `${path}?texte=${reading.lang}` : path;

/** The attributes of words that may be in another language than the page. */
export const languageOf = (view: View, lang: string) =>
  lang === view.lang ? {} : { lang, dir: directionOf(lang) as "ltr" | "rtl" };

/** The words of a field: plain in the language of the page, else a block of their own language. */
export const SaidWords = ({ view, said }: { view: View; said: Said }) =>
  said.lang === view.lang ? <>{said.text}</> : <WordsIn lang={said.lang} text={said.text} />;

/** The same page with the words of its association in another language. */
export function AlsoIn(props: { view: View; listing: Listing; reading: Reading }) {
  const { view, listing, reading } = props;
  const others = languagesOf(listing).filter((lang) => lang !== reading?.lang);
  if (!others.length) return null;
  return (
    <p class="row not-paper">
      {view.t("directory:texts.also")}
      {others.map((lang) => (
        <a
          href={readingAddress(view, listing.slug, lang)}
          lang={lang}
          hreflang={lang}
          dir={directionOf(lang)}
        >
          {ownLanguageName(lang)}
        </a>
      ))}
    </p>
  );
}

/** Whose words these are and since when, that the French prevails, and the French itself: at once where it has changed. */
export function WhoseWords(props: { view: View; listing: Listing; reading: Reading }) {
  const { view, listing, reading } = props;
  if (!reading) return null;
  const { t } = view;
  const language = new Intl.DisplayNames([view.lang], { type: "language" }).of(reading.lang) ?? "";
  const stale = reading.texts.filter((text) => text.stale);
  return (
    <Alert view={view} kind={stale.length ? "warning" : "info"}>
      {(["association", "agent"] as const).map((by) => {
        const days = reading.texts.filter((text) => text.by === by).map(({ on }) => on);
        const [day] = days.toSorted().toReversed();
        return (
          day && <p>{t(`directory:texts.by_${by}`, { language, day: longDay(view.lang, day) })}</p>
        );
      })}
      <p>
        <strong>{t("directory:texts.prevails")}</strong>
      </p>
      {reading.prevails && (
        <p {...languageOf(view, reading.lang)}>
          <strong>{reading.prevails}</strong>
        </p>
      )}
      {stale.length > 0 && (
        <>
          <p>{t("directory:texts.stale")}</p>
          <French view={view} listing={listing} of={stale} />
        </>
      )}
      {stale.length < reading.texts.length && (
        <details>
          <summary>{t("directory:texts.french")}</summary>
          <French view={view} listing={listing} of={reading.texts} />
        </details>
      )}
    </Alert>
  );
}

/** The French of some texts, each under its name; what the association is for needs none. */
function French(props: { view: View; listing: Listing; of: readonly ListingText[] }) {
  const { view, listing, of } = props;
  const { t } = view;
  const terms = {
    schedule: t("directory:listing.when"),
    registration: t("directory:listing.join"),
    prices: t("directory:listing.price"),
    accessNote: t("directory:listing.access"),
  };
  const words = (field: TextField) => <WordsIn lang="fr" text={frenchType(listing[field] ?? "")} />;
  const said = textFields.filter((field) => of.some((text) => text.field === field));
  return (
    <div class="flow">
      {said.map((field) => field === "aims" && words(field))}
      {said.some((field) => field !== "aims") && (
        <Facts
          view={view}
          facts={said.flatMap((field) =>
            field === "aims" ? [] : [{ term: terms[field], value: words(field) }],
          )}
        />
      )}
    </div>
  );
}
