import { randomUUID } from "node:crypto";
import { hiddenContact } from "../contacts/rules.ts";
import type { ContactWrite } from "../contacts/write.ts";
import type { Contact, Patch, Situation } from "../record/fields.ts";
import { differences } from "../record/rules.ts";
import type { Write } from "../record/write.ts";
import { correctable, type Correctable, type Proposed } from "./rules.ts";

const contactFields = ["email", "phone"] as const;
type ContactField = (typeof contactFields)[number];
const isContactField = (field: Correctable): field is ContactField =>
  field === "email" || field === "phone";

/** The contact whose address or number is published, the first if several are. */
const shownContact = ({ contacts }: Pick<Situation, "contacts">, field: ContactField) =>
  contacts.find((one) => one[`${field}Public`] && one[field]);

/** What the public page says of a field that can be corrected. */
export function publishedValue(situation: Situation, field: Correctable): string | null {
  return isContactField(field)
    ? (shownContact(situation, field)?.[field] ?? null)
    : situation.record[field];
}

/** What the public page says today of everything a report would correct. */
export const publishedValues = (situation: Situation, fields: readonly Correctable[]): Proposed =>
  Object.fromEntries(fields.map((field) => [field, publishedValue(situation, field)]));

/** What a report proposes, read from what was kept of it: anything else in it is left out. */
export function proposedOf(kept: unknown): Proposed {
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(
      ([field, value]) =>
        (correctable as readonly string[]).includes(field) &&
        (value === null || typeof value === "string"),
    ),
  ) as Proposed;
}

/** What accepting a correction writes of the record and of its contacts. */
export function correctionWrite(situation: Situation, proposed: Proposed): Write {
  const { email, phone, ...record } = proposed;
  const changes = differences(situation.record, record as Patch);
  const contacts = new Map<string, ContactWrite>();
  for (const [field, value] of [
    ["email", email],
    ["phone", phone],
  ] as const) {
    if (value === undefined) continue;
    const old = shownContact(situation, field) ?? heldBack(situation);
    const known =
      contacts.get(old?.id ?? "") ?? [...contacts.values()].find(({ old: o }) => !o && !old);
    const base = known?.now ?? old ?? hiddenContact(randomUUID(), situation.contacts.length + 1);
    if (base[field] === value) continue;
    const now = {
      ...base,
      [field]: value,
      [`${field}Public`]: base[`${field}Public`] && value !== null,
    };
    contacts.set(base.id, { id: base.id, old, now: emptied(now) ? undefined : now });
  }
  return { id: situation.id, changes, contacts: [...contacts.values()] };
}

/** A value nothing published replaces goes to the association's own contact, unpublished: a resident's word publishes nobody. */
const heldBack = ({ contacts }: Situation): Contact | undefined =>
  contacts.find(({ name }) => !name);

const emptied = ({ name, email, phone }: Contact): boolean => !name && !email && !phone;
