import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { hideInHistory, hideValuesOf, type Actor } from "../journal/index.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import { forgetInTexts, patternOf, type Sought } from "./erasing/sought.ts";
import { tellPeople } from "./mine/telling.ts";
import type { Told } from "./mine/told.ts";

/** Kinds of things that hold something about a person, as the page of an erasure counts them. */
export const heldKinds = [
  "account",
  "memberships",
  "contacts",
  "proposals",
  "texts",
  "registrations",
  "bookings",
  "followed",
  "merges",
  "imports",
  "searches",
  "history",
  "mails",
] as const;
export type Held = { kind: (typeof heldKinds)[number]; count: number };

/** Who erases, and when. */
export type Erasing = { actor: Actor; at: Date };

/** A file whose words are not searched: it may name somebody, and has to be looked at by hand. */
export type Unsearched = {
  title: string;
  day: string;
  /** Where it opens; none when only its association may open it. */
  path: string | undefined;
  association: { name: string; path: string };
};

/** What a room holds about people, and how it forgets one; collected in `app.ts`. */
export type PersonalData = {
  /** Names and numbers the room knows someone by, from their account or their address: they are erased everywhere too. */
  knownBy?: (tx: Tx, who: Sought) => Promise<Pick<Sought, "names" | "phones">>;
  /** Says all it holds about them, for them to read, or for the agent they ask. */
  tell: (tx: Tx, who: Sought, t: Translate) => Promise<Told[]>;
  /** Files that may name them and that erasing does not change. */
  unsearched?: (tx: Tx, who: Sought, t: Translate) => Promise<Unsearched[]>;
  /** Erases all it holds about them; says how many things that was. */
  erase: (tx: Tx, who: Sought, by: Erasing) => Promise<Held[]>;
};

/** What this room and those below hold: the history, the mails, and last the account itself. */
export const peopleData: PersonalData = {
  knownBy: async (tx, { id, email }) => {
    const people = await tx
      .selectFrom("person")
      .select(["name", "phone"])
      .where("person_id", "=", sql<string>`${id}::uuid`)
      .execute();
    const invited = await tx
      .selectFrom("staff_invitation")
      .select("name")
      .where("email", "=", email)
      .execute();
    return {
      names: [...people, ...invited].map(({ name }) => name),
      phones: people.flatMap(({ phone }) => phone ?? []),
    };
  },
  tell: tellPeople,
  erase: async (tx, who) => {
    const invitations = await tx
      .deleteFrom("staff_invitation")
      .where("email", "=", who.email)
      .returning("invitation_id")
      .execute();
    const history =
      (await hideValuesOf(tx, "person", who.id ? [who.id] : [])) +
      (await hideValuesOf(
        tx,
        "invitation",
        invitations.map((row) => row.invitation_id),
      )) +
      (await hideInHistory(tx, patternOf(who)));
    const mails = await forgetMails(tx, who);
    await tx.deleteFrom("sign_in_token").where("email", "=", who.email).execute();
    await tx.deleteFrom("address_proof").where("email", "=", who.email).execute();
    const people = await tx
      .deleteFrom("person")
      .where("person_id", "=", sql<string>`${who.id}::uuid`)
      .returning("person_id")
      .execute();
    return [
      { kind: "account", count: people.length + invitations.length },
      { kind: "history", count: history },
      { kind: "mails", count: mails },
    ];
  },
};

/** Messages of a kind that they wrote to be passed on: their own words, they go whole. */
export async function forgetMessages(tx: Tx, kind: string, who: Sought): Promise<Held> {
  const gone = await tx
    .deleteFrom("mail")
    .where("kind", "=", kind)
    .where(sql`lower(reply_to)`, "=", who.email)
    .returning("mail_id")
    .execute();
  return { kind: "mails", count: gone.length };
}

/** Their mails go, in the outbox too; those of others lose what they say of them. */
async function forgetMails(tx: Tx, who: Sought): Promise<number> {
  const gone = await tx
    .deleteFrom("mail")
    .where(sql<boolean>`lower(to_email) = ${who.email} or to_person_id = ${who.id}::uuid`)
    .returning("mail_id")
    .execute();
  const pattern = patternOf(who);
  // A mail that still waits would not leave with an answer address that is none.
  await tx
    .updateTable("mail")
    .set({ reply_to: null })
    .where(sql<boolean>`reply_to ~* ${pattern}`)
    .execute();
  const said = await forgetInTexts(
    tx,
    "mail",
    ["subject", "text_body", "html_body", "last_error"],
    who,
  );
  return gone.length + said;
}
