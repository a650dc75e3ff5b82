import { cleanText } from "./text.ts";

/** What an identifier cell gives, and why it gives less than it seems to. */
export type Identifier = {
  siret?: string;
  siren?: string;
  rna?: string;
  warning?: "rounded" | "bad_check_digit" | "not_an_identifier";
};

/** `W` + 9 characters, or the old management code (`751P`) and number. */
export function cleanRna(cell: string | undefined): string | undefined {
  const text = cleanText(cell)?.toUpperCase().replace(/\s/g, "");
  if (text === undefined) return undefined;
  const joined = text.replace(/[.-]/g, "");
  if (/^W\d[0-9A-Z]\d{7}$/.test(joined)) return joined;
  return /^\d[0-9A-Z]\d[PS]\d[0-9A-Z/-]{1,14}$/.test(text) ? text : undefined;
}

/** The number that follows this record, read in the registry's free remarks. */
export function successorIn(
  remark: string | undefined,
  own: string | undefined,
): string | undefined {
  const found = /(?<![0-9A-Z])W\d[0-9A-Z]\d{7}(?![0-9A-Z])/.exec((remark ?? "").toUpperCase())?.[0];
  return found === own ? undefined : found;
}

/** A SIRET or SIREN as files write it: spaced, without its first zeros, or rounded by a spreadsheet. */
export function cleanSiret(cell: string | undefined): Identifier {
  const text = cleanText(cell)
    ?.replace(/\.0$/, "")
    .replace(/[\s.\u00a0']+(?=\d)/g, "");
  if (text === undefined || /^0+$/.test(text)) return {};
  if (/^\d[.,]?\d*E\+?\d+$/i.test(text)) return { warning: "rounded" };
  const rna = cleanRna(text);
  if (rna?.startsWith("W")) return { rna };
  if (!/^\d+$/.test(text)) return { warning: "not_an_identifier" };
  if (text.length <= 9 && text.length >= 7) return sirenOnly(text.padStart(9, "0"));
  if (text.length < 12 || text.length > 14) return { warning: "not_an_identifier" };
  return siretOrLess(text.padStart(14, "0"));
}

function sirenOnly(siren: string): Identifier {
  return passesLuhn(siren) ? { siren } : { warning: "bad_check_digit" };
}

/** An establishment is never numbered 00000: zeros there come from rounding, and the SIREN is sure only if its last digit survived. */
function siretOrLess(siret: string): Identifier {
  const siren = siret.slice(0, 9);
  if (siret.endsWith("00000")) {
    const sure = !siren.endsWith("0") && passesLuhn(siren);
    return sure ? { siren, warning: "rounded" } : { warning: "rounded" };
  }
  if (isSiret(siret)) return { siret };
  return passesLuhn(siren) && /^000\d\d$/.test(siret.slice(9))
    ? { siren, warning: "bad_check_digit" }
    : { warning: "bad_check_digit" };
}

const laPoste = "356000000";

/** Check digit of the 14 digits; establishments of La Poste add up to a multiple of five instead. */
export function isSiret(siret: string): boolean {
  if (!/^\d{14}$/.test(siret) || !passesLuhn(siret.slice(0, 9))) return false;
  if (passesLuhn(siret)) return true;
  const sum = [...siret].reduce((total, digit) => total + Number(digit), 0);
  return siret.startsWith(laPoste) && sum % 5 === 0;
}

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && !/^0+$/.test(digits);
}

/** Code of the national nomenclature on 6 digits, whose first zero spreadsheets drop; `000000` says nothing. */
export function cleanRegistryTheme(cell: string | undefined): string | undefined {
  const text = cleanText(cell)?.replace(/\.0$/, "") ?? "";
  if (!/^\d{4,6}$/.test(text)) return undefined;
  const code = text.padStart(6, "0");
  return code === "000000" ? undefined : code;
}
