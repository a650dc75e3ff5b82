import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  situationsOf,
  wouldChange,
  type AssociationFacts,
  type Changes,
  type Situation,
} from "../../associations/index.ts";
import { matchLines, type Verdict } from "../matching/match.ts";
import { reconcile } from "../matching/reconcile.ts";
import { belongs, type Commune } from "../matching/territory.ts";
import { bookOf } from "../pipeline/decide.ts";
import { storable } from "../pipeline/json.ts";
import { withoutTaken } from "../pipeline/known.ts";
import { factsOf, leadersOf } from "./lines.ts";
import { differencesByGroup, kindOf, type Kind } from "./rules.ts";

type Known = Extract<Verdict, { to: "known" }>;
type Drafted = {
  association: string | null;
  subject: string;
  name: string;
  kind: Kind;
  field: string;
  old: Record<string, unknown>;
  now: object;
};

const chunkSize = 500;

/** Compares the kept lines with the registry of the commune and writes what differs, field by field. */
export async function compare(
  tx: Tx,
  batchId: string,
  commune: Commune,
): Promise<Partial<Record<Kind, number>>> {
  const verdicts = matchLines(await bookOf(tx, commune.name), await leadersOf(tx, batchId));
  const known = verdicts.filter((one) => one.to === "known" && one.by !== "former") as Known[];
  const added = verdicts.filter((one) => one.to === "new");
  for (let from = 0; from < known.length; from += chunkSize)
    await proposeChanges(tx, batchId, commune, known.slice(from, from + chunkSize));
  for (let from = 0; from < added.length; from += chunkSize)
    await proposeNew(tx, batchId, commune, added.slice(from, from + chunkSize));
  const rows = await tx
    .selectFrom("registry_proposal")
    .select(["kind", sql<number>`count(*)::int`.as("count")])
    .where("batch_id", "=", batchId)
    .groupBy("kind")
    .execute();
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

async function proposeChanges(
  tx: Tx,
  batchId: string,
  commune: Commune,
  verdicts: readonly Known[],
): Promise<void> {
  const facts = await factsOf(tx, batchId, verdicts);
  const situations = await situationsOf(
    tx,
    verdicts.map(({ id }) => id),
  );
  const byId = new Map(situations.map((one) => [one.id, one]));
  const drafts = verdicts.flatMap((verdict): Drafted[] => {
    const situation = byId.get(verdict.id);
    const said = facts.get(verdict.line);
    if (!situation || !said) return [];
    return changesOf(situation, withoutTaken(said, verdict.taken), verdict, commune);
  });
  await keep(
    tx,
    batchId,
    verdicts.map(({ id }) => id),
    drafts,
  );
}

function changesOf(
  situation: Situation,
  said: AssociationFacts,
  { by }: Known,
  commune: Commune,
): Drafted[] {
  const told = reconcile(said, situation, { by, source: "registry" });
  if (!stateIsNews(situation, told)) {
    delete told.state;
    delete told.ceasedOn;
  }
  const { record } = situation;
  const was = { street: record.seatStreet, postcode: record.seatPostcode, town: record.seatTown };
  const move = {
    wasKnown: Object.values(was).some(Boolean) || record.seatInsee !== null,
    wasHere: belongs(seatOf(record), commune) !== false,
    isHere: told.seat ? belongs({ name: "", seat: told.seat }, commune) !== false : true,
  };
  return differencesByGroup(wouldChange(situation, told, "registry")).map((one) => ({
    association: situation.id,
    subject: situation.id,
    name: record.name,
    kind: kindOf(one, move),
    field: one.group,
    old: side(one.changes, 0),
    now: side(one.changes, 1),
  }));
}

/** The end of an association is news; its being alive only when the registry itself had said the reverse. */
const stateIsNews = ({ record, provenance }: Situation, told: AssociationFacts): boolean =>
  told.state === "ceased" ||
  told.ceasedOn !== undefined ||
  (record.state === "ceased" && provenance["state"]?.source === "registry");

const seatOf = (record: Situation["record"]): AssociationFacts => ({
  name: record.name,
  seat: {
    ...(record.seatPostcode ? { postcode: record.seatPostcode } : {}),
    ...(record.seatTown ? { town: record.seatTown } : {}),
    ...(record.seatInsee ? { insee: record.seatInsee } : {}),
  },
});

const side = (changes: Changes, at: 0 | 1): Record<string, unknown> =>
  Object.fromEntries(Object.entries(changes).map(([field, pair]) => [field, pair[at] ?? null]));

/** Of what is not known, only living associations of the commune are proposed. */
async function proposeNew(
  tx: Tx,
  batchId: string,
  commune: Commune,
  verdicts: readonly Verdict[],
): Promise<void> {
  const facts = await factsOf(tx, batchId, verdicts);
  const drafts = verdicts.flatMap((verdict): Drafted[] => {
    const read = facts.get(verdict.line);
    if (!read?.rna) return [];
    const said = withoutTaken(read, verdict.taken);
    const ceased = said.state === "ceased" || said.ceasedOn !== undefined;
    if (!said.rna || ceased || belongs(said, commune) !== true) return [];
    return [
      {
        association: null,
        subject: `rna:${said.rna}`,
        name: said.name,
        kind: "new",
        field: "new",
        old: {},
        now: said,
      },
    ];
  });
  await keep(
    tx,
    batchId,
    drafts.map(({ subject }) => subject),
    drafts,
  );
}

/** The newest file speaks: what an older one proposed of the same subjects leaves, what was refused stays refused. */
async function keep(
  tx: Tx,
  batchId: string,
  subjects: readonly string[],
  drafts: readonly Drafted[],
): Promise<void> {
  await sql`
    update registry_proposal set state = 'superseded'
    where state = 'open' and subject = any(${subjects}::text[])`.execute(tx);
  await sql`
    insert into registry_proposal
      (batch_id, association_id, subject, name, kind, field, old_values, new_values, value_key)
    select ${batchId}::uuid, association, subject, name, kind, field, old, now,
           case when kind = 'new' then 'new' else md5(now::text) end
    from jsonb_to_recordset(${storable(drafts)}::jsonb) as d(association uuid, subject text, name text, kind text,
      field text, old jsonb, now jsonb)
    where not exists (
      select from registry_proposal p
      where p.state = 'refused' and p.subject = d.subject and p.field = d.field
        and p.value_key = case when d.kind = 'new' then 'new' else md5(d.now::text) end)
    on conflict (commune_id, subject, field) where state = 'open' do nothing`.execute(tx);
}
