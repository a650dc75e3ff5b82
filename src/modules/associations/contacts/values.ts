import type { z } from "zod";
import { spoken } from "../../../ui/phone.ts";
import type { Contact } from "../record/fields.ts";
import type { contactSchema } from "./reading.ts";

export const contactFieldNames = ["name", "role", "email", "phone"] as const;
const shownFields = ["name", "email", "phone"] as const;

/** What the form of a contact shows of it. */
export const contactValues = (contact: Contact) => ({
  name: contact.name ?? "",
  role: contact.role ?? "",
  email: contact.email ?? "",
  phone: contact.phone ? spoken(contact.phone) : "",
  shown: shownFields.filter((field) => contact[`${field}Public`]),
});

/** A contact as its form was filled in: what is left blank is not shown. */
export function contactTyped(old: Contact, typed: z.output<typeof contactSchema>): Contact {
  const { shown, ...values } = typed;
  return {
    ...old,
    ...values,
    namePublic: shown.includes("name") && values.name !== null,
    emailPublic: shown.includes("email") && values.email !== null,
    phonePublic: shown.includes("phone") && values.phone !== null,
  };
}
