import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import type { Role } from "../../../platform/http/person.ts";
import { patternOf, type Sought } from "../erasing/sought.ts";
import { deviceWords } from "../space/devices.ts";
import { isPrivate } from "../outbox/rules.ts";
import { gesturesIn, partsOf, valuesIn, type Told } from "./told.ts";

/** What this room and those below hold about somebody: account, ways in, mails, history. */
export const tellPeople = async (tx: Tx, who: Sought, t: Translate): Promise<Told[]> => [
  ...(await account(tx, who, t)),
  ...(await waysIn(tx, who, t)),
  ...(await asked(tx, who, t)),
  ...(await mails(tx, who)),
  ...(await history(tx, who, t)),
  ...(await gesturesIn(tx, who, {
    absence: ["person_id", "replacement_id", "set_by"],
    staff_role: ["granted_by"],
    staff_invitation: ["invited_by"],
    queue_assignment: ["agent_id", "set_by"],
    queue_delay: ["set_by"],
    file: ["created_by"],
  })),
];

const mine = (column: string, { id }: Sought) => sql<boolean>`${sql.ref(column)} = ${id}::uuid`;

async function account(tx: Tx, who: Sought, t: Translate): Promise<Told[]> {
  const people = await tx.selectFrom("person").selectAll().where(mine("person_id", who)).execute();
  const roles = await tx
    .selectFrom("staff_role")
    .selectAll()
    .where(mine("person_id", who))
    .execute();
  return [
    ...people.map(({ name, email, phone, created_at }) => ({
      table: "person" as const,
      at: created_at,
      parts: partsOf({ name, email, phone }),
    })),
    ...roles.map(({ role, granted_at }) => ({
      table: "staff_role" as const,
      at: granted_at,
      parts: partsOf({ role: t(`people:role.${role as Role}`) }),
    })),
  ]; // prettier-ignore
}

async function waysIn(tx: Tx, who: Sought, t: Translate): Promise<Told[]> {
  const sessions = await tx.selectFrom("session").selectAll().where(mine("person_id", who)).execute();
  const devices = await tx.selectFrom("passkey").selectAll().where(mine("person_id", who)).execute();
  const entries = await tx.selectFrom("passkey_challenge").selectAll().where(mine("person_id", who)).execute();
  const provider = await tx.selectFrom("provider_identity").selectAll().where(mine("person_id", who)).execute();
  const device = (row: { browser: string | null; system: string | null }) =>
    deviceWords(t, {
      ...(row.browser ? { browser: row.browser } : {}),
      ...(row.system ? { system: row.system } : {}),
    });
  return [
    ...sessions.map((row) => ({
      table: "session" as const,
      at: row.created_at,
      until: row.expires_at,
      parts: partsOf({ device: device(row) }),
    })),
    ...devices.map((row) => ({
      table: "passkey" as const,
      at: row.created_at,
      parts: partsOf({ device: device(row) }),
    })),
    ...entries.map(({ created_at, expires_at }) => ({
      table: "passkey_challenge" as const,
      at: created_at,
      until: expires_at,
      parts: [],
    })),
    ...provider.map(({ issuer, created_at }) => ({
      table: "provider_identity" as const,
      at: created_at,
      parts: partsOf({ how: issuer }),
    })),
  ];
} // prettier-ignore

/** Links and invitations sent to their address. */
async function asked(tx: Tx, who: Sought, t: Translate): Promise<Told[]> {
  const entering = await tx
    .selectFrom("sign_in_token")
    .select(["email", "created_at", "expires_at"])
    .where(sql<boolean>`email = ${who.email} or person_id = ${who.id}::uuid`)
    .execute();
  const proofs = await tx
    .selectFrom("address_proof")
    .select(["email", "made_at", "expires_at"])
    .where(sql<boolean>`email = ${who.email} or person_id = ${who.id}::uuid`)
    .execute();
  const invited = await tx
    .selectFrom("staff_invitation")
    .selectAll()
    .where("email", "=", who.email)
    .execute();
  return [
    ...entering.map(({ email, created_at, expires_at }) => ({
      table: "sign_in_token" as const,
      at: created_at,
      until: expires_at,
      parts: partsOf({ email }),
    })),
    ...proofs.map(({ email, made_at, expires_at }) => ({
      table: "address_proof" as const,
      at: made_at,
      until: expires_at,
      parts: partsOf({ email }),
    })),
    ...invited.map(({ name, email, roles, invited_at, expires_at }) => ({
      table: "staff_invitation" as const,
      at: invited_at,
      until: expires_at,
      parts: partsOf({
        name,
        email,
        role: roles.map((role) => t(`people:role.${role as Role}`)).join(", "),
      }),
    })),
  ];
}

/** Mails written to them, those that answer to them, and, of those to others, only what they say of them. */
async function mails(tx: Tx, who: Sought): Promise<Told[]> {
  const whole = sql<string>`concat_ws(' ', subject, text_body, html_body, last_error)`;
  const rows = await tx
    .selectFrom("mail")
    .select(["kind", "subject", "created_at", "to_email", "reply_to", "text_body"])
    .select(sql<boolean>`lower(to_email) = ${who.email} or to_person_id is not distinct from ${who.id}::uuid and to_person_id is not null`.as("received"))
    .select(sql<boolean>`coalesce(lower(reply_to) = ${who.email}, false)`.as("sent"))
    .select(whole.as("whole"))
    .where(sql<boolean>`lower(to_email) = ${who.email} or to_person_id = ${who.id}::uuid
      or concat_ws(' ', reply_to, subject, text_body, html_body, last_error) ~* ${patternOf(who)}`)
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(({ kind, subject, created_at, to_email, text_body, received, sent, whole }) => ({
    table: "mail" as const,
    at: created_at,
    parts: isPrivate(kind) && !who.proven
      ? []
      : received
      ? partsOf({ subject, email: to_email })
      : sent
        ? partsOf({ subject, text: text_body })
        : partsOf({ says: valuesIn(whole, who) || who.email }),
  }));
} // prettier-ignore

const newest = 200;

/** What they did, line by line, and the values the history keeps of them. */
async function history(tx: Tx, who: Sought, t: Translate): Promise<Told[]> {
  const { rows: lines } = await sql<{ at: Date; action: string; change: string | null }>`
    select at, action, case when change::text ~* ${patternOf(who)} then change::text end as change from journal
    where actor_id = ${who.id}::uuid or (subject_kind = 'person' and subject_id = ${who.id}::text)
      or change::text ~* ${patternOf(who)}
      or position(${who.id ?? "-"} in change::text) > 0
    order by at desc limit ${newest}`.execute(tx);
  const { rows: values } = await sql<{ at: Date; field: string; old: string | null; now: string | null }>`
    select j.at, p.field, p.old_value as old, p.new_value as now
    from journal_personal p join journal j on j.entry_id = p.entry_id
    where (p.about_kind = 'person' and p.about_id = ${who.id}::text)
      or concat_ws(' ', p.old_value, p.new_value) ~* ${patternOf(who)}
    order by j.at desc`.execute(tx);
  return [
    ...lines.map(({ at, action, change }) => ({
      table: "journal" as const,
      at,
      parts: partsOf({ action: actionWords(t, action), says: change && valuesIn(change, who) }),
    })),
    ...values.map(({ at, old, now }) => ({
      table: "journal_personal" as const,
      at,
      parts: partsOf({ text: [old, now].filter(Boolean).join(" → ") }),
    })),
  ];
} // prettier-ignore

/** What happened, in the words the history of associations uses; the rest is the house's own. */
function actionWords(t: Translate, action: string): string {
  const [room, code] = action.split(".");
  const key = `registry:history.action.${code}`;
  const words = room === "association" ? (t(key as never) as string) : key;
  return words.endsWith(`history.action.${code}`) ? t("mine:action") : words;
}
