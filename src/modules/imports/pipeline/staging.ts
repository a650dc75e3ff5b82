import { sql } from "kysely";
import type { AssociationFacts } from "../../associations/index.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { stageActivities } from "../activities/staging.ts";
import { mergeFacts, sameLineKey, type ActivityRead, type ValueWarning } from "../reading/index.ts";
import type { Workshop } from "./imports.ts";
import { storable, storableText } from "./json.ts";
import { noteProgress } from "./progress.ts";

/** What was read of a line, before anything is decided. */
export type ReadOutcome =
  | {
      line: number;
      facts: AssociationFacts;
      activities?: readonly ActivityRead[];
      warnings?: readonly ValueWarning[];
    }
  | { line: number; outside: true; name: string }
  | { line: number; refusal: string; detail: string; cells: string[] };

type Row = {
  line: number;
  staged: "read" | "refused" | "outside";
  key?: string;
  leader?: number;
  facts?: AssociationFacts;
  cells?: string[];
  name: string;
  reason?: string;
  unread?: readonly ValueWarning[];
  detail?: string;
};

const batchSize = 1000;
const longestName = 250;

/** Keeps the lines of a file batch by batch, each in its transaction, so that memory does not grow with the file. */
export function openStaging(house: Workshop, communeId: number, importId: string) {
  let waiting: ReadOutcome[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    done += batch.length;
    await house.database.write(communeId, async (tx) => {
      await keep(tx, importId, batch);
      if (house.activities) await stageActivities(tx, importId, batch.filter(isRead));
      await noteProgress(tx, importId, house.clock.now(), done);
    });
  };
  return {
    add: async (line: ReadOutcome): Promise<void> => {
      waiting.push(line);
      if (waiting.length >= batchSize) await flush();
    },
    flush,
  };
}

const isRead = (one: ReadOutcome): one is Extract<ReadOutcome, { facts: unknown }> =>
  "facts" in one;

/** Lines of one association join the first of them, whose facts grow. */
async function keep(tx: Tx, importId: string, batch: readonly ReadOutcome[]): Promise<void> {
  const leaders = await earlierLeaders(tx, importId, batch);
  const grown = new Set<Row>();
  const rows = batch.map((one): Row => {
    if ("refusal" in one) return refusedRow(one);
    if ("outside" in one) return { line: one.line, staged: "outside", name: one.name };
    const facts = { ...one.facts, name: one.facts.name.slice(0, longestName) };
    const key = storableText(sameLineKey(facts));
    const own: Row = {
      line: one.line,
      staged: "read",
      key,
      name: facts.name,
      unread: unreadIn(one),
    };
    const leader = leaders.get(key);
    if (!leader) {
      own.facts = facts;
      leaders.set(key, own);
      return own;
    }
    leader.facts = leader.facts ? mergeFacts(leader.facts, facts) : facts;
    grown.add(leader);
    return { ...own, leader: leader.line };
  });
  await insertRows(tx, importId, rows);
  const own = new Set(rows);
  await updateFacts(
    tx,
    importId,
    [...grown].filter((leader) => !own.has(leader)),
  );
}

/** An address written in the column of sites is read all the same. */
const unreadIn = ({ warnings = [] }: { warnings?: readonly ValueWarning[] }) =>
  [...new Set(warnings)].filter((one) => one !== "email_in_website");

const refusedRow = (one: Extract<ReadOutcome, { refusal: string }>): Row => ({
  line: one.line,
  staged: "refused",
  name: "",
  reason: one.refusal,
  detail: one.detail,
  cells: one.cells,
});

async function earlierLeaders(
  tx: Tx,
  importId: string,
  batch: readonly ReadOutcome[],
): Promise<Map<string, Row>> {
  const keys = batch.flatMap((one) =>
    "facts" in one
      ? [storableText(sameLineKey({ ...one.facts, name: one.facts.name.slice(0, longestName) }))]
      : [],
  );
  const rows = await tx
    .selectFrom("import_line")
    .select(["line", "key", "facts", "name"])
    .where("import_id", "=", importId)
    .where("key", "=", sql<string>`any(${keys}::text[])`)
    .where("leader", "is", null)
    .where("staged", "=", "read")
    .execute();
  return new Map(
    rows.map((row): [string, Row] => [
      row.key ?? "",
      {
        line: row.line,
        staged: "read",
        name: row.name,
        facts: row.facts as unknown as AssociationFacts,
      },
    ]),
  );
}

const insertRows = (tx: Tx, importId: string, rows: readonly Row[]) =>
  sql`
    insert into import_line (import_id, line, staged, key, leader, facts, cells, name, reason, detail, unread)
    select ${importId}, line, staged, key, leader, facts, cells, name, reason, detail, coalesce(unread, '{}')
    from jsonb_to_recordset(${storable(rows)}::jsonb) as r(line integer, staged text, key text, leader integer,
      facts jsonb, cells text[], name text, reason text, detail text, unread text[])`.execute(tx);

const updateFacts = async (tx: Tx, importId: string, rows: readonly Row[]) => {
  if (rows.length === 0) return;
  await sql`
    update import_line l set facts = r.facts
    from jsonb_to_recordset(${storable(rows.map(({ line, facts }) => ({ line, facts })))}::jsonb)
      as r(line integer, facts jsonb)
    where l.import_id = ${importId} and l.line = r.line`.execute(tx);
};
