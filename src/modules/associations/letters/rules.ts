import { plainWords } from "../identity/names.ts";

/** Letters in one file: a printer's tray, and what one printing process may hold in memory. */
export const partSize = 200;

/** Days a link on paper lives: the post, then the next meeting of the board. */
export const paperDays = 90;

export const audiences = ["no_mail", "stale", "all"] as const;
export type Audience = (typeof audiences)[number];

export type PostalAddress = {
  street: string | null;
  complement: string | null;
  postcode: string | null;
  town: string | null;
};

/** True when the post finds it: a town and its postcode; a hamlet has no street. */
export const reachable = ({ postcode, town }: PostalAddress): boolean => Boolean(postcode && town);

/** At most six lines, the last one in capitals. Source: norme AFNOR XP Z 10-011. */
export function addressLines(
  name: string,
  person: string | undefined,
  { street, complement, postcode, town }: PostalAddress,
): string[] {
  const lines = [name, person, complement, street].filter((line): line is string => Boolean(line));
  return [...lines, `${postcode ?? ""} ${(town ?? "").toLocaleUpperCase("fr")}`.trim()];
}

const number = /^\s*(\d+)\s*(bis|ter|quater|[a-d])?\b[\s,]*/i;

/** What sorts letters as a round walks: postcode, town, street, then its numbers in order. */
export function roundKey({ street, postcode, town }: PostalAddress): string {
  const [, at = "", suffix = ""] = number.exec(street ?? "") ?? [];
  const name = plainWords((street ?? "").replace(number, "")).join(" ");
  return [
    postcode ?? "",
    plainWords(town ?? "").join(" "),
    name,
    at.padStart(6, "0"),
    suffix.toLowerCase(),
  ].join("\u0001");
}

/** Where an association is written to, and what decides whether it is. */
export type Addressee = PostalAddress & {
  id: string;
  /** A section of its listing no longer holds. */
  stale: boolean;
  /** A contact has an e-mail. */
  mailed: boolean;
};

const within = ({ stale, mailed }: Addressee, audience: Audience): boolean =>
  audience === "all" || (stale && (audience === "stale" || !mailed));

/** Whom an audience reaches, in the order of the round, and whom no postal address reaches. */
export type Posted = { reached: string[]; unaddressed: string[] };

export function postedTo(rows: readonly Addressee[], audience: Audience): Posted {
  const wanted = rows.filter((row) => within(row, audience));
  const reached = wanted
    .filter(reachable)
    .map((row) => ({ id: row.id, key: roundKey(row) + row.id }));
  reached.sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    reached: reached.map(({ id }) => id),
    unaddressed: wanted.filter((row) => !reachable(row)).map(({ id }) => id),
  };
}
