import { notFound } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { sections, type Section } from "../codes.ts";
import { mayDo } from "../members/rules.ts";
import type { Contact, Situation } from "../record/fields.ts";
import { situationOf } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { linkOf, useLink, type Act } from "./queries.ts";

/** Who holds a listing for the time of a request: by the link of a mail, or signed in as one of its association. */
export type Holder = {
  situation: Situation;
  /** Address of the page that confirms; forms that correct are under it. */
  base: string;
  /** What is asked of them, and what they have already said. */
  asked: readonly Section[];
  confirmed: readonly Section[];
  /** The contact they are, when the link says so. */
  contact: Contact | undefined;
  /** Where the contact a link was sent to asks for an account, when they have an address to receive it. */
  manage?: string | undefined;
  act: Omit<Act, "at">;
  done: (sections: readonly Section[]) => Promise<void>;
};

/** The holder of a link; `over` when it is unknown, or too old to serve. */
export async function holderByLink(ask: Ask): Promise<Holder | "over"> {
  const token = ask.params["token"] ?? "";
  const link = await linkOf(ask.tx, token);
  if (!link || link.expiresAt < ask.now) return "over";
  const situation = await situationOf(ask.tx, link.associationId);
  const contact = situation?.contacts.find(({ id }) => id === link.contactId);
  // A link on paper belongs to no contact: whoever opens the association's post holds it.
  if (!situation || (link.contactId && !contact) || situation.mergedInto) return "over";
  return {
    situation,
    base: urls.confirm(token),
    asked: link.sections,
    confirmed: link.confirmed,
    contact,
    act: {
      actor: { kind: "association" },
      by: "association",
      how: link.contactId ? "link" : "paper",
    },
    manage: contact?.email ? urls.claimByLink(token) : undefined,
    done: (said) => useLink(ask.tx, link.id, said),
  };
}

/** Someone signed in who may write for the association the address names. */
export async function holderInSpace(ask: Ask): Promise<Holder> {
  const person = requirePerson(ask);
  const id = ask.params["id"] ?? "";
  const member = person.associations.find((one) => one.id === id);
  const situation = mayDo(member, "listing") ? await situationOf(ask.tx, id) : undefined;
  if (!situation || situation.mergedInto) return notFound();
  return {
    situation,
    base: urls.spaceConfirm(id),
    asked: sections,
    confirmed: [],
    contact: undefined,
    act: { actor: { kind: "person", id: person.id }, by: "association", how: "site" },
    done: async () => undefined,
  };
}
