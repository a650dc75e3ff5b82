import { randomUUID } from "node:crypto";
import { hiddenContact } from "../contacts/rules.ts";
import type { ContactWrite } from "../contacts/write.ts";
import type { Member } from "../members/queries.ts";
import type { MemberRole } from "../members/rules.ts";
import type { Contact } from "../record/fields.ts";

/** People one form may bring: a whole board. */
export const mostArrivals = 4;
/** Days during which a handover can be undone. */
export const undoDays = 30;

export type Arrival = { name: string; email: string; title: string | null; role: MemberRole };

/** A change of the board as it was typed. */
export type Handover = {
  arrivals: Arrival[];
  /** People who lose their access, and contacts nobody should write to any more. */
  leavers: Member[];
  gone: Contact[];
  /** The day the leavers' access ends; undefined: as soon as someone new is there. */
  leaveOn: string | undefined;
};

export type HandoverRefusal = "nothing" | "no_owner";

/** Why a change of the board cannot be: it changes nothing, or nobody would be responsible any more. */
export function handoverFault(
  { arrivals, leavers, gone }: Handover,
  members: readonly Member[],
): HandoverRefusal | undefined {
  if (!arrivals.length && !leavers.length && !gone.length) return "nothing";
  const stays = members.some(
    (one) => one.role === "owner" && !leavers.some(({ id }) => id === one.id),
  );
  return stays || arrivals.some(({ role }) => role === "owner") ? undefined : "no_owner";
}

const same = (one: string | null, other: string) => one?.toLowerCase() === other;

/** What a change of the board does to the contacts of the listing: those who leave go, those who come are added, unpublished. */
export function contactsAfter(
  { arrivals, leavers, gone }: Handover,
  contacts: readonly Contact[],
  newId: () => string = randomUUID,
): ContactWrite[] {
  const leaves = (contact: Contact) =>
    gone.some(({ id }) => id === contact.id) ||
    leavers.some(({ email }) => same(contact.email, email));
  const removed = contacts.filter(
    (contact) => leaves(contact) && !arrivals.some(({ email }) => same(contact.email, email)),
  );
  let position = Math.max(0, ...contacts.map((one) => one.position));
  const added = arrivals.flatMap(({ name, email, title }): ContactWrite[] => {
    const old = contacts.find((contact) => same(contact.email, email));
    const base = old ?? hiddenContact(newId(), (position += 1));
    // The name of somebody else was published with this address: the new one is not, until they say so.
    const namePublic = base.namePublic && base.name === name;
    const now = { ...base, name, email, namePublic, role: title ?? base.role };
    return JSON.stringify(now) === JSON.stringify(old) ? [] : [{ id: base.id, old, now }];
  });
  return [...removed.map((old) => ({ id: old.id, old })), ...added];
}
