/** What the settings allow beyond the shape of each field. Pure. */

/** Why an audit or a date of publication is refused. */
export type SettingsRefusal = "future" | "audit_incomplete";

type Audit = { auditedOn: string; auditRate: string; auditor: string };

/** An audit is dated, measured and signed, or there is none. */
export function auditRefusal(audit: Audit, today: string): Refused | undefined {
  const given = [audit.auditedOn, audit.auditRate, audit.auditor].filter(Boolean).length;
  if (given === 0) return undefined;
  if (audit.auditedOn > today) return { field: "auditedOn", refusal: "future" };
  if (given === 3) return undefined;
  const field = !audit.auditedOn ? "auditedOn" : !audit.auditRate ? "auditRate" : "auditor";
  return { field, refusal: "audit_incomplete" };
}

type Refused = { field: "auditedOn" | "auditRate" | "auditor"; refusal: SettingsRefusal };

/**
 * The state the law gives a site: `full` at 100 %, `partial` from 50 %, else `none`; `none` also without audit.
 * Source: décret 2019-768, article 5; RGAA 4.1, « obligations légales ».
 */
export function legalStatus(legal: {
  auditedOn?: string;
  auditRate?: string;
}): "none" | "partial" | "full" {
  if (!legal.auditedOn || !legal.auditRate) return "none";
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
