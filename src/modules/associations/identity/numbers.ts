/** The three numbers an association may have: RNA (declared associations), SIREN and SIRET (when it pays or is paid). */

/** A number in its stored form, or the reason it was refused. */
export type Reading<Refusal extends string> = { value: string } | { refusal: Refusal };

export type RnaRefusal =
  | "empty"
  | "looks_like_siren"
  | "looks_like_siret"
  | "court_register"
  | "wrong_length"
  | "unreadable";
export type SirenRefusal =
  "empty" | "not_digits" | "rounded" | "looks_like_siret" | "wrong_length" | "wrong_check_digit";
export type SiretRefusal =
  "empty" | "not_digits" | "rounded" | "looks_like_siren" | "wrong_length" | "wrong_check_digit";

export type RnaKind = "current" | "old";

/** La Poste's establishments do not follow Luhn: their digits add up to a multiple of five. */
const laPoste = "356000000";
/** W, department (`49`, `2A`, `9G`), rank of the prefecture in it, six digits. */
const current = /^W\d[0-9A-Z]\d\d{6}$/;
/** Management code (`913S`), then the number the prefecture gave before 2009, in its own manner (`1993-09554`). */
const oldWithCode = /^\d[0-9A-Z]\d[PS][0-9A-Z][0-9A-Z/-]{0,12}$/;
/** The number without its code: ten digits beginning by 0 or by an overseas department, or Paris's eight. */
const oldAlone = /^(?:0\d{9}|9[78]\d{8}|00\d{6})$/;
const nothing = /^(?:0+|-+|N\/?[AC]|NEANT|AUCUNE?|NON|X+|\?+)$/;

/** Reads an RNA number as people type it: `w49 3000 123`, `W.493.000.123`, `913S 0913012577`, `0913012577`. */
export function readRna(typed: string): Reading<RnaRefusal> {
  const text = squeeze(typed).replace(/^(?:N°?)?(?:RNA|WALDEC)(?:N°)?:?/, "");
  if (text === "" || nothing.test(text)) return { refusal: "empty" };
  if (/VOL|FOLIO|TRIBUNAL|GREFFE/.test(text)) return { refusal: "court_register" };
  const value = text.startsWith("W") ? zeroes(text.replace(/[-/_]/g, "")) : text.replace(/_/g, "");
  if (current.test(value) || oldWithCode.test(value) || oldAlone.test(value)) return { value };
  if (/^\d{14}$/.test(value) && siretChecks(value)) return { refusal: "looks_like_siret" };
  if (/^\d{9}$/.test(value) && luhn(value)) return { refusal: "looks_like_siren" };
  if (/^W\w+$/.test(value) && value.length !== 10) return { refusal: "wrong_length" };
  return { refusal: "unreadable" };
}

/** Reads a SIREN, nine digits whose last one checks the others. */
export function readSiren(typed: string): Reading<SirenRefusal> {
  const text = onlyDigits(typed, "SIREN");
  if (typeof text !== "string") return text;
  if (text.length === 14) return { refusal: "looks_like_siret" };
  if (text.length !== 9) return { refusal: "wrong_length" };
  return luhn(text) ? { value: text } : { refusal: "wrong_check_digit" };
}

/** Reads a SIRET: the nine digits of the SIREN, then five for the establishment. */
export function readSiret(typed: string): Reading<SiretRefusal> {
  const text = onlyDigits(typed, "SIRET");
  if (typeof text !== "string") return text;
  if (text.length === 9) return { refusal: "looks_like_siren" };
  if (text.length !== 14) return { refusal: "wrong_length" };
  // No establishment is numbered 00000: a spreadsheet kept only the first digits of a large number.
  if (text.endsWith("00000")) return { refusal: "rounded" };
  return siretChecks(text) ? { value: text } : { refusal: "wrong_check_digit" };
}

export const sirenOf = (siret: string): string => siret.slice(0, 9);

export const rnaKind = (rna: string): RnaKind => (rna.startsWith("W") ? "current" : "old");

/** Number of an old RNA without its management code: `913S0913012577` → `0913012577`; nothing for a current one. */
export function oldNumberOf(rna: string): string | undefined {
  if (rnaKind(rna) === "current") return undefined;
  return oldAlone.test(rna) ? rna : rna.slice(4);
}

/** Whether two stored RNA numbers are one, an old one being written with or without its management code. */
export function sameRna(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [oldNumberOf(one), oldNumberOf(other)];
  // The bare number repeats the code it comes from when it has ten digits: without that, two prefectures could share it.
  return a !== undefined && a === b && oldAlone.test(a) && (one === a || other === b);
}

/** `W49 3000 123`, `913S 0913012577`: unbreakable spaces, so that a number stays on its line. */
export function displayRna(rna: string): string {
  if (current.test(rna)) return `${rna.slice(0, 3)}\u00A0${rna.slice(3, 7)}\u00A0${rna.slice(7)}`;
  return oldWithCode.test(rna) ? `${rna.slice(0, 4)}\u00A0${rna.slice(4)}` : rna;
}

/** `123 456 789 00012` */
export const displaySiret = (siret: string): string =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1\u00A0$2\u00A0$3\u00A0$4");

function onlyDigits(
  typed: string,
  label: string,
): string | { refusal: "empty" | "not_digits" | "rounded" } {
  const raw = typed.normalize("NFKC").toUpperCase();
  if (/\dE\+?\d+\s*$/.test(raw)) return { refusal: "rounded" };
  const text = squeeze(raw)
    .replace(new RegExp(`^(?:N°?)?${label}(?:N°)?:?`), "")
    .replace(/[-/_']/g, "");
  if (nothing.test(text) || text === "") return { refusal: "empty" };
  return /^\d+$/.test(text) ? text : { refusal: "not_digits" };
}

/** Upper case without the spaces, dots and quotes people type; also the spaces that cannot be seen. */
const squeeze = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.,;"\u200B-\u200D\u2060\uFEFF]/g, "");

/** The last six characters of a current number are digits: a letter O there is a zero typed wrong. */
const zeroes = (text: string): string => text.slice(0, 4) + text.slice(4).replaceAll("O", "0");

function siretChecks(siret: string): boolean {
  if (luhn(siret)) return true;
  return siret.startsWith(laPoste) && [...siret].reduce((sum, d) => sum + Number(d), 0) % 5 === 0;
}

/** Luhn's sum: every second digit from the right doubled, the whole a multiple of ten. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const twice = digit * 2;
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}
