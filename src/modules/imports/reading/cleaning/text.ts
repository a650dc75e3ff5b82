/** What a cell says, without what nobody can see; undefined when it says nothing. */
export function cleanText(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const text = cell
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/gu, "")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
  return text === "" || saysNothing.test(text) ? undefined : text.normalize("NFC");
}

const saysNothing =
  /^(?:n\/?[ad]|null|none|nil|nan|undefined|néant|neant|non renseigné|nc|sans objet|#(?:n\/a|ref!?|value!?|name\?|nom\?|valeur!?|div\/0!?)|[-_.?"'/\\*]+)$/i;

/** Long text keeps its paragraphs. */
export function cleanParagraphs(cell: string | undefined): string | undefined {
  const lines = (cell ?? "").split(/\r?\n/).map(cleanText);
  const text = lines.filter((line) => line !== undefined).join("\n");
  return text === "" ? undefined : text;
}

/** Without accents, case, punctuation: what makes two names the same. */
export function sameWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toUpperCase()
    .replaceAll("Œ", "OE")
    .replaceAll("Æ", "AE")
    .replaceAll("&", " ET ")
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();
}

/** Keeps what is said; what is silent leaves no key behind. */
export function said<T extends object>(values: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
