import type { ComponentChildren } from "preact";
import type { Ask } from "../../../platform/http/ask.ts";
import type { ResultsPart } from "../../communes/index.ts";
import { fewResults } from "../rules.ts";
import type { Found } from "../search/ask.ts";
import { askOf, type Search } from "./address.ts";

/** What other rooms add to results: what they have when little was found, and ways to what they have. */
export type BesideSeen = {
  few: readonly ComponentChildren[];
  links: readonly ComponentChildren[];
};

export const Beside = ({ seen }: { seen: BesideSeen }) => (
  <>
    {seen.few}
    {seen.links.map((link) => (
      <p>{link}</p>
    ))}
  </>
);

/** Asks other rooms; nothing more than whether they have anything, when enough was found. */
export async function besideResults(
  ask: Ask,
  parts: readonly ResultsPart[],
  search: Search,
  { total }: Found,
): Promise<BesideSeen> {
  const few: ComponentChildren[] = [];
  const { text, theme, near } = askOf(search);
  if (total < fewResults && byWordsOrTheme(search))
    for (const part of parts) few.push(await part.few(ask, { text, theme, near }));
  return { few, links: parts.flatMap((part) => part.link(ask) ?? []) };
}

/** A search that means something outside the commune: neither a district of ours nor a shape of the list. */
const byWordsOrTheme = (search: Search): boolean =>
  Boolean(search.text || search.theme) &&
  !search.district &&
  !search.public &&
  !search.access.length &&
  !search.map &&
  search.page === 1;
