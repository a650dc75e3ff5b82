import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Deciding } from "../pipeline/decide.ts";
import { storable } from "../pipeline/json.ts";
import type { ActivityFacts } from "./facts.ts";
import type { ActivityVerdict, IntakeHand } from "./intake.ts";
import { mergeActivities } from "./merge.ts";

type Staged = {
  line: number;
  rank: number;
  key: string;
  facts: ActivityFacts;
  /** The association, or the line that will create it. */
  owner: string;
  associationId: string | null;
};

/** What one activity becomes, and the lines that tell it: the first speaks, the others join it. */
type Group = { speaker: Staged; others: Staged[]; facts: ActivityFacts };

const chunkSize = 500;
const rehearsedAsNew: ActivityVerdict = { outcome: "created", change: {}, kept: {} };

/** Decides what becomes of the activities lines tell, once what they say of associations is decided. */
export async function decideActivities(tx: Tx, deciding: Deciding, by: IntakeHand): Promise<void> {
  const { importId, activities: intake, write } = deciding;
  if (!intake) return;
  await sql`
    update import_activity set outcome = case when facts is null then 'refused' end, activity_id = null,
      association_id = null, merged_into_line = null, change = '{}', kept = '{}', image = null
    where import_id = ${importId}`.execute(tx);
  const groups = grouped(await stagedOf(tx, importId));
  const earlier = groups.length > 0 ? await earlierOf(tx, importId) : new Map<string, string>();
  for (let from = 0; from < groups.length; from += chunkSize) {
    const chunk = groups.slice(from, from + chunkSize);
    const known = chunk.flatMap(({ speaker, facts }) => {
      const { associationId, key } = speaker;
      if (associationId === null) return [];
      return [{ associationId, facts, earlierId: earlier.get(`${associationId}|${key}`) }];
    });
    const verdicts = await intake.take(tx, known, by, write);
    let next = 0;
    await writeVerdicts(
      tx,
      importId,
      chunk.map((group): [Group, ActivityVerdict] => [
        group,
        (group.speaker.associationId === null ? undefined : verdicts[next++]) ?? rehearsedAsNew,
      ]),
    );
  }
}

async function stagedOf(tx: Tx, importId: string): Promise<Staged[]> {
  const { rows } = await sql<Staged>`
    select a.line, a.rank, a.key, a.facts, speaker.association_id as "associationId",
      coalesce(speaker.association_id::text, 'line:' || speaker.line) as owner
    from import_activity a
    join import_line l on l.import_id = a.import_id and l.line = a.line
    join import_line speaker on speaker.import_id = a.import_id and speaker.line = coalesce(l.merged_into_line, l.line)
    where a.import_id = ${importId} and a.facts is not null
    order by a.line, a.rank`.execute(tx);
  return rows;
}

function grouped(staged: readonly Staged[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of staged) {
    const key = `${one.owner}|${one.key}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { speaker: one, others: [], facts: one.facts });
    else {
      group.others.push(one);
      group.facts = mergeActivities(group.facts, one.facts);
    }
  }
  return [...groups.values()];
}

/** What the latest imports in force made of the same disciplines at the same places, by association and key. */
async function earlierOf(tx: Tx, importId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ owner: string; key: string; id: string }>`
    select distinct on (owner, a.key) coalesce(s.merged_into, s.association_id) as owner, a.key, a.activity_id as id
    from import_activity a
    join import i on i.import_id = a.import_id and i.state = 'applied'
    join association s on s.association_id = a.association_id
    where a.activity_id is not null and a.key in (select key from import_activity where import_id = ${importId})
    order by owner, a.key, i.applied_at desc`.execute(tx);
  return new Map(rows.map(({ owner, key, id }) => [`${owner}|${key}`, id]));
}

async function writeVerdicts(
  tx: Tx,
  importId: string,
  decided: readonly [Group, ActivityVerdict][],
): Promise<void> {
  const rows = decided.flatMap(([{ speaker, others }, verdict]) => [
    {
      line: speaker.line,
      rank: speaker.rank,
      outcome: verdict.outcome,
      activity_id: verdict.activityId,
      association_id: speaker.associationId,
      change: verdict.change,
      kept: verdict.kept,
      image: verdict.image,
    },
    ...others.map(({ line, rank }) => ({
      line,
      rank,
      outcome: "merged",
      association_id: speaker.associationId,
      merged_into_line: speaker.line,
    })),
  ]);
  await sql`
    update import_activity a set outcome = r.outcome, activity_id = r.activity_id, association_id = r.association_id,
      merged_into_line = r.merged_into_line, change = coalesce(r.change, '{}'), kept = coalesce(r.kept, '{}'),
      image = r.image
    from jsonb_to_recordset(${storable(rows)}::jsonb) as r(line integer, rank integer, outcome text, activity_id uuid,
      association_id uuid, merged_into_line integer, change jsonb, kept jsonb, image jsonb)
    where a.import_id = ${importId} and a.line = r.line and a.rank = r.rank`.execute(tx);
}
