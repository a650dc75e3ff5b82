import { cleanText } from "./text.ts";

/** A day as `YYYY-MM-DD`, from the ways files write it; silent for what is no day of an association's life. */
export function cleanDate(cell: string | undefined): string | undefined {
  const text = cleanText(cell);
  if (text === undefined) return undefined;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s.*)?$/.exec(text);
  if (french) return day(fullYear(french[3] ?? ""), french[2], french[1]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return day(compact[1], compact[2], compact[3]);
  const words = /^(\d{1,2})(?:er)? ([a-zéûà.]+) (\d{4})$/i.exec(text);
  if (words) return day(words[3], monthNumber(words[2] ?? ""), words[1]);
  return /^\d{5}(?:\.\d+)?$/.test(text) ? fromSerial(Number(text)) : undefined;
}

/** The earliest year taken for a creation: a few societies are older than the law of 1901. */
const earliestYear = 1700;
const latestYear = 2100;

function day(year = "", month = "", dayOfMonth = ""): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)];
  if (y < earliestYear || y > latestYear) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return undefined;
  return date.toISOString().slice(0, 10);
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) > 40 ? `19${year}` : `20${year}`;
}

const months = [
  "janv",
  "fev",
  "mars",
  "avr",
  "mai",
  "juin",
  "juil",
  "aout",
  "sept",
  "oct",
  "nov",
  "dec",
];

function monthNumber(word: string): string {
  const plain = word
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .toLowerCase();
  return String(months.findIndex((month) => plain.startsWith(month)) + 1);
}

/** Spreadsheets count days from 30 December 1899; below 1905 the number is rather a postcode. */
function fromSerial(serial: number): string | undefined {
  if (serial < 10_000 || serial > 73_000) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
