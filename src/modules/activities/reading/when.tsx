import { commaList } from "../../../platform/i18n/index.ts";
import { associationUrls } from "../../associations/index.ts";
import { French, Tag, type View } from "../../../ui/index.ts";
import { patternWords, periodWords } from "../../scheduling/index.ts";
import { occurrenceWords } from "../words.ts";
import type { ActivityShown } from "./page.tsx";

/** Where it is held, said after when. */
const Elsewhere = ({ view, words }: { view: View; words: string | undefined }) =>
  words ? (
    <>
      {commaList(view.lang, ["", ""])}
      <French view={view}>{words}</French>
    </>
  ) : null;

/** The hours it is held at, then its next dates. */
export function When({ view, shown }: { view: View; shown: ActivityShown }) {
  const { t, lang } = view;
  // A date of its own is said once, among the dates, as long as there are any.
  const hours = shown.hours.filter(
    ({ pattern }) => shown.dates.length === 0 || pattern.rhythm.kind !== "once",
  );
  return (
    <section class="flow" aria-labelledby="quand">
      <h2 id="quand">{t("activities:page.when")}</h2>
      {shown.hours.length === 0 && (
        <p>
          {t("activities:page.noHours")}{" "}
          <a href={view.href(`${associationUrls.listing(shown.activity.association.slug)}/ecrire`)}>
            {t("activities:page.write")}
          </a>
        </p>
      )}
      {hours.length > 0 && (
        <ul>
          {hours.map(({ pattern, elsewhere }) => (
            <li>
              {patternWords(t, lang, pattern)}
              <Elsewhere view={view} words={elsewhere} />
              {pattern.rhythm.kind !== "once" && (
                <span class="soft">. {periodWords(t, lang, pattern)}.</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.dates.length > 0 && (
        <>
          <h3>{t("activities:page.dates")}</h3>
          <ul>
            {shown.dates.map((date) => (
              <li>
                {date.state === "cancelled" ? (
                  <s>{occurrenceWords(t, lang, date)}</s>
                ) : (
                  occurrenceWords(t, lang, date)
                )}
                <Elsewhere view={view} words={shown.elsewhere.get(date.seriesId)?.words} />{" "}
                {date.state !== "planned" && (
                  <Tag tone="warning">{t(`activities:date.${date.state}`)}</Tag>
                )}
                {date.notice && (
                  <>
                    {" "}
                    <French view={view}>{date.notice}</French>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
