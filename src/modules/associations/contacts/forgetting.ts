import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { hideValuesOf, recordAll } from "../../journal/index.ts";
import {
  patternOf,
  sameEmail,
  sameName,
  samePhone,
  type Erasing,
  type Sought,
} from "../../people/index.ts";

/** A contact, as a row or as what an image of it keeps. */
export type ContactRow = Readonly<
  Partial<Record<"name" | "email" | "phone" | "person_id", unknown>>
>;

/**
 * A contact once someone is erased; undefined when all of it is theirs: it is linked to them, has their address, or has
 * their name and no address nor number but theirs. On the contact of somebody else, or of the association itself
 * (`contact@club.fr`), only their number goes, with their name beside it. Someone of the same name reached otherwise may
 * be somebody else: that contact stays.
 */
export function contactWithout<Row extends ContactRow>(row: Row, who: Sought): Row | undefined {
  const [name, email, phone] = [text(row.name), text(row.email), text(row.phone)];
  const linked = who.id !== null && row.person_id === who.id;
  const named = sameName(name, who);
  const numbered = samePhone(phone, who);
  if (linked || sameEmail(email, who)) return undefined;
  if (!email && (named || !name) && (numbered || (named && !phone))) return undefined;
  if (!numbered) return row;
  const without = { ...row, phone: null, phone_public: false };
  return named ? { ...without, name: null, name_public: false } : without;
}

const text = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

/** Erases someone from the contacts of associations; each association's history says that a contact went. */
export async function forgetContacts(tx: Tx, who: Sought, by: Erasing): Promise<number> {
  const rows = await tx
    .selectFrom("association_contact")
    .selectAll()
    .where(
      sql<boolean>`person_id = ${who.id}::uuid or concat_ws(' ', name, email, phone) ~* ${patternOf(who)}`,
    )
    .forUpdate()
    .execute();
  const seen = rows.map((row) => ({ row, left: contactWithout(row, who) }));
  const gone = seen.filter(({ left }) => !left).map(({ row }) => row);
  const changed = seen.flatMap(({ row, left }) => (left && left !== row ? [left] : []));
  for (const { contact_id, name, phone, name_public, phone_public } of changed)
    await tx
      .updateTable("association_contact")
      .set({ name, phone, name_public, phone_public })
      .where("contact_id", "=", contact_id)
      .execute();
  const ids = gone.map((row) => row.contact_id);
  await tx
    .deleteFrom("association_contact")
    .where("contact_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  await hideValuesOf(tx, "contact", ids);
  await recordAll(
    tx,
    [...gone, ...changed].map((row) => ({
      ...by,
      subject: { kind: "association", id: row.association_id },
      action: contactErased,
    })),
  );
  return gone.length + changed.length;
}

/** What the history of an association says of it: not a change somebody made, nor one to undo. */
export const contactErased = "association.contact_erased";
