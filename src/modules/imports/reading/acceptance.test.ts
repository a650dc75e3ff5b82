import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { AssociationFacts } from "../../associations/index.ts";
import { mergeFacts, sameLineKey } from "./identity.ts";
import { guessMapping } from "./mapping.ts";
import { openTable } from "./open.ts";
import { readAssociations } from "./reading.ts";
import type { Hints, Table } from "./table.ts";

const samples =
  process.env.MAILLAGE_SAMPLES ?? join(import.meta.dirname, "../../../../../../shared/data");

type Counts = {
  lines: number;
  understood: number;
  refused: Record<string, number>;
  distinct: number;
};

async function count(
  name: string,
  hints: Hints = {},
): Promise<{
  counts: Counts;
  table: Table;
  layout: string | null;
  facts: AssociationFacts[];
  merged: AssociationFacts[];
}> {
  const table = await openTable(join(samples, name), hints);
  if ("refusal" in table) assert.fail(table.refusal);
  const mapping = guessMapping(table.header, table.sample);
  const facts: AssociationFacts[] = [];
  const merged = new Map<string, AssociationFacts>();
  const refused: Record<string, number> = {};
  let lines = 0;
  for await (const line of readAssociations(table, mapping)) {
    lines += 1;
    if ("refusal" in line) {
      refused[line.refusal] = (refused[line.refusal] ?? 0) + 1;
      continue;
    }
    facts.push(line.facts);
    const key = sameLineKey(line.facts);
    const known = merged.get(key);
    merged.set(key, known === undefined ? line.facts : mergeFacts(known, line.facts));
  }
  const counts = { lines, understood: facts.length, refused, distinct: merged.size };
  return { counts, table, layout: mapping.layout, facts, merged: [...merged.values()] };
}

function promise(title: string, check: () => Promise<void>): void {
  test(title, async (t) => {
    if (existsSync(samples)) await check();
    else t.skip("the folder of real files is absent");
  });
}

promise("the registry's current layout: 725 records, all understood, each its own", async () => {
  const { counts, layout, facts } = await count("rna_waldec_sample.csv");
  assert.equal(layout, "rna_waldec");
  assert.deepEqual(counts, { lines: 725, understood: 725, refused: {}, distinct: 725 });
  assert.equal(facts.filter((one) => one.rna?.startsWith("W") !== true).length, 0);
  assert.equal(facts.filter((one) => one.siret !== undefined).length, 25);
  assert.equal(facts.filter((one) => one.state === "ceased").length, 112);
  assert.equal(facts.filter((one) => one.ceasedOn !== undefined).length, 0);
  assert.equal(facts.filter((one) => one.website !== undefined).length, 35);
  assert.equal(facts.filter((one) => one.email !== undefined).length, 1);
});

promise(
  "the registry's old layout: 385 records, 136 without a creation date, 64 successors",
  async () => {
    const { counts, layout, facts } = await count("rna_import_sample.csv");
    assert.equal(layout, "rna_import");
    assert.deepEqual(counts, { lines: 385, understood: 385, refused: {}, distinct: 385 });
    assert.equal(facts.filter((one) => one.createdOn === undefined).length, 136);
    assert.equal(facts.filter((one) => one.successorRna !== undefined).length, 64);
    assert.equal(facts.filter((one) => one.state === "ceased").length, 49);
    assert.ok(facts.every((one) => one.registryThemes?.every((code) => code.length === 6) ?? true));
  },
);

promise(
  "Toulouse: 759 lines, 382 associations with their places, e-mails out of the web-site column",
  async () => {
    const { counts, layout, merged } = await count("toulouse_clubs_sportifs.csv");
    assert.equal(layout, "toulouse_clubs");
    assert.deepEqual(counts, { lines: 759, understood: 759, refused: {}, distinct: 382 });
    assert.ok(merged.every((one) => one.seat === undefined));
    const keywords = new Set(merged.flatMap((one) => one.keywords ?? []));
    assert.equal(keywords.size, 146);
    const emails = merged.filter((one) => one.email !== undefined);
    assert.ok(emails.length > 10 && emails.every((one) => one.website?.includes("@") !== true));
    const places = merged.flatMap((one) => one.places ?? []);
    assert.ok(
      places.every((place) => place.postcode === undefined || /^31\d{3}$/.test(place.postcode)),
    );
    assert.ok(
      places.every((place) => place.town === undefined || !/pyr|^en |^dans /i.test(place.town)),
    );
  },
);

promise("grants of Maine-et-Loire: 11,843 lines, no rounded SIRET believed", async () => {
  const { counts, facts } = await count("subventions_49_maine_et_loire.csv");
  assert.deepEqual(counts, { lines: 11_843, understood: 11_843, refused: {}, distinct: 1577 });
  assert.equal(facts.filter((one) => one.siret !== undefined || one.siren !== undefined).length, 0);
  assert.ok(facts.every((one) => !/cedex/i.test(one.seat?.town ?? "")));
});

promise("grants of Pays de la Loire: both encodings give the same associations", async () => {
  const expected = {
    lines: 18_719,
    understood: 18_680,
    refused: { no_name: 17, not_an_association: 22 },
    distinct: 4415,
  };
  const utf8 = await count("subventions_pdl_agregees.csv");
  const cp1252 = await count("subventions_pdl_agregees_named_utf8_but_cp1252.csv");
  assert.equal(utf8.table.encoding, "utf-8");
  assert.equal(cp1252.table.encoding, "windows-1252");
  assert.equal(utf8.table.warnings.repairedLines, 108);
  assert.deepEqual(utf8.counts, expected);
  assert.deepEqual(cp1252.counts, expected);
  assert.deepEqual(utf8.facts.map(sameLineKey), cp1252.facts.map(sameLineKey));
});

promise(
  "the Sarthe workbook: its clean sheet is chosen, its merged one reads the same",
  async () => {
    const chosen = await count("subventions_72_sarthe_2018.xlsx");
    const merged = await count("subventions_72_sarthe_2018.xlsx", { sheet: "Table 1" });
    assert.equal(chosen.table.sheets?.read, "Feuil1");
    assert.equal(chosen.counts.lines, 1625);
    assert.equal(chosen.counts.understood, 1625);
    assert.deepEqual(merged.facts, chosen.facts);
  },
);

promise("State grants of 2010: 37,679 lines, totals and details together", async () => {
  const { counts, facts } = await count("plf2012_jaune_associations_2010.csv");
  const { lines, understood, refused } = counts;
  assert.deepEqual(
    [lines, understood, refused],
    [37_679, 37_660, { not_an_association: 18, total_line: 1 }],
  );
  assert.equal(counts.distinct, 17_474);
  assert.deepEqual(facts[0], {
    name: "1 2 3 Soleil Ludotheque",
    siren: "490135456",
    seat: { town: "Mouans Sartoux" },
  });
});

promise("lists of digital-support places in JSON are read too", async () => {
  const totals = { "aix-en-provence": 38, angers: 63, epernay: 39, "maine-et-loire": 243 };
  for (const [place, lines] of Object.entries(totals))
    assert.equal((await count(`mednum_${place}.json`)).counts.lines, lines);
});
