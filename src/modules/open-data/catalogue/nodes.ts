/** What is said of a thing: another thing, or a text, in French when `lang` says so. */
export type Term = { iri: string } | { text: string; lang?: "fr"; type?: "xsd:dateTime" };

/** A thing of a catalogue: its address, its classes, what is said of it. */
export type Node = { iri: string; types: string[]; says: [predicate: string, term: Term][] };

export const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** The same things as JSON-LD; its context is inside, nothing is fetched to read it. */
export const toJsonLd = (nodes: readonly Node[]): object => ({
  "@context": prefixes,
  "@graph": nodes.map(({ iri, types, says }) => ({
    "@id": iri,
    "@type": types,
    ...Object.fromEntries(
      [...Map.groupBy(says, ([predicate]) => predicate)].map(([predicate, list]) => [
        predicate,
        list.map(([, term]) => jsonTerm(term)),
      ]),
    ),
  })),
});

const jsonTerm = (term: Term): object =>
  "iri" in term
    ? { "@id": term.iri }
    : {
        "@value": term.text,
        ...(term.lang ? { "@language": term.lang } : {}),
        ...(term.type ? { "@type": term.type } : {}),
      };

/** The same things as Turtle. */
export const toTurtle = (nodes: readonly Node[]): string => {
  const known = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const told = nodes.map(({ iri, types, says }) => {
    const lines = says.map(([predicate, term]) => `  ${predicate} ${turtleTerm(term)}`);
    return `${[`<${iri}> a ${types.join(", ")}`, ...lines].join(" ;\n")} .\n`;
  });
  return [...known, "", ...told].join("\n");
};

const turtleTerm = (term: Term): string => {
  if ("iri" in term) return `<${term.iri}>`;
  const { text, lang, type } = term;
  return `"${escaped(text)}"${lang ? `@${lang}` : ""}${type ? `^^${type}` : ""}`;
};

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
const escaped = (text: string): string =>
  text.replace(/[\\"\n\r\t]/g, (sign) => escapes[sign] ?? sign);
