import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../journal/index.ts";
import { refusalOf, type Choice, type MergePlan } from "../merge/rules.ts";
import { joinTexts } from "../translations/write.ts";
import type { Provenances, Situation } from "../record/fields.ts";
import { situationsOf } from "../record/queries.ts";
import { writeAll, type Origin, type Write } from "../record/write.ts";
import { planOf, writingOf } from "./fields.ts";
import { wholeImages, type WholeImage } from "./images.ts";
import { contactsJoined, leadOn, moveAttached, moveFollowing, venuesJoined } from "./moving.ts";
import { carrySuspicions, decidePair, type Carried } from "./suggestions.ts";

export type Refusal = "same_record" | "already_merged" | "changed_meanwhile" | "person_must_choose";

/** What is kept of a merge so that it can be undone: both records before, and both as they became. */
export type MergeImages = {
  kept: WholeImage;
  absorbed: WholeImage;
  after: { kept: WholeImage; absorbed: WholeImage };
  carried: Carried;
  /** Contacts erased since at someone's request: they do not come back. */
  erased?: number;
};

export type MergeAsked = {
  kept: string;
  absorbed: string;
  choices: Readonly<Record<string, Choice>>;
  /** Revision of each record the person was looking at. */
  revisions: Readonly<Record<string, number>>;
};

export type Merged = { mergeId: string } | { refused: Refusal; plan?: MergePlan };

/** Why two records may not become one now. */
export function pairRefusal(
  one: Situation,
  other: Situation,
  revisions?: MergeAsked["revisions"],
): Refusal | undefined {
  if (one.id === other.id) return "same_record";
  if (one.mergedInto || other.mergedInto) return "already_merged";
  const moved = ({ id, revision }: Situation) => revisions && revisions[id] !== revision;
  return moved(one) || moved(other) ? "changed_meanwhile" : undefined;
}

/** Makes one record of two; both must exist. The caller publishes. */
export async function mergeRecords(tx: Tx, asked: MergeAsked, origin: Origin): Promise<Merged> {
  if (asked.kept === asked.absorbed) return { refused: "same_record" };
  const known = await situationsOf(tx, [asked.kept, asked.absorbed], true);
  const kept = known.find(({ id }) => id === asked.kept);
  const absorbed = known.find(({ id }) => id === asked.absorbed);
  if (!kept || !absorbed) throw new Error("both records must exist");
  const refused = pairRefusal(kept, absorbed, asked.revisions);
  if (refused) return { refused };
  const plan = planOf(kept, absorbed, asked.choices);
  if (refusalOf(plan)) return { refused: "person_must_choose", plan };
  return { mergeId: await write(tx, { kept, absorbed, plan, origin }) };
}

type Work = { kept: Situation; absorbed: Situation; plan: MergePlan; origin: Origin };

async function write(tx: Tx, { kept, absorbed, plan, origin }: Work): Promise<string> {
  const ids = [kept.id, absorbed.id];
  const before = await wholeImages(tx, ids);
  await leadOn(tx, kept.id, absorbed.id);
  await absorb(tx, kept.id, absorbed.id, origin);
  const { changes, provenance } = writingOf(plan, kept, absorbed);
  const contacts = await moveContacts(tx, kept, absorbed);
  const venues = await venuesJoined(tx, kept, absorbed);
  await moveAttached(tx, kept.id, absorbed.id);
  await moveFollowing(tx, kept.id, absorbed.id);
  const written: Write = { id: kept.id, changes, contacts, ...(venues ? { venues } : {}) };
  const [entry] = await writeAll(tx, [written], origin, "association.merged");
  await joinTexts(tx, kept.id, absorbed.id);
  await settle(tx, kept.id, { provenance, bare: !entry, origin });
  if (!entry) await tell(tx, kept.id, { absorbed: [null, absorbed.id] }, origin);
  await tell(tx, absorbed.id, { mergedInto: [null, kept.id] }, origin);
  const by = origin.actor.kind === "person" ? origin.actor.id : null;
  await decidePair(tx, [kept.id, absorbed.id], { state: "merged", at: origin.at, by });
  const carried = await carrySuspicions(tx, kept.id, absorbed.id);
  const after = await wholeImages(tx, ids);
  const pair = (images: ReadonlyMap<string, WholeImage>) => ({
    kept: images.get(kept.id) as WholeImage,
    absorbed: images.get(absorbed.id) as WholeImage,
  });
  const images: MergeImages = { ...pair(before), after: pair(after), carried };
  const row = await tx
    .insertInto("association_merge")
    .values({
      kept_id: kept.id,
      absorbed_id: absorbed.id,
      before_images: JSON.stringify(images),
      merged_at: origin.at,
      merged_by: by,
    })
    .returning("merge_id")
    .executeTakeFirstOrThrow();
  return row.merge_id;
}

/** The absorbed record leaves its numbers: they may go to the record kept, and no other record may meet them by surprise. */
const absorb = (tx: Tx, kept: string, absorbed: string, { at }: Origin) =>
  tx
    .updateTable("association")
    .set({ merged_into: kept, rna: null, siret: null, updated_at: at })
    .set({ revision: sql`revision + 1` })
    .where("association_id", "=", absorbed)
    .execute();

async function moveContacts(tx: Tx, kept: Situation, absorbed: Situation) {
  const { writes, moved, dropped } = contactsJoined(kept.contacts, absorbed.contacts);
  if (moved.length)
    await tx
      .updateTable("association_contact")
      .set({ association_id: kept.id })
      .where("contact_id", "in", moved)
      .execute();
  if (dropped.length)
    await tx.deleteFrom("association_contact").where("contact_id", "in", dropped).execute();
  return writes;
}

/** Each value keeps the origin it had on the record it comes from; a form opened before is always out of date. */
async function settle(
  tx: Tx,
  id: string,
  { provenance, bare, origin }: { provenance: Provenances; bare: boolean; origin: Origin },
): Promise<void> {
  await sql`
    update association set provenance = provenance || ${JSON.stringify(provenance)}::jsonb,
      revision = revision + ${bare ? 1 : 0}, updated_at = ${origin.at}
    where association_id = ${id}`.execute(tx);
}

const tell = (tx: Tx, id: string, change: Record<string, unknown>, { actor, at }: Origin) =>
  record(tx, {
    actor,
    at,
    subject: { kind: "association", id },
    action: "association.merged",
    change,
  });
