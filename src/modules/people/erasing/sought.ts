import { sql, type RawBuilder } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { DB } from "../../../platform/db/types.ts";
import { hiddenValue } from "../../journal/index.ts";

/** Someone to erase, by their account if they have one, and every name and number they are known by. */
export type Sought = {
  id: string | null;
  email: string;
  names: string[];
  phones: string[];
  /** They ask for themselves: what is between them and an association is told to them, never to an agent. */
  proven?: boolean;
};

const spaces = "[\\s.()/\\u00a0\\u202f-]*";
/** After a line break as JSON writes it, a word begins. */
const lineBreak = "(?<=\\\\[nrt])";

/**
 * A pattern (case aside) of every way to write someone's address, numbers and names, standing alone: for PostgreSQL, or,
 * told what the letters of a word are, for JavaScript.
 */
export function patternOf({ email, names, phones }: Omit<Sought, "id">, letters = "\\w"): string {
  const start = `(?:(?<![${letters}])|${lineBreak})`;
  const end = `(?![${letters}])`;
  const phonePattern = (phone: string): string => {
    const prefix = isFrench(phone)
      ? `(?:(?:\\+|${start}00)33${spaces}(?:0${spaces})?|${start}0${spaces})`
      : `(?:\\+|${start}00)`;
    return prefix + [...digits(phone)].join(spaces) + end;
  };
  return [
    // Neither `marie-zoe@x.fr` nor `zoe@x.fr.example` is `zoe@x.fr`.
    `(?:(?<![${letters}.+-])|${lineBreak})${literal(email)}(?![${letters}-]|\\.[${letters}])`,
    ...phones.filter((phone) => digits(phone).length > 6).map(phonePattern),
    ...names.flatMap(bothWays).map((name) => start + literal(name) + end),
  ].join("|");
}

const isFrench = (phone: string): boolean => /^(\+33|0033|0[1-9])/.test(phone.replace(/\s/g, ""));

/** The digits of a number without what people write before them. */
function digits(phone: string): string {
  const all = phone.replace(/\D/g, "");
  return isFrench(phone) ? all.replace(/^(00)?33(?=\d{9})|^0/, "") : all.replace(/^00/, "");
}

/** "Zoé Martin", and "Martin Zoé" as lists write it. */
function bothWays(name: string): string[] {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  return [[first, ...rest], ...(rest.length ? [[...rest, first]] : [])].map((words) =>
    words.join(" "),
  );
}

const written: Record<string, string> = {
  " ": "\\s+",
  "'": "(?:['’]|&#39;)",
  "’": "(?:['’]|&#39;)",
  "&": "(?:&amp;|&)",
  "<": "(?:&lt;|<)",
  '"': '(?:&quot;|\\\\"|")',
};

/** Each character as texts, HTML and JSON write it. */
const literal = (value: string): string =>
  [...value].map((one) => written[one] ?? one.replace(/[.*+?^${}()|[\]\\]/, "\\$&")).join("");

export const samePhone = (one: string | null | undefined, { phones }: Sought): boolean =>
  Boolean(one) && phones.some((phone) => digits(phone) === digits(one ?? ""));

export const sameEmail = (one: string | null | undefined, { email }: Sought): boolean =>
  one?.toLowerCase() === email;

export const sameName = (one: string | null | undefined, { names }: Sought): boolean =>
  Boolean(one) && names.flatMap(bothWays).some((name) => plain(name) === plain(one ?? ""));

const plain = (name: string): string =>
  name.toLowerCase().replaceAll("’", "'").trim().replace(/\s+/g, " ");

/** A text without what it says of them. */
export const withoutThem = (text: string, who: Sought): string =>
  text.replace(new RegExp(patternOf(who, "\\p{L}\\p{N}_"), "giu"), hiddenValue);

/** The same in SQL, for a column. */
export const withoutPattern = (column: RawBuilder<unknown>, pattern: string) =>
  sql<string>`regexp_replace(${column}, ${pattern}, ${hiddenValue}, 'gi')`;

/** Erases someone from texts that stay; gives how many rows spoke of them. */
export async function forgetInTexts<T extends keyof DB & string>(
  tx: Tx,
  table: T,
  columns: readonly (keyof DB[T] & string)[],
  who: Sought,
): Promise<number> {
  const pattern = patternOf(who);
  const set = columns.map(
    (column) => sql`${sql.ref(column)} = ${withoutPattern(sql.ref(column), pattern)}`,
  );
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set ${sql.join(set)}
    where concat_ws(' ', ${sql.join(columns.map((column) => sql.ref(column)))}) ~* ${pattern}`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}
