import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Entry } from "../../journal/index.ts";
import type { Contact } from "../record/fields.ts";

/** A contact added (`old` absent), changed, or removed (`now` absent). */
export type ContactWrite = { id: string; old?: Contact | undefined; now?: Contact | undefined };

const personalValues = ["name", "role", "email", "phone"] as const;

/** What the history keeps of a contact: what is shown and where, in the change; who it is, apart. */
export function contactTrace(write: ContactWrite): {
  change: Record<string, unknown>;
  personal: NonNullable<Entry["personal"]>;
} {
  const { id, old, now } = write;
  return {
    change: { [`contact:${id}`]: [shown(old), shown(now)] },
    personal: personalValues
      .filter((field) => (old?.[field] ?? null) !== (now?.[field] ?? null))
      .map((field) => ({
        about: { kind: "contact", id },
        field,
        old: old?.[field] ?? null,
        new: now?.[field] ?? null,
      })),
  };
}

export type ContactShown = Pick<Contact, "position" | "namePublic" | "emailPublic" | "phonePublic">;

const shown = (contact: Contact | undefined): ContactShown | null =>
  contact
    ? {
        position: contact.position,
        namePublic: contact.namePublic,
        emailPublic: contact.emailPublic,
        phonePublic: contact.phonePublic,
      }
    : null;

/** Writes contacts of many associations in two round trips a thousand. */
export async function writeContacts(
  tx: Tx,
  writes: readonly { associationId: string; write: ContactWrite }[],
): Promise<void> {
  const gone = writes.filter(({ write }) => !write.now).map(({ write }) => write.id);
  if (gone.length)
    await tx
      .deleteFrom("association_contact")
      .where("contact_id", "=", sql<string>`any(${gone}::uuid[])`)
      .execute();
  const rows = writes.flatMap(({ associationId, write }) =>
    write.now ? [contactRow(associationId, write.now)] : [],
  );
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto("association_contact")
      .values(rows.slice(from, from + 1000))
      .onConflict((conflict) =>
        conflict.columns(["commune_id", "contact_id"]).doUpdateSet((eb) => ({
          position: eb.ref("excluded.position"),
          name: eb.ref("excluded.name"),
          role: eb.ref("excluded.role"),
          email: eb.ref("excluded.email"),
          phone: eb.ref("excluded.phone"),
          name_public: eb.ref("excluded.name_public"),
          email_public: eb.ref("excluded.email_public"),
          phone_public: eb.ref("excluded.phone_public"),
        })),
      )
      .execute();
}

const contactRow = (associationId: string, contact: Contact) => ({
  contact_id: contact.id,
  association_id: associationId,
  position: contact.position,
  name: contact.name,
  role: contact.role,
  email: contact.email,
  phone: contact.phone,
  name_public: contact.namePublic,
  email_public: contact.emailPublic,
  phone_public: contact.phonePublic,
});
