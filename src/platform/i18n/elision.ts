/** `de` before a name, as French says it: `d’Épinal`, `du Mans`, `des Volants du Val`, `de Metz`. A silent h or a y is not guessed. */
export function ofName(name: string): string {
  if (name.startsWith("Les ")) return `des ${name.slice(4)}`;
  if (name.startsWith("Le ")) return `du ${name.slice(3)}`;
  return /^[aeiouœæ]/i.test(name.normalize("NFD")) ? `d’${name}` : `de ${name}`;
}

const capital = (words: string): string => `D${words.slice(1)}`;

/** What says a value inside a sentence, by its name there: `{{name, of}}`. */
export const formatters = {
  of: (value: unknown) => ofName(String(value)),
  ofcapital: (value: unknown) => capital(ofName(String(value))),
};

/** A sentence of a French catalogue whose `de {{name}}` is said by what fills it. */
export const eliding = (words: string): string =>
  words.replace(
    /(?<!\p{L})([dD])e \{\{(\w+)\}\}/gu,
    (_, first: string, name: string) => `{{${name}, ${first === "D" ? "ofcapital" : "of"}}}`,
  );
