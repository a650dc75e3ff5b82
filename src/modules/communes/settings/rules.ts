/** What the settings allow beyond the shape of each field. Pure. */

const auditAnswers = ["auditedOn", "auditRate", "auditor"] as const;
type AuditAnswer = (typeof auditAnswers)[number];

/** The first answer an audit lacks: it is dated, measured and signed, or there is none. */
export function auditLacks(audit: Record<AuditAnswer, string>): AuditAnswer | undefined {
  const missing = auditAnswers.filter((name) => !audit[name]);
  return missing.length < auditAnswers.length ? missing[0] : undefined;
}

/** A statement is made, then updated. */
export const updatedTooSoon = (madeOn: string, updatedOn: string): boolean =>
  updatedOn !== "" && (madeOn === "" || updatedOn < madeOn);

/** The lines of a text where one thing is written on each. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** A path of this site or a whole web address: nothing a browser runs, no `//host` that only looks like a path. */
const webAddress = /^(\/(?![/\\])|https?:\/\/[^/]+\.)/;

/** A line of the tested pages: the title, then the address, as in `Accueil : /`. */
export function testedPage(line: string): { title: string; address: string } | undefined {
  const words = line.split(/\s+/);
  const address = words.pop() ?? "";
  const title = words.join(" ").replace(/[\s:,–-]+$/, "");
  return title && webAddress.test(address) ? { title, address } : undefined;
}

/**
 * A site as a browser is told it (`www.ville.fr`, `*.ville.fr`), however it was written: with its accents, copied with
 * the page one was reading. Nothing when it is none.
 */
export function siteNamed(line: string): string | undefined {
  const typed = line.toLowerCase().replace(/^https?:\/\//, "").replace(/[/?#].*$/, ""); // prettier-ignore
  const all = typed.startsWith("*.") ? "*." : "";
  const address = `https://${typed.slice(all.length)}`;
  if (!URL.canParse(address)) return undefined;
  const { host, username } = new URL(address);
  return /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*(:\d+)?$/.test(host) && !username ? all + host : undefined;
}

type Audit = { auditedOn?: string | undefined; auditRate?: string | undefined };

/** Years an audit holds. Source: décret 2019-768, article 5. */
const auditYears = 3;

/** True when the audit is too old to say anything of the site on a day. */
export function auditLapsed({ auditedOn }: Audit, today: string): boolean {
  if (!auditedOn) return false;
  return `${Number(auditedOn.slice(0, 4)) + auditYears}${auditedOn.slice(4)}` < today;
}

/**
 * The state the law gives a site on a day: `full` at 100 %, `partial` from 50 %, else `none`; `none` also without an
 * audit that still holds. Source: décret 2019-768, article 5; RGAA 4.1, « obligations légales ».
 */
export function legalStatus(legal: Audit, today: string): "none" | "partial" | "full" {
  if (!legal.auditedOn || !legal.auditRate || auditLapsed(legal, today)) return "none";
  const rate = Number(legal.auditRate.replace(",", "."));
  if (rate >= 100) return "full";
  return rate >= 50 ? "partial" : "none";
}

/** Fields whose value changes, with the old and the new one; blank and absent are the same. */
export function changesBetween<Name extends string>(
  before: Readonly<Partial<Record<Name, string | readonly string[]>>>,
  after: Readonly<Partial<Record<Name, string | readonly string[]>>>,
): { name: Name; old: string | null; new: string | null }[] {
  return (Object.keys(after) as Name[]).flatMap((name) => {
    const [old, next] = [plain(before[name]), plain(after[name])];
    return old === next ? [] : [{ name, old, new: next }];
  });
}

function plain(value: string | readonly string[] | undefined): string | null {
  const text = typeof value === "string" ? value : value?.join(", ");
  return text ? text : null;
}
