import { dayOf, addDays } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import {
  activityFacts,
  activityUrls,
  agendaDates,
  blankSearch,
  searchActivities,
  wantedOf,
  type AgendaDate,
} from "../../activities/index.ts";
import { associationUrls } from "../../associations/index.ts";
import { chosenLines, lineFacts, searchDirectory } from "../../directory/index.ts";
import { firstSentence } from "../../language/index.ts";
import { hoursWords } from "../../scheduling/index.ts";
import { dayWords } from "../../../ui/dates.ts";
import { shownPhone, type LineFact, type View } from "../../../ui/index.ts";
import type { Widget } from "../address.ts";
import { activityIn } from "./activity.ts";

export type SaidFact = Pick<LineFact, "words" | "french">;

export type SaidLine = {
  title: string;
  /** True when its title is a word of the site rather than a name. */
  ours?: boolean;
  /** Without, it is said and leads nowhere more. */
  href?: string;
  summary?: string | undefined;
  facts: SaidFact[];
};
/** What a widget says, before it is a frame or a fragment; several groups have each their title. */
export type Said = {
  title: string;
  groups: { title?: string; lines: SaidLine[] }[];
  /** True at this very moment: not to be kept. */
  fleeting?: boolean;
};

const wordsOf = (facts: readonly SaidFact[]): SaidFact[] =>
  facts.map(({ words, french = false }) => ({ words: words.replace(/\.$/, ""), french }));

/** Reads what a widget shows; undefined when what it names is not there. */
export async function saidIn(ask: Ask, widget: Widget): Promise<Said | undefined> {
  const { view } = ask;
  if (widget.kind === "listing") return listing(ask, widget);
  if (widget.kind === "activity") return activityIn(ask, widget);
  const title = view.t(`widgets:title.${widget.kind}`, { commune: view.commune.name });
  if (widget.kind === "search") return { title, groups: [] };
  if (widget.kind === "agenda") return { title, groups: await agenda(ask, widget) };
  const lines = widget.kind === "activities" ? activities(ask, widget) : associations(ask, widget);
  return { title, groups: [{ lines: await lines }] };
}

async function associations({ tx, view }: Ask, widget: Widget): Promise<SaidLine[]> {
  const { lines } = await searchDirectory(tx, {
    text: widget.text,
    theme: widget.theme || undefined,
    public: widget.public || undefined,
    district: widget.district || undefined,
  });
  return lines.slice(0, widget.most).map((line) => ({
    title: line.name,
    href: associationUrls.listing(line.slug),
    summary: line.what ?? undefined,
    facts: wordsOf(lineFacts(view, line)),
  }));
}

const filters = ({ text, theme, public: whom, district }: Widget) => ({
  text,
  theme,
  public: whom,
  district,
});

async function activities({ tx, view, now }: Ask, widget: Widget): Promise<SaidLine[]> {
  const { lines } = await searchActivities(
    tx,
    wantedOf({ ...blankSearch, ...filters(widget) }),
    now,
    widget.most,
  );
  return lines.map((line) => ({
    title: line.title,
    href: activityUrls.activity(line.slug),
    summary: firstSentence(line.what),
    facts: wordsOf(activityFacts(view, line)),
  }));
}

/** Days ahead that an agenda shows. */
const ahead = 13;

async function agenda({ tx, view, now }: Ask, widget: Widget): Promise<Said["groups"]> {
  const first = dayOf(now);
  const dates = await agendaDates(tx, { first, last: addDays(first, ahead) }, widget, widget);
  const days = Map.groupBy(dates.slice(0, widget.most), ({ day }) => day);
  return [...days].map(([day, list]) => ({
    title: dayWords(view.lang, day),
    lines: list.map((date) => dateLine(view, date)),
  }));
}

const dateLine = ({ t, lang }: View, date: AgendaDate): SaidLine => ({
  title: date.line.title,
  href: activityUrls.activity(date.line.slug),
  summary: date.notice ?? undefined,
  facts: [
    ...(date.state === "planned" ? [] : [{ words: t(`activities:date.${date.state}`) }]),
    { words: hoursWords(t, lang, date) },
    ...[date.line.association.name, date.line.place ?? ""]
      .filter(Boolean)
      .map((words) => ({ words, french: true })),
  ],
});

async function listing({ tx, view, count }: Ask, { slug }: Widget): Promise<Said | undefined> {
  const [line] = await chosenLines(tx, [slug]);
  if (!line) return undefined;
  count("association", line.id, "widget");
  return {
    title: line.name,
    groups: [
      {
        lines: [
          {
            title: view.t("widgets:see"),
            ours: true,
            href: associationUrls.listing(line.slug),
            summary: line.what ?? undefined,
            facts: [
              ...wordsOf(lineFacts(view, line)),
              ...(line.phone ? [{ words: shownPhone(line.phone), french: true }] : []),
            ],
          },
        ],
      },
    ],
  };
}
