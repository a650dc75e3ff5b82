import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import {
  heldKinds,
  peopleData,
  type Erasing,
  type Held,
  type PersonalData,
} from "../personal-data.ts";
import type { Sought } from "./sought.ts";

/** Someone with an account, or only an address somebody left. */
export type Whom = { id: string } | { email: string };

export type EraseRefusal = "nothing_held" | "last_administrator";
export type EraseOutcome = { erased: Held[]; personId: string | null } | { refused: EraseRefusal };

/**
 * Erases a person everywhere, with or without an account: identity, roles, sessions, invitations, their mails, what each
 * room of `rooms` holds, and their name, address and numbers in the history and in the words of others. What they did
 * stays, by nobody. The history says that someone was erased and how much went, never whom.
 */
export async function erasePerson(
  tx: Tx,
  whom: Whom,
  by: Erasing & { rooms: readonly PersonalData[]; proven?: boolean },
): Promise<EraseOutcome> {
  const who = await soughtOf(tx, whom, by);
  if (!who) return { refused: "nothing_held" };
  const outcome = await act(
    tx,
    { staff_role_administrator_kept: "last_administrator" } as const,
    async () => {
      const held: Held[] = [];
      for (const room of [...by.rooms, peopleData]) held.push(...(await room.erase(tx, who, by)));
      return heldKinds.flatMap((kind) => {
        const count = held.reduce((sum, one) => sum + (one.kind === kind ? one.count : 0), 0);
        return count ? [{ kind, count }] : [];
      });
    },
  );
  if ("refused" in outcome) return outcome;
  if (!outcome.done.length) return { refused: "nothing_held" };
  await record(tx, {
    actor: by.actor,
    at: by.at,
    // Without an account, an identifier of nobody.
    subject: { kind: "person", id: who.id ?? randomUUID() },
    action: "person.erased",
    change: Object.fromEntries(outcome.done.map(({ kind, count }) => [kind, count])),
  });
  return { erased: outcome.done, personId: who.id };
}

/** What erasing would do: it is done, then taken back, so that it cannot promise something else. */
export async function rehearseErasing(
  ...[tx, whom, by]: Parameters<typeof erasePerson>
): Promise<EraseOutcome> {
  await sql`savepoint rehearsal`.execute(tx);
  const outcome = await erasePerson(tx, whom, by);
  await sql.raw("rollback to savepoint rehearsal; release savepoint rehearsal").execute(tx);
  return outcome;
}

/**
 * Everything someone is known by; nobody when an account is asked for that is not there. When they act by themselves
 * (`proven`), only their account and their address: anybody may write the name or the number of somebody else next to
 * their own address, and would read or erase what is said of that one.
 */
export async function soughtOf(
  tx: Tx,
  whom: Whom,
  { rooms, proven }: { rooms: readonly PersonalData[]; proven?: boolean },
): Promise<Sought | undefined> {
  const person = await tx
    .selectFrom("person")
    .select(["person_id", "email"])
    .where("id" in whom ? "person_id" : "email", "=", "id" in whom ? whom.id : plain(whom.email))
    .executeTakeFirst();
  if (!person && "id" in whom) return undefined;
  const who: Sought = {
    id: person?.person_id ?? null,
    email: person?.email ?? ("email" in whom ? plain(whom.email) : ""),
    names: [],
    phones: [],
    ...(proven ? { proven } : {}),
  };
  for (const room of proven ? [] : [...rooms, peopleData]) {
    const known = await room.knownBy?.(tx, who);
    who.names.push(...(known?.names ?? []));
    who.phones.push(...(known?.phones ?? []));
  }
  return { ...who, names: [...new Set(who.names)], phones: [...new Set(who.phones)] };
}

const plain = (email: string): string => email.trim().toLowerCase();
