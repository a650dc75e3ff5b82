import { sql } from "kysely";
import type { Tx } from "../../../../platform/db/database.ts";
import type { Period } from "../../../communes/index.ts";
import { note, type Hand } from "../../journal.ts";

/** What may become of what nobody borrows. */
export const reviewDecisions = ["keep", "retire", "move"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export type Review = {
  poolId: string;
  decision: ReviewDecision;
  /** Where it moves. */
  place: string | null;
  words: string;
  /** The day it was decided, and by whom; nobody once they are gone. */
  on: string;
  by: string | null;
  from: string;
  until: string;
};

/** What was decided of pools, or of one of them; the latest first. */
export async function reviewsOf(tx: Tx, poolId?: string): Promise<Review[]> {
  const { rows } = await sql<Review>`
    select r.pool_id as "poolId", r.decision, place.name as place, r.words,
      to_char(r.decided_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as on, person.name as by,
      to_char(r.from_day, 'YYYY-MM-DD') as "from", to_char(r.until_day, 'YYYY-MM-DD') as until
    from equipment_review r
    left join place on place.place_id = r.to_place_id
    left join person on person.person_id = r.decided_by
    where ${poolId ?? null}::uuid is null or r.pool_id = ${poolId ?? null}::uuid
    order by r.decided_at desc, r.review_id`.execute(tx);
  return rows;
}

export type NewReview = {
  poolId: string;
  period: Period;
  decision: ReviewDecision;
  toPlaceId: string | null;
  words: string;
  by: string;
};

/** Notes what was decided; what was decided before stays. */
export async function addReview(tx: Tx, review: NewReview, hand: Hand): Promise<void> {
  const { poolId, period, decision, toPlaceId, words, by } = review;
  await tx
    .insertInto("equipment_review")
    .values({
      pool_id: poolId,
      from_day: period.from,
      until_day: period.to,
      decision,
      to_place_id: toPlaceId,
      words,
      decided_at: hand.at,
      decided_by: by,
    })
    .execute();
  await note(tx, hand, "pool", poolId, "reviewed", { decision });
}
