import { randomInt } from "node:crypto";
import { sql } from "kysely";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { record, type Actor } from "../../journal/index.ts";
import { hashToken } from "../../people/index.ts";
import { plainWords } from "../identity/names.ts";
import { codeDays, codeLetters, codeLength, codeTries, plainCode } from "./rules.ts";

export type NewCode = { code: string; until: string };

/**
 * Makes a code on paper that gives an association in hand: it is told once, here, in two groups ("K7WMP-3HXRA"), with the
 * last day it works; only its hash is kept. For the printed page of the desk, and for any letter.
 */
export async function newClaimCode(
  tx: Tx,
  associationId: string,
  { actor, at }: { actor: Actor; at: Date },
): Promise<NewCode> {
  const letters = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]); // prettier-ignore
  const code = letters.join("");
  const expires = new Date(at.getTime() + codeDays * 86_400_000);
  await tx
    .insertInto("claim_code")
    .values({
      association_id: associationId,
      code_hash: codeHash(code),
      made_at: at,
      made_by: actor.kind === "person" ? actor.id : null,
      expires_at: expires,
    })
    .execute();
  await record(tx, {
    actor,
    at,
    subject: { kind: "association", id: associationId },
    action: "association.code_made",
  });
  return { code: `${code.slice(0, 5)}-${code.slice(5)}`, until: addDays(dayOf(at), codeDays) };
}

/** A code goes with its purpose: the same letters elsewhere would not have the same hash. */
const codeHash = (code: string): string => hashToken(`claim ${code}`);

/** The code someone typed, if it still serves and goes with the name they gave, when one was asked for; each use counts, the last one is the end of it. */
export async function tryCode(
  tx: Tx,
  typed: string,
  named: string | undefined,
  now: Date,
): Promise<{ id: string; associationId: string; name: string } | undefined> {
  const key = named === undefined ? null : plainWords(named).join(" ");
  const { rows } = await sql<{ id: string; associationId: string; name: string }>`
    update claim_code k set tries = tries + 1 from association a
    where a.association_id = k.association_id and a.merged_into is null
      and code_hash = ${codeHash(plainCode(typed))} and used_at is null and expires_at > ${now} and tries < ${codeTries}
      and (${key}::text is null or similarity(a.name_sort, ${key}) > 0.5 or lower(a.acronym) = ${key})
    returning k.code_id as id, k.association_id as "associationId", a.name`.execute(tx);
  return rows[0];
}

/** Codes of an association that may still be typed: when they were made and until when they serve. */
export const liveCodes = (tx: Tx, associationId: string, now: Date) =>
  tx
    .selectFrom("claim_code")
    .leftJoin("person", "person.person_id", "claim_code.made_by")
    .select(["made_at as at", "expires_at as until", "person.name as by"])
    .where("association_id", "=", associationId)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .where("tries", "<", codeTries)
    .orderBy("made_at", "desc")
    .execute();
