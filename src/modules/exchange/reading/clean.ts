/** Texts of others, made ours: no markup, no character that hides or turns the line, no way to reach a person. */

/** Read of a text before it is cleaned: what is longer is cut first, so that no text costs much to clean. */
const mostRead = 4000;

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "’",
  "#39": "’",
  nbsp: " ",
};

/** A text on one line, cut between two words at `most` characters; empty when nothing is left. */
export function cleaned(text: string, most: number): string {
  const plain = withoutMarkup(text.slice(0, mostRead).toWellFormed())
    .replace(/&(\w{2,4}|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[<>]/g, " ")
    // Controls, and marks that turn the direction of what follows or join words unseen.
    .replace(/[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most - 1).toWellFormed();
  return `${cut.replace(/\s+\S*$/, "").replace(/[\s.,:]+$/, "")}…`;
}

const withoutMarkup = (text: string): string =>
  text
    .replace(/<(?:script|style)\b[^<>]*>[^<]*/gi, " ")
    .replace(/<!--[^<>]*-->/g, " ")
    .replace(/<\/?[a-z][^<>]*>/gi, " ");

const mail =
  /(?<![\p{L}\p{N}.+-])[\p{L}\p{N}.+_-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const phone =
  /(?<![\p{L}\p{N}])(?:\+\d{2,3}[ .-]?(?:\(0\))?|0)[ .-]?\d(?:[ .-]?\d){7,11}(?![\p{L}\p{N}])/gu;

/** A text without the e-mail addresses and the telephone numbers written in it. */
export const withoutContacts = (text: string): string =>
  text.replace(mail, "…").replace(phone, "…");

/** An address that a link may have, or nothing. */
export function linkOf(address: string | undefined): string | undefined {
  const text = address?.trim() ?? "";
  if (text.length > 1000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return plain && url.href.length <= 1000 ? url.href : undefined;
}
