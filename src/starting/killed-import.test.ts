import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import {
  askOwner,
  dataFolder,
  endProcesses,
  killCommand,
  runCommand,
  startServer,
} from "../testing/process.ts";

const { data, remove } = dataFolder();
const settings = { MAILLAGE_DATA: data };
after(endProcesses);
after(remove);

const count = 1500;

function municipalFile(round: number): string {
  const lines = Array.from(
    { length: count },
    (_, n) => `Cercle ${round} des Violettes ${n};Théâtre et lecture;02 41 00 ${String(10 + (n % 80))} 00`, // prettier-ignore
  );
  const path = join(data, "..", `fichier-${round}.csv`);
  writeFileSync(path, `Nom de l'association;Objet;Téléphone\n${lines.join("\n")}\n`);
  return path;
}

const written = async (round: number) => {
  const [row] = await askOwner<{ records: number; lines: number; names: number }>(
    data,
    `select count(*)::int as records, count(distinct name)::int as names,
       (select count(*)::int from journal j join association a on a.commune_id = j.commune_id and j.subject_id = a.association_id::text
         where a.name like $1 and j.action = 'association.created') as lines
     from association where name like $1`,
    [`Cercle ${round} des%`],
  );
  return row;
};

test("kill -9 during an import leaves all of it or nothing, and importing again completes it", async (t) => {
  const site = await startServer(settings);
  let nothing = 0;
  for (const [round, afterMs] of [60, 400, 1500].entries()) {
    const file = municipalFile(round);
    await killCommand(["import", file], settings, /Import dans/, afterMs);
    const left = await written(round);
    assert.ok(left && [0, count].includes(left.records), `${left?.records} of ${count}`);
    assert.equal(left.lines, left.records, "each record with its history");
    if (!left.records) nothing++;
    const again = await runCommand(["import", file, "--json"], settings);
    assert.equal(again.code, 0, again.err);
    const said = JSON.parse(again.out) as Record<"lines" | "created" | "unchanged", number>;
    assert.equal(said.lines, count);
    assert.equal(left.records ? said.unchanged : said.created, count);
    assert.deepEqual(await written(round), { records: count, names: count, lines: count });
  }
  t.diagnostic(`killed three times: ${nothing} left nothing, ${3 - nothing} were already whole`);
  assert.equal((await site.end("SIGTERM")).code, 0);
});
