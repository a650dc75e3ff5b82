import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  applyFactsToMany,
  diffOf,
  imagesOf,
  personalFields,
  situationsOf,
  type Applied,
  type AssociationFacts,
  type ImageDiff,
  type Origin,
} from "../../associations/index.ts";
import type { Verdict } from "../matching/match.ts";
import { reconcile } from "../matching/reconcile.ts";
import { mergeFacts } from "../reading/index.ts";
import type { Deciding, Joined } from "./decide.ts";
import { factsOfLines, writeDecided, type Decided } from "./lines.ts";

type KnownVerdict = Extract<Verdict, { to: "known" }>;

/** Lines that speak of associations of the registry: what they change, and what a person's word keeps. */
export async function decideKnown(
  tx: Tx,
  deciding: Deciding,
  verdicts: readonly KnownVerdict[],
  joined: Joined,
): Promise<void> {
  const facts = await mergedFacts(tx, deciding.importId, verdicts, joined);
  if (!deciding.write) await sql`savepoint rehearsal`.execute(tx);
  const { applied, diffs } = await applyAll(tx, deciding, verdicts, facts);
  if (!deciding.write)
    await sql.raw("rollback to savepoint rehearsal; release savepoint rehearsal").execute(tx);
  await writeDecided(
    tx,
    deciding.importId,
    verdicts.map((verdict, at) => decidedOf(verdict, applied[at], diffs.get(verdict.id))),
  );
}

/** The facts of each line with those of the lines that joined it, without the numbers that are another one's. */
export async function mergedFacts(
  tx: Tx,
  importId: string,
  verdicts: readonly Verdict[],
  joined: Joined,
): Promise<AssociationFacts[]> {
  const groups = verdicts.map((verdict) => [verdict, ...(joined.get(verdict.line) ?? [])]);
  const lines = groups.flatMap((group) => group.map(({ line }) => line));
  const facts = await factsOfLines(tx, importId, lines);
  return groups.map((group) =>
    group
      .map(({ line, taken }) => withoutTaken(facts.get(line) ?? { name: "" }, taken))
      .reduce(mergeFacts),
  );
}

export function withoutTaken(facts: AssociationFacts, taken: Verdict["taken"]): AssociationFacts {
  const own = { ...facts };
  for (const number of taken) delete own[number];
  return own;
}

/** The rehearsal does what the import does, then takes it back: it cannot promise something else. */
async function applyAll(
  tx: Tx,
  deciding: Deciding,
  verdicts: readonly KnownVerdict[],
  facts: readonly AssociationFacts[],
): Promise<{ applied: Applied[]; diffs: Map<string, ImageDiff> }> {
  const ids = verdicts.map(({ id }) => id);
  const situations = new Map((await situationsOf(tx, ids, true)).map((one) => [one.id, one]));
  const told = verdicts.map(({ id, by }, at) => {
    const situation = situations.get(id);
    const said = facts[at] ?? { name: "" };
    return {
      id,
      facts: situation ? reconcile(said, situation, { by, source: deciding.source }) : said,
    };
  });
  const before = deciding.write ? await imagesOf(tx, ids) : [];
  const applied = await applyFactsToMany(tx, told, originOf(deciding));
  const changed = ids.filter((_, at) => isChanged(applied[at]));
  const after = deciding.write ? await imagesOf(tx, changed) : [];
  const was = new Map(before.map((image) => [image.association.association_id, image]));
  const diffs = after.flatMap((image) => {
    const old = was.get(image.association.association_id);
    return old ? [diffOf(old, image)] : [];
  });
  return { applied, diffs: new Map(diffs.map((diff) => [diff.id, diff])) };
}

export const originOf = ({ source, at, importId, personId }: Deciding): Origin => ({
  source,
  at,
  actor: { kind: "import", id: importId, personId },
});

const isChanged = (applied: Applied | undefined): boolean =>
  applied !== undefined && Object.keys(applied.changed).length > 0;

function decidedOf(
  verdict: KnownVerdict,
  applied: Applied | undefined,
  image: ImageDiff | undefined,
): Decided {
  const changed = parted(applied?.changed ?? {});
  const kept = parted(applied?.kept ?? {});
  const hasPersonal = Object.keys(changed.personal).length + Object.keys(kept.personal).length > 0;
  return {
    line: verdict.line,
    outcome: isChanged(applied) ? "changed" : "unchanged",
    association_id: verdict.id,
    reason: verdict.by,
    detail: verdict.taken.length > 0 ? verdict.taken.join(",") : undefined,
    change: changed.open,
    // The name of a personal value that was kept is enough to count it and to say it.
    kept: { ...kept.open, ...Object.fromEntries(Object.keys(kept.personal).map((f) => [f, null])) },
    personal: hasPersonal ? { changed: changed.personal, kept: kept.personal } : undefined,
    image,
  };
}

const personal = new Set([...personalFields, "email", "phone"]);

function parted(changes: Applied["changed"]): Record<"open" | "personal", Record<string, unknown>> {
  const entries = Object.entries(changes);
  return {
    open: Object.fromEntries(entries.filter(([field]) => !personal.has(field))),
    personal: Object.fromEntries(entries.filter(([field]) => personal.has(field))),
  };
}
