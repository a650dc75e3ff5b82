import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { DB } from "../../../platform/db/types.ts";
import { patternOf, type Sought } from "../erasing/sought.ts";

/** What a value told is, as a code: `mine:part.email`. */
export const toldParts = [
  "name",
  "email",
  "phone",
  "role",
  "association",
  "title",
  "device",
  "subject",
  "text",
  "says",
  "answer",
  "action",
  "count",
  "how",
] as const;
export type ToldPart = (typeof toldParts)[number];

/** Where things are kept, as the page groups them. */
export const toldGroups = {
  account: ["person", "staff_role"],
  access: [
    "session",
    "passkey",
    "passkey_challenge",
    "provider_identity",
    "sign_in_token",
    "address_proof",
  ],
  associations: [
    "association_member",
    "association_invitation",
    "claim_request",
    "staff_invitation",
  ],
  contacts: ["association_contact"],
  sent: ["proposal"],
  registrations: ["registration", "registrant"],
  bookings: ["booking"],
  followed: ["date_follower"],
  texts: [
    "association",
    "association_place",
    "association_translation",
    "association_note",
    "association_designation",
    "declared_need",
    "support_event",
    "place",
    "activity",
    "activity_slot",
    "registration_opening",
    "registration_call",
    "activity_calendar",
    "news_item",
    "neighbour_association",
    "resource_place",
    "bookable",
    "circle",
    "loan",
    "equipment_model",
    "equipment_unit",
    "equipment_review",
    "custody_event",
    "lending_place",
    "equipment_kit",
    "spare_part",
    "upkeep_plan",
    "upkeep_done",
    "template_version",
    "convention",
    "signature",
    "file",
    "commitment_state",
    "declared_figure",

    "occurrence",
    "closed_day",
    "commune_calendar",
  ],
  mails: ["mail", "mail_refusal", "dead_address", "confirmation_mail", "reminder"],
  files: [
    "import",
    "import_activity",
    "import_line",
    "inventory_import",
    "inventory_line",
    "inventory_unit",
    "registry_batch",
    "registry_line",
    "registry_proposal",
    "association_merge",
  ],
  searches: ["search_need", "search_word"],
  history: ["journal", "journal_personal"],
} as const satisfies Record<string, readonly (keyof DB)[]>;
export type ToldGroup = keyof typeof toldGroups | "gestures";

/** Tables that keep who did something. */
const gestureTables = [
  "absence", "association", "association_designation", "association_document", "association_invitation", "association_merge", "association_note",
  "association_tool", "bulk_change", "claim_code", "claim_request", "column_mapping", "commitment_state", "confirmation", "convention",
  "custody_event", "dead_address", "declared_figure", "declared_need", "duplicate_suggestion", "equipment_review", "file", "handover",
  "handover_person", "import", "import_line", "inventory_import", "letter_batch", "loan", "news_item", "proposal", "queue_assignment", "queue_delay",
  "registry_batch", "registry_proposal", "signature", "spare_part_move", "staff_invitation", "staff_role", "support_event", "synonym",
  "template_version", "unit_step", "upkeep_done",
] as const satisfies readonly (keyof DB)[]; // prettier-ignore
export type GestureTable = (typeof gestureTables)[number];
export type HeldTable = (typeof toldGroups)[keyof typeof toldGroups][number];

/** One thing the site holds about somebody: where it is kept, when it was written, until when, and what it says. */
export type Told = (
  { table: HeldTable; gesture?: false } | { table: GestureTable; gesture: true }
) & {
  at?: Date | null;
  until?: Date | null;
  parts: (readonly [part: ToldPart, value: string])[];
};

/** The values of a row that are there, in order. */
export const partsOf = (values: Partial<Record<ToldPart, unknown>>): Told["parts"] =>
  (Object.entries(values) as [ToldPart, unknown][]).flatMap(([part, value]) =>
    value === null || value === undefined || value === "" ? [] : [[part, String(value)] as const],
  );

const around = 80;

/** What a text says of somebody: the words around each mention, not those it says of others further on. */
export function sayingOf(text: string, who: Sought): string {
  const pattern = new RegExp(patternOf(who, "\\p{L}\\p{N}_"), "giu");
  const pieces: string[] = [];
  let read = 0;
  for (const { index, 0: found } of text.matchAll(pattern)) {
    if (index < read) continue;
    read = index + found.length + around;
    const from = Math.max(0, index - around);
    pieces.push(
      `${from ? "…" : ""}${text.slice(from, read).trim()}${read < text.length ? "…" : ""}`,
    );
  }
  return pieces.join(" ");
}

/** Only the values found, for copies that machines keep: what stands beside may be about others. */
export const valuesIn = (text: string, who: Sought): string => [
  ...new Set(
    [...text.matchAll(new RegExp(patternOf(who, "\\p{L}\\p{N}_"), "giu"))].map(([found]) => found),
  ),
].join(", "); // prettier-ignore

/** Rows of a table that speak of somebody. `copies` tell the values found alone. */
export async function mentionsIn<T extends HeldTable>(
  tx: Tx,
  table: T,
  columns: readonly (keyof DB[T] & string)[],
  who: Sought,
  told: { copies?: boolean } = {},
): Promise<Told[]> {
  const whole = sql`concat_ws(' ', ${sql.join(columns.map((column) => sql.ref(column)))})`;
  const { rows } = await sql<{ text: string }>`
    select ${whole} as text from ${sql.table(table)} where ${whole} ~* ${patternOf(who)}`.execute(
    tx,
  );
  return rows.map(({ text }) => ({
    table,
    parts: partsOf(told.copies ? { says: valuesIn(text, who) } : { text: sayingOf(text, who) }),
  }));
}

/** What somebody did, told as a number: columns that keep who did something, by table. */
export async function gesturesIn(
  tx: Tx,
  who: Sought,
  columns: Partial<Record<GestureTable, readonly string[]>>,
): Promise<Told[]> {
  const told: Told[] = [];
  if (!who.id) return told;
  for (const [table, names] of Object.entries(columns) as [GestureTable, string[]][]) {
    // Some are columns of their own, others stand inside what a row keeps of its changes.
    const theirs = sql.join(
      names.map((name) => sql`position(${who.id}::text in ${sql.ref(name)}::text) > 0`),
      sql` or `,
    );
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from ${sql.table(table)} where ${theirs}`.execute(tx);
    if (rows[0]?.count)
      told.push({ table, gesture: true, parts: partsOf({ count: rows[0].count }) });
  }
  return told;
}
