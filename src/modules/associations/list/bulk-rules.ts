import type { Patch, RecordFields } from "../record/fields.ts";

/** What may be done to many records at once. */
export const bulkActs = ["referent", "list", "unlist", "theme", "dormant"] as const;
export type BulkAct = (typeof bulkActs)[number];

export const isBulkAct = (text: string): text is BulkAct =>
  (bulkActs as readonly string[]).includes(text);

/** Acts that need a value chosen on the confirmation page. */
export const needsValue = (act: BulkAct): act is "referent" | "theme" =>
  act === "referent" || act === "theme";

/** What an act writes in one record; a record that already says so is left alone. */
export function bulkPatch(act: BulkAct, value: string, record: RecordFields, today: string): Patch {
  switch (act) {
    case "referent":
      return { referent: value || null };
    case "list":
      return { listed: true };
    case "unlist":
      return { listed: false };
    case "theme":
      return record.themes.includes(value) ? {} : { themes: [...record.themes, value] };
    case "dormant":
      // An association that ceased is not put to sleep by a list.
      return record.state === "active"
        ? { state: "dormant", stateSource: "referent", stateOn: today }
        : {};
  }
}
