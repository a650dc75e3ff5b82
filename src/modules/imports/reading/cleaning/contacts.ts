import { cleanText } from "./text.ts";

/** International form `+33…` of the first phone number of the cell. */
export function cleanPhone(cell: string | undefined): string | undefined {
  const text = cleanText(cell)?.replace(/\.0$/, "");
  const first = text?.split(/\s*(?:[/;,|]|\bou\b|\bet\b)\s*/).find((part) => /\d/.test(part));
  if (first === undefined) return undefined;
  const digits = first
    .replace(/^\s*\+/, "00")
    .replace(/\(0\)/g, "")
    .replace(/[^\d]/g, "");
  const national = digits.replace(/^00330?|^330?(?=\d{9}$)/, "");
  if (/^0[1-9]\d{8}$/.test(national)) return `+33${national.slice(1)}`;
  if (/^[1-9]\d{8}$/.test(national)) return `+33${national}`;
  return /^00[1-9]\d{6,13}$/.test(digits) ? `+${digits.slice(2)}` : undefined;
}

const emailInText = /[a-z0-9._%+'-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}/i;

/** The first address of the cell. */
export function cleanEmail(cell: string | undefined): string | undefined {
  const text = cleanText(cell)
    ?.replace(/\s*(?:\[at\]|\(at\)|\[arobase\])\s*/i, "@")
    .replace(/^mailto:/i, "");
  const found = emailInText.exec(text ?? "")?.[0];
  return found === undefined || found.length > 254 || found.includes("..")
    ? undefined
    : found.toLowerCase();
}

/** The first web address of the cell, with its scheme; an e-mail address is not one. */
export function cleanWebsite(cell: string | undefined): string | undefined {
  const text = cleanText(cell);
  if (text === undefined) return undefined;
  const joined = text
    .replace(/^(?:https?:?\/\/\s*)+(?=https?:\/\/)/i, "")
    .replace(/^(https?):?\/{1,3}\s*/i, "$1://");
  return joined
    .split(/[\s,;|<>"]+/)
    .map(asAddress)
    .find((address) => address !== undefined);
}

function asAddress(word: string): string | undefined {
  const bare = word.replace(/[).,;:!-]+$/, "");
  if (bare.includes("@") || bare === "") return undefined;
  const whole = /^https?:\/\//i.test(bare) ? bare : `http://${bare}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  const host = url.hostname;
  const named = /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]+$/.test(host) && host !== "www";
  if (!named || /^www\.[^.]+$/.test(host) || url.username !== "") return undefined;
  return url.pathname === "/" && url.search === "" ? `${url.protocol}//${url.host}` : url.href;
}
