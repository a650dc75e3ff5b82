import type { Contact } from "../record/fields.ts";
import type { ContactWrite } from "./write.ts";

/** A contact of which nothing is published: the rule until the association says otherwise. */
export const hiddenContact = (id: string, position: number): Contact => ({
  id,
  position,
  name: null,
  role: null,
  email: null,
  phone: null,
  namePublic: false,
  emailPublic: false,
  phonePublic: false,
});

/**
 * How a source's e-mail and phone change the contacts: nothing when some contact already has them; else they go to the
 * contact without a name, which is the association itself.
 */
export function contactMeant(
  contacts: readonly Contact[],
  said: { email?: string | undefined; phone?: string | undefined },
  newId: () => string,
): ContactWrite | undefined {
  const email = said.email && !contacts.some((one) => one.email === said.email) && said.email;
  const phone = said.phone && !contacts.some((one) => one.phone === said.phone) && said.phone;
  if (!email && !phone) return undefined;
  const old = contacts.find((one) => !one.name);
  const last = Math.max(0, ...contacts.map((one) => one.position));
  const base = old ?? hiddenContact(newId(), last + 1);
  const now = {
    ...base,
    ...(email ? { email, emailPublic: false } : {}),
    ...(phone ? { phone, phonePublic: false } : {}),
  };
  return { id: base.id, old, now };
}
