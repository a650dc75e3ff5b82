import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import {
  gesturesIn,
  mentionsIn,
  partsOf,
  patternOf,
  valuesIn,
  type Sought,
  type Told,
} from "../people/index.ts";
import type { MemberRole } from "./members/rules.ts";

/** What the registry holds about somebody, for them to read. */
export const tell = async (tx: Tx, who: Sought, t: Translate): Promise<Told[]> => [
  ...(await places(tx, who, t)),
  ...(await contacts(tx, who)),
  ...(await sent(tx, who)),
  ...(await askedOrInvited(tx, who, t)),
  ...(await mentionsIn(tx, "association", ["aims", "schedule", "prices", "registration", "access_note"], who)),
  ...(await mentionsIn(tx, "association_place", ["detail"], who)),
  ...(await mentionsIn(tx, "association_translation", ["body", "french"], who)),
  ...(await mentionsIn(tx, "association_note", ["body", "previous_body"], who)),
  ...(await mentionsIn(tx, "association_designation", ["words", "end_reason"], who)),
  ...(await mentionsIn(tx, "declared_need", ["words"], who)),
  ...(await mentionsIn(tx, "support_event", ["note"], who)),
  ...(await merges(tx, who)),
  ...(await addresses(tx, who)),
  ...(await gesturesIn(tx, who, {
    association: ["referent_id", "provenance"],
    association_designation: ["made_by", "ended_by"],
    association_document: ["added_by", "removed_by"],
    association_invitation: ["invited_by", "accepted_by"],
    association_merge: ["merged_by", "undone_by"],
    association_note: ["author_id"],
    bulk_change: ["made_by", "undone_by"],
    claim_code: ["made_by"],
    claim_request: ["decided_by"],
    confirmation: ["confirmed_by"],
    association_tool: ["said_by"],
    declared_need: ["declared_by", "closed_by"],
    dead_address: ["noted_by"],
    duplicate_suggestion: ["decided_by"],
    handover: ["made_by", "undone_by"],
    handover_person: ["person_id"],
    letter_batch: ["made_by"],
    proposal: ["decided_by"],
    support_event: ["done_by"],
  })),
]; // prettier-ignore

const roleWords = (t: Translate, role: string) => t(`claiming:roleName.${role as MemberRole}`);

async function places(tx: Tx, { id }: Sought, t: Translate): Promise<Told[]> {
  const rows = await tx
    .selectFrom("association_member as m")
    .innerJoin("association as a", "a.association_id", "m.association_id")
    .select(["a.name", "m.role", "m.since"])
    .where("m.person_id", "=", sql<string>`${id}::uuid`)
    .orderBy("a.name_sort")
    .execute();
  return rows.map(({ name, role, since }) => ({
    table: "association_member",
    at: since,
    parts: partsOf({ association: name, role: roleWords(t, role) }),
  }));
}

async function contacts(tx: Tx, who: Sought): Promise<Told[]> {
  const rows = await tx
    .selectFrom("association_contact as c")
    .innerJoin("association as a", "a.association_id", "c.association_id")
    .select(["a.name as association", "c.name", "c.role", "c.email", "c.phone"])
    .where(
      sql<boolean>`c.person_id = ${who.id}::uuid or concat_ws(' ', c.name, c.email, c.phone) ~* ${patternOf(who)}`,
    )
    .execute();
  return rows.map(({ association, name, role, email, phone }) => ({
    table: "association_contact",
    parts: partsOf({ association, name, title: role, email, phone }),
  }));
}

/** Proposals and reports they sent; of those of others, what they say of them. */
async function sent(tx: Tx, who: Sought): Promise<Told[]> {
  const said = sql<string>`concat_ws(' ', body, place, schedule, website, answer, proposed, sender_name, sender_phone)`;
  const rows = await tx
    .selectFrom("proposal")
    .select(["sender_name", "sender_email", "sender_phone", "name", "body", "answer", "created_at"])
    .select(said.as("said"))
    .select(sql<boolean>`coalesce(lower(sender_email) = ${who.email}, false)`.as("theirs"))
    .where(sql<boolean>`concat_ws(' ', sender_email, ${said}) ~* ${patternOf(who)}`)
    .execute();
  return rows.map((row) => ({
    table: "proposal",
    at: row.created_at,
    parts: row.theirs
      ? partsOf({
          name: row.sender_name,
          email: row.sender_email,
          phone: row.sender_phone,
          association: row.name,
          text: row.body,
          answer: row.answer,
        })
      : partsOf({ says: valuesIn(row.said, who) }),
  }));
}

async function askedOrInvited(tx: Tx, who: Sought, t: Translate): Promise<Told[]> {
  const requests = await tx
    .selectFrom("claim_request")
    .innerJoin("association as a", "a.association_id", "claim_request.association_id")
    .select(["a.name as association", "claim_request.name", "title", "email", "phone", "message"])
    .select(["answer", "asked_at"])
    .where(
      sql<boolean>`concat_ws(' ', claim_request.name, title, email, phone, message, answer) ~* ${patternOf(who)}`,
    )
    .execute();
  const invited = await tx
    .selectFrom("association_invitation as i")
    .innerJoin("association as a", "a.association_id", "i.association_id")
    .select(["a.name as association", "i.name", "i.email", "i.role", "invited_at", "expires_at"])
    .where(
      sql<boolean>`i.email = ${who.email} or i.accepted_by = ${who.id}::uuid or i.name ~* ${patternOf(who)}`,
    )
    .execute();
  return [
    ...requests.map(({ message, asked_at, email, ...row }) => ({
      table: "claim_request" as const,
      at: asked_at,
      parts: partsOf(
        email === who.email
          ? { ...row, email, text: message }
          : { association: row.association, says: valuesIn(Object.values({ ...row, message }).join(" "), who) },
      ),
    })),
    ...invited.map(({ role, invited_at, expires_at, ...row }) => ({
      table: "association_invitation" as const,
      at: invited_at,
      until: expires_at,
      parts: partsOf({ ...row, role: roleWords(t, role) }),
    })),
  ];
} // prettier-ignore

async function merges(tx: Tx, who: Sought): Promise<Told[]> {
  const rows = await tx
    .selectFrom("association_merge")
    .select(["merged_at", sql<string>`before_images::text`.as("images")])
    .where(
      sql<boolean>`before_images::text ~* ${patternOf(who)} or position(${who.id ?? "-"} in before_images::text) > 0`,
    )
    .execute();
  return rows.map(({ merged_at, images }) => ({
    table: "association_merge",
    at: merged_at,
    parts: partsOf({ says: valuesIn(images, who) || who.email }),
  }));
}

/** What is kept of their address without the address: that it refuses mails, that it receives nothing, that it was written to. */
async function addresses(tx: Tx, { email }: Sought): Promise<Told[]> {
  const { rows } = await sql<{ table: "mail_refusal"; at: Date }>`
    select 'mail_refusal' as table, refused_at as at from mail_refusal where address_hash = address_hash(${email})
    union all select 'dead_address', noted_at from dead_address where address_hash = address_hash(${email})
    union all select 'confirmation_mail', sent_on::timestamptz from confirmation_mail where address_hash = address_hash(${email})
    union all select 'reminder', taken_at from reminder where address_hash = address_hash(${email})
    order by 2`.execute(tx);
  return rows.map(({ table, at }) => ({ table, at, parts: partsOf({ email }) }));
}
