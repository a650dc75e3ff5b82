/** `de` before a name, as French says it: `d’Épinal`, `du Mans`, `des Volants du Val`, `de Metz`. A silent h or a y is not guessed. */
export const ofName = (name: string): string =>
  name.startsWith("Le ") ? `du ${name.slice(3)}` : ofAnyName(name);

/** The same before what may be somebody: a family name keeps its article, `de Le Goff`. */
export function ofAnyName(name: string): string {
  if (name.startsWith("Les ")) return `des ${name.slice(4)}`;
  return /^[aeiouœæ]/i.test(name.normalize("NFD")) ? `d’${name}` : `de ${name}`;
}

/** What is never somebody, by its name in the sentences. */
const places: ReadonlySet<string> = new Set(["commune", "association", "site"]);

const capital = (words: string): string => `D${words.slice(1)}`;

/** What says a value inside a sentence, by its name there: `{{name, of}}`. */
export const formatters = {
  of: (value: unknown) => ofName(String(value)),
  ofany: (value: unknown) => ofAnyName(String(value)),
  ofcapital: (value: unknown) => capital(ofAnyName(String(value))),
};

/** A sentence of a French catalogue whose `de {{name}}` is said by what fills it. */
export const eliding = (words: string): string =>
  words.replace(
    /(?<!\p{L})([dD])e \{\{(\w+)\}\}/gu,
    (_, first: string, name: string) =>
      `{{${name}, ${first === "D" ? "ofcapital" : places.has(name) ? "of" : "ofany"}}}`,
  );
