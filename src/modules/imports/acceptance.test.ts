import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { projectRoot } from "../../platform/config.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { applyImport } from "./pipeline/apply.ts";
import { outcomes, type Counts } from "./pipeline/counts.ts";
import type { Territory } from "./pipeline/imports.ts";
import { rehearse } from "./pipeline/rehearse.ts";

const samples = process.env["MAILLAGE_SAMPLES"] ?? join(projectRoot, "../shared/data");

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

type Where = { territory?: Territory; communeId?: number };

/** Seconds are those of the processor: the machine that runs the tests may be busy elsewhere. */
async function rehearsed(name: string, where: Where = {}) {
  const { territory = "all", communeId = site.communeId } = where;
  const start = process.cpuUsage();
  const result = await rehearse(site.house, communeId, join(samples, name), { territory });
  const spent = process.cpuUsage(start);
  if ("refusal" in result) assert.fail(result.refusal);
  const { counts } = result;
  assert.equal(
    outcomes.reduce((sum, outcome) => sum + counts[outcome], 0),
    counts.lines,
    "every line is counted once",
  );
  return { ...result, seconds: (spent.user + spent.system) / 1e6 };
}

async function applied(importId: string): Promise<Counts> {
  const done = await applyImport(site.house, site.communeId, importId);
  if ("refused" in done) assert.fail(done.refused);
  return done.counts;
}

const none = {
  created: 0,
  changed: 0,
  unchanged: 0,
  merged: 0,
  refused: 0,
  outside: 0,
  kept: 0,
  unread: 0,
};
/** Large files are rehearsed where nothing is known yet. */
const elsewhere = () => ({ communeId: site.otherCommuneId });
const without = ({ duplicates: _, ...counts }: Counts) => counts;

function promise(title: string, check: (say: (words: string) => void) => Promise<void>): void {
  test(title, async (t) => {
    if (existsSync(samples)) await check((words) => t.diagnostic(words));
    else t.skip("the folder of real files is absent");
  });
}

promise("the registry's old layout: 385 lines become 385 associations", async () => {
  const { importId, counts } = await rehearsed("rna_import_sample.csv");
  assert.deepEqual(without(counts), { ...none, lines: 385, created: 385, unread: 1 });
  assert.deepEqual(await applied(importId), counts);
});

promise(
  "the registry's current layout: 725 lines, 57 known by the number that followed theirs",
  async () => {
    const { importId, counts } = await rehearsed("rna_waldec_sample.csv");
    assert.deepEqual(without(counts), { ...none, lines: 725, created: 668, changed: 57 });
    assert.deepEqual(await applied(importId), counts);
  },
);

promise("the same registry files again change nothing, in either order", async () => {
  const waldec = await rehearsed("rna_waldec_sample.csv");
  assert.deepEqual(without(waldec.counts), { ...none, lines: 725, unchanged: 725 });
  const old = await rehearsed("rna_import_sample.csv");
  assert.deepEqual(without(old.counts), { ...none, lines: 385, unchanged: 385, unread: 1 });
});

promise("Toulouse: 759 lines become 382 associations, and again none", async () => {
  const { importId, counts } = await rehearsed("toulouse_clubs_sportifs.csv");
  assert.deepEqual(without(counts), { ...none, lines: 759, created: 382, merged: 377, unread: 47 });
  assert.deepEqual(await applied(importId), counts);
  const again = await rehearsed("toulouse_clubs_sportifs.csv");
  assert.deepEqual(without(again.counts), {
    ...none,
    lines: 759,
    unchanged: 382,
    merged: 377,
    unread: 47,
  });
});

promise("Sarthe: 1,625 lines of a workbook become 1,625 associations", async () => {
  const { counts } = await rehearsed("subventions_72_sarthe_2018.xlsx", elsewhere());
  assert.deepEqual(without(counts), { ...none, lines: 1625, created: 1625, unread: 2 });
});

promise(
  "Maine-et-Loire: 11,843 lines become 1,577 associations, nearly all told that a spreadsheet rounded their SIRET",
  async (say) => {
    const { counts, seconds } = await rehearsed("subventions_49_maine_et_loire.csv", elsewhere());
    assert.deepEqual(without(counts), {
      ...none,
      lines: 11_843,
      created: 1577,
      merged: 10_266,
      unread: 11_507,
    });
    say(`${seconds.toFixed(1)} s`);
  },
);

promise(
  "Pays de la Loire: 18,719 lines become 4,405 associations, whichever the encoding",
  async (say) => {
    const expected = {
      ...none,
      lines: 18_719,
      created: 4405,
      merged: 14_275,
      refused: 39,
      unread: 32,
    };
    for (const name of [
      "subventions_pdl_agregees.csv",
      "subventions_pdl_agregees_named_utf8_but_cp1252.csv",
    ]) {
      const { counts, seconds } = await rehearsed(name, elsewhere());
      assert.deepEqual(without(counts), expected);
      say(`${seconds.toFixed(1)} s`);
    }
  },
);

promise("State grants of 2010: 37,679 lines are rehearsed within a minute", async (say) => {
  const { counts, seconds } = await rehearsed("plf2012_jaune_associations_2010.csv", elsewhere());
  const expected = {
    ...none,
    lines: 37_679,
    created: 17_474,
    merged: 20_186,
    refused: 19,
    unread: 1105,
  };
  assert.deepEqual(without(counts), expected);
  say(
    `${seconds.toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB with the whole site`,
  );
  assert.ok(seconds < 60, `${seconds} s`);
});

promise("only the lines of the commune are taken, and those that say no place", async () => {
  const { counts } = await rehearsed("toulouse_clubs_sportifs.csv", { territory: "commune" });
  const kept = {
    ...none,
    lines: 759,
    changed: 4,
    unchanged: 145,
    merged: 78,
    outside: 532,
    unread: 46,
  };
  assert.deepEqual(without(counts), kept);
});
