import { longDay } from "../../ui/dates.ts";
import { distanceInWords } from "../../ui/distance.ts";
import { commaList, frenchType } from "../../platform/i18n/index.ts";
import { French, ResultItem, shownFact, Tag, type LineFact, type View } from "../../ui/index.ts";
import type { Freshness } from "../associations/index.ts";
import type { Line } from "./search/document-row.ts";
import { urls } from "./urls.ts";

const tones = {
  up_to_date: "success",
  to_confirm: "warning",
  not_confirmed: undefined,
  archived: "warning",
} as const;

/** How fresh something is, in words: "Confirmé le 3 septembre 2026". */
export function FreshnessTag(props: { view: View; level: Freshness; on: string | null }) {
  const { view, level, on } = props;
  const { t, lang } = view;
  const words =
    on || level === "archived"
      ? t(`directory:freshness.${level}_on`, { day: on ? longDay(lang, on) : "" })
      : t("directory:freshness.never");
  const tone = tones[level];
  return tone ? <Tag tone={tone}>{words}</Tag> : <Tag icon="wait">{words}</Tag>;
}

/** One association in a list: what, where, when, for whom, freshness. */
export function LineItem(props: {
  view: View;
  line: Line & { distance?: number | null };
  chosen?: readonly string[];
}) {
  const { view, line } = props;
  const { t, href } = view;
  const ceased = line.state === "ceased";
  return (
    <ResultItem
      title={
        <French view={view}>{line.acronym ? `${line.name} (${line.acronym})` : line.name}</French>
      }
      href={href(carried(urls.association(line.slug), props.chosen))}
      summary={line.what && <French view={view}>{line.what}</French>}
      facts={ceased ? [] : lineFacts(view, line).map(shownFact(view))}
      tags={
        ceased || line.state === "dormant" ? (
          <Tag tone="warning">{t(`directory:state.${ceased ? "ceased" : "dormant"}`)}</Tag>
        ) : (
          <FreshnessTag view={view} level={line.level} on={line.confirmedOn} />
        )
      }
    />
  );
}

/** Where, when, for whom. */
export function lineFacts(view: View, line: Line & { distance?: number | null }) {
  const { t, lang } = view;
  const facts: LineFact[] = [];
  const where = whereOf(view, line);
  if (where) {
    const far = typeof line.distance === "number" ? distanceInWords(lang, line.distance) : "";
    facts.push({
      icon: "place",
      words: far ? t("directory:line.at", { where, far }) : where,
      french: !far && line.places.length === 1,
    });
  }
  if (line.when) facts.push({ icon: "calendar", words: frenchType(line.when), french: true });
  if (line.publics.length) facts.push({ icon: "people", words: publicsOf(view, line.publics) });
  return facts;
}

/** "Salle des Halles, Le Centre, et 2 autres lieux". */
export function whereOf({ t }: View, line: Line): string {
  const [first, ...others] = line.places;
  if (!first) return "";
  const one = first.district ? `${first.name}, ${first.district}` : first.name;
  return others.length ? t("directory:line.places", { place: one, count: others.length }) : one;
}

/** "Enfants, adolescents, adultes". */
export const publicsOf = ({ t, lang }: View, codes: readonly string[]): string =>
  commaList(
    lang,
    codes
      .map((code) => t(`associations:public.${code}` as "associations:public.everyone"))
      .map((words, at) => (at ? words.charAt(0).toLowerCase() + words.slice(1) : words)),
  );

/** An address that keeps the shortlist being made. */
export function carried(path: string, chosen: readonly string[] = []): string {
  if (!chosen.length) return path;
  const query = new URLSearchParams(chosen.map((slug) => ["a", slug]));
  return `${path}${path.includes("?") ? "&" : "?"}${query}`;
}
