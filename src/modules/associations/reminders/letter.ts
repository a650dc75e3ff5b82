import { addDays } from "../../../platform/clock.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { writeLetter, type WrittenLetter } from "../../../ui/index.ts";
import { linkDays, worthSaying } from "../confirming/rules.ts";
import { sections, type Section } from "../codes.ts";

/** A page in a grouped letter: its name, its figures, what is asked, its own link. */
export type Page = { name: string; views: number; sections: readonly Section[]; url: string };

export type GroupedLetter = {
  t: Translate;
  siteName: string;
  /** Name of the person, when all their contacts agree on it. */
  name: string | undefined;
  pages: readonly Page[];
  day: string;
  stopUrl: string;
  signature: readonly string[];
  /** Subject and first words the commune wrote for a campaign. */
  own?: { subject: string; opening: string } | undefined;
};

/** One letter for one person, whatever the number of pages they look after. */
export function groupedLetter(letter: GroupedLetter): WrittenLetter {
  const { t, pages, own } = letter;
  const [only] = pages;
  const single = pages.length === 1 ? only : undefined;
  const opening = own?.opening.split(/\n+/).filter((line) => line.trim() !== "") ?? [];
  return writeLetter({
    t,
    lang: "fr",
    siteName: letter.siteName,
    subject:
      own?.subject ??
      (single
        ? t("reminders:letter.subject", { name: single.name })
        : t("reminders:letter.subjectMany", { count: pages.length })),
    greeting: letter.name
      ? t("confirming:letter.greeting", { name: letter.name })
      : t("confirming:letter.hello"),
    paragraphs: [
      ...opening,
      ...(single
        ? [
            ...(own ? [t("reminders:letter.about", { name: single.name })] : []),
            ...viewsLine(t, single),
            asked(t, single),
          ]
        : [t("reminders:letter.many", { count: pages.length })]),
      t("confirming:letter.how"),
    ],
    ...(single
      ? { action: { words: t("confirming:letter.action"), url: single.url } }
      : {
          items: pages.map((page) => ({
            title: page.name,
            lines: [...viewsLine(t, page), asked(t, page)],
            action: { words: t("confirming:letter.action"), url: page.url },
          })),
        }),
    after: [
      t("reminders:letter.until", {
        count: pages.length,
        day: longDay("fr", addDays(letter.day, linkDays)),
      }),
      t("confirming:letter.call"),
      t("reminders:letter.why", { siteName: letter.siteName }),
    ],
    stop: { words: t("reminders:letter.stop"), url: letter.stopUrl },
    signature: letter.signature,
  });
}

const viewsLine = (t: Translate, { name, views }: Page): string[] =>
  views >= worthSaying ? [t("confirming:letter.views", { count: views, name })] : [];

const asked = (t: Translate, page: Page): string =>
  t("confirming:letter.ask", { sections: sectionWords(t, page.sections) });

/** Sections as one says them, always in the same order. */
export const sectionWords = (t: Translate, some: readonly Section[]): string =>
  sections
    .filter((one) => some.includes(one))
    .map((one) => t(`associations:section.${one}`).toLowerCase())
    .join(", ");
