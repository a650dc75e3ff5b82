import type { AssociationFacts } from "../../../associations/index.ts";
import type { Cells } from "../cells.ts";
import { cleanEmail, cleanPhone, cleanWebsite } from "../cleaning/contacts.ts";
import { cleanText, said } from "../cleaning/text.ts";
import type { ValueWarning } from "../understand.ts";

type Contacts = Pick<AssociationFacts, "website" | "email" | "phone">;

/** Contacts, each taken from the column where people really wrote it. */
export function contactsIn(cells: Cells, warn: (warning: ValueWarning) => void): Contacts {
  const webCells = cells.all("website");
  const mailCells = cells.all("email");
  const phoneCells = cells.all("phone");
  const ownEmail = first(mailCells, cleanEmail);
  const straying = first(webCells, cleanEmail);
  const website = first([...webCells, ...mailCells], cleanWebsite);
  const phone = first(phoneCells, cleanPhone);
  if (straying !== undefined) warn("email_in_website");
  if (ownEmail === undefined && saysSomething(mailCells)) warn("email_unreadable");
  if (phone === undefined && saysSomething(phoneCells)) warn("phone_unreadable");
  if (website === undefined && straying === undefined && saysSomething(webCells))
    warn("website_unreadable");
  return said<Contacts>({ website, email: ownEmail ?? straying, phone });
}

function first(
  cells: readonly string[],
  clean: (cell: string) => string | undefined,
): string | undefined {
  return cells.map(clean).find((value) => value !== undefined);
}

function saysSomething(cells: readonly string[]): boolean {
  return cells.some((cell) => cleanText(cell) !== undefined);
}
