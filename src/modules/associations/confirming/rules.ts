import { sections, type Section } from "../codes.ts";
import type { SectionName } from "../edit/sections.ts";

/** Days a link of a mail lives: long enough for a volunteer on holiday, short enough for a box read by others. */
export const linkDays = 45;

/** Days over which a letter counts the views of a page. */
export const countedDays = 90;
/** Fewer views would discourage. */
export const worthSaying = 5;

/** The form that corrects a section; places are a list of their own, so times only, and contacts have their form. */
export const correctedBy = {
  places: "horaires",
  prices: "tarifs",
  registration: "tarifs",
  accessibility: "accessibilite",
} as const satisfies Partial<Record<Section, SectionName>>;

/** Sections that saving a form has made true again. */
export const madeTrueBy = (form: SectionName | "contact"): Section[] =>
  form === "contact"
    ? ["contact"]
    : (Object.entries(correctedBy) as [Section, SectionName][])
        .filter(([, name]) => name === form)
        .map(([section]) => section);

/** What a letter asks of a listing: the sections that no longer hold, else all of them. */
export function toAsk(states: readonly { section: Section; level: string }[]): Section[] {
  const fresh = new Set(
    states.filter(({ level }) => level === "up_to_date").map((one) => one.section),
  );
  const old = sections.filter((section) => !fresh.has(section));
  return old.length ? old : [...sections];
}
