import type { Translate } from "../../../platform/i18n/index.ts";
import { codeWord, publics, themes } from "../../associations/index.ts";
import { derivedId } from "./ids.ts";
import type { Attribute, Taxonomy, TaxonomyTerm } from "./shapes.ts";

const lists = { theme: themes, public: publics } as const;
type List = keyof typeof lists;

/** The two lists of codes that describe what is offered: the same identifiers on every site. */
export const taxonomies = (t: Translate): Taxonomy[] =>
  (Object.keys(lists) as List[]).map((list) => taxonomy(t, list));

const taxonomy = (t: Translate, list: List): Taxonomy => ({
  id: derivedId("maillage", list),
  name: t(`open-data:referral.${list}`),
  description: t(`open-data:referral.${list}What`),
  version: "1",
});

export const taxonomyTerms = (t: Translate): TaxonomyTerm[] =>
  (Object.keys(lists) as List[]).flatMap((list) => lists[list].map((code) => term(t, list, code)));

function term(t: Translate, list: List, code: string): TaxonomyTerm {
  const detail = taxonomy(t, list);
  const name = codeWord(t, list, code);
  return {
    id: derivedId("maillage", list, code),
    code,
    name,
    description:
      list === "theme"
        ? t(`associations:themeHint.${code}` as "associations:themeHint.sport")
        : name,
    taxonomy: detail.name,
    taxonomy_detail: detail,
    language: "fr",
  };
}

/** Codes of something as links to their terms. */
export const attributesOf = (
  t: Translate,
  entity: "organization" | "service",
  id: string,
  codes: { theme: readonly string[]; public: readonly string[] },
): Attribute[] =>
  (Object.keys(lists) as List[]).flatMap((list) =>
    codes[list].map((code) => {
      const one = term(t, list, code);
      return {
        id: derivedId(id, list, code),
        link_id: id,
        link_entity: entity,
        link_type: list,
        taxonomy_term_id: one.id,
        taxonomy_term: one,
      };
    }),
  );
