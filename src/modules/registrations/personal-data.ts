import { sql } from "kysely";
import {
  forgetInTexts,
  mentionsIn,
  partsOf,
  patternOf,
  samePhone,
  withoutPattern,
  type PersonalData,
  type Sought,
  type Told,
} from "../people/index.ts";
import type { Tx } from "../../platform/db/database.ts";
import { forgetMails } from "./record/mails.ts";
import { registrationsOf, type Registration } from "./record/queries.ts";
import { erase } from "./record/write.ts";

const words = ["question", "message", "cancelled_word"] as const;

/**
 * Registrations by their address or their number, and names in those of others. Whoever asks for themselves is told all of it;
 * an agent is told that there is one, neither for what nor for whom.
 */
export const registrationPeople: PersonalData = {
  tell: async (tx, who) => {
    const own = await ownOf(tx, who);
    const people = own.flatMap((one) => one.people.map((person) => ({ ...person, one })));
    const said = [
      ...(await mentionsIn(tx, "registration_opening", words, who)),
      ...(await mentionsIn(tx, "registration_call", ["word"], who)),
    ];
    if (!who.proven) {
      const { answers, names } = await mentionsOf(tx, who, own.map(({ id }) => id)); // prettier-ignore
      return [
        ...times(own.length + answers, { table: "registration", parts: [] }),
        ...times(people.length + names, { table: "registrant", parts: [] }),
        ...said.map((one) => ({ ...one, parts: [] })),
      ];
    }
    const titles = await titlesOf(tx, own);
    return [
      ...own.map((one): Told => ({
        table: "registration",
        at: one.createdAt,
        parts: partsOf({
          title: titles.get(one.openingId),
          email: one.email,
          phone: one.phone,
          answer: Object.values(one.answers).join(", "),
        }),
      })),
      ...people.map(({ name, age, one }): Told => ({
        table: "registrant",
        at: one.createdAt,
        parts: partsOf({
          title: titles.get(one.openingId),
          name: age === null ? name : `${name} (${age})`,
        }),
      })),
      ...said,
    ];
  },
  erase: async (tx, who, by) => {
    const own = (await ownOf(tx, who)).filter(({ purgedAt }) => purgedAt === null);
    for (const one of own) await erase(tx, one, { actor: by.actor, at: by.at });
    const mails = await forgetMails(tx, who.email);
    const pattern = patternOf(who);
    const names = await tx
      .updateTable("registrant")
      .set({ name: "…", name_key: sql`registrant_id::text` })
      .where(sql<boolean>`name ~* ${pattern}`)
      .returning("registrant_id")
      .execute();
    // What they wrote of somebody else stays; what others wrote of them loses its words.
    const { numAffectedRows: answers } = await sql`
      update registration set answers = (select coalesce(jsonb_object_agg(key, ${withoutPattern(sql.ref("value"), pattern)}), '{}')
        from jsonb_each_text(answers))
      where answers::text ~* ${pattern}`.execute(tx);
    const texts =
      (await forgetInTexts(tx, "registration_opening", words, who)) +
      (await forgetInTexts(tx, "registration_call", ["word"], who));
    return [
      { kind: "registrations", count: own.length },
      { kind: "mails", count: mails },
      { kind: "texts", count: names.length + Number(answers ?? 0) + texts },
    ];
  },
};

/** Registrations they answer for: by their address; by their number, when an agent looks for them. */
async function ownOf(tx: Tx, who: Sought): Promise<Registration[]> {
  const byEmail = await registrationsOf(tx, { email: who.email });
  if (!who.phones.length) return byEmail;
  const rows = await tx
    .selectFrom("registration")
    .select(["registration_id", "phone"])
    .where("phone", "is not", null)
    .execute();
  const known = new Set(byEmail.map(({ id }) => id));
  const ids = rows
    .filter(({ registration_id: id, phone }) => !known.has(id) && samePhone(phone, who))
    .map((row) => row.registration_id);
  return [...byEmail, ...(await registrationsOf(tx, { ids }))];
}

const times = (count: number, told: Told): Told[] => Array.from({ length: count }, () => told);

/** How many registrations of others speak of them, in a name or in an answer. */
async function mentionsOf(
  tx: Tx,
  who: Sought,
  own: readonly string[],
): Promise<{ names: number; answers: number }> {
  const pattern = patternOf(who);
  const { rows } = await sql<{ names: number; answers: number }>`
    select (select count(*)::integer from registrant
        where name ~* ${pattern} and registration_id <> all(${[...own]}::uuid[])) as names,
      (select count(*)::integer from registration
        where answers::text ~* ${pattern} and registration_id <> all(${[...own]}::uuid[])) as answers`.execute(
    tx,
  );
  return rows[0] ?? { names: 0, answers: 0 };
}

async function titlesOf(tx: Tx, all: readonly Registration[]): Promise<Map<string, string>> {
  if (!all.length) return new Map();
  const rows = await tx
    .selectFrom("registration_opening as o")
    .innerJoin("activity as a", "a.activity_id", "o.activity_id")
    .select(["o.opening_id", "a.title"])
    .where("o.opening_id", "in", [...new Set(all.map(({ openingId }) => openingId))])
    .execute();
  return new Map(rows.map((row) => [row.opening_id, row.title]));
}
