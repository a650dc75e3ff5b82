import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { zipOf } from "../../../testing/zip.ts";
import { header, line, registryDesk, type Cells } from "./registry.testing.ts";

let site: TestSite;
let desk: ReturnType<typeof registryDesk>;
before(async () => {
  site = await openTestSite();
  desk = registryDesk(site);
});
after(() => site.close());

const folder = mkdtempSync(join(tmpdir(), "maillage-archives-"));
let written = 0;
const file = (bytes: Uint8Array): string => {
  const path = join(folder, `rna_waldec_${(written += 1)}.zip`);
  writeFileSync(path, bytes);
  return path;
};
const lines = (...cells: Cells[]): string => [header, ...cells.map(line)].join("\n");
const monthly = (department: string) => `rna_waldec_20261101_dpt_${department}.csv`;
const away = { adrs_codeinsee: "75056", adrs_codepostal: "75001", adrs_libcommune: "PARIS" };

test("of the month's archive given whole, only the useful departments are read", async () => {
  const path = file(
    zipOf({
      [monthly("49")]: lines({ id: "W491000001", titre: "JUDO" }, { id: "W491000002", titre: "LOIN", ...away }), // prettier-ignore
      [monthly("75")]: lines({ id: "W751000001", titre: "À VALBRUME PAR ERREUR" }),
      [monthly("2A")]: lines({ id: "W2A1000001", titre: "EN CORSE", ...away }),
      "lisez-moi.txt": "Le registre national, un fichier par département.",
    }),
  );
  const sent = await desk.upload(path);
  assert.equal(sent.status, 303, sent.html);
  await site.runJobs();
  const id = sent.location?.split("/").at(-1) ?? "";
  const { lines: read, kept } = (await desk.batch(id))?.counts ?? {};
  assert.deepEqual([read, kept], [2, 1]);
  assert.deepEqual((await desk.proposals(id)).map(({ name }) => name), ["JUDO"]); // prettier-ignore
  assert.match((await desk.upload(path)).html, /a déjà été lu/);
});

test("an association known by a number of elsewhere is looked for in the department that gave it", async () => {
  await desk.create([{ name: "Voile", rna: "W751000009", aims: "Naviguer" }]);
  const path = file(
    zipOf({
      [monthly("49")]: lines({ id: "W491000003", titre: "TIR" }),
      [monthly("75")]: lines({ id: "W751000009", titre: "VOILE", objet: "Naviguer loin", ...away }),
    }),
  );
  const { id, counts } = await desk.read(path);
  assert.deepEqual([counts.lines, counts.kept], [2, 2]);
  assert.ok((await desk.proposals(id)).some(({ name, field }) => name === "Voile" && field === "aims")); // prettier-ignore
});

test("files whose names say no department are all read, their lines told apart", async () => {
  const names = ["rna_partie_1.csv", "dossier/rna_partie_2.CSV"];
  const path = file(
    zipOf({
      [names[0] ?? ""]: lines({ id: "W491000011", titre: "ALPHA" }, { id: "W491000012", titre: "BETA" }), // prettier-ignore
      [names[1] ?? ""]: lines({ id: "W491000013", titre: "GAMMA" }, { id: "W491000014", titre: "DELTA" }), // prettier-ignore
    }),
  );
  const { id, counts } = await desk.read(path);
  assert.deepEqual([counts.lines, counts.kept, counts.new], [4, 4, 4]);
  const found = (await desk.proposals(id)).map(({ name }) => name).sort();
  assert.deepEqual(found, ["ALPHA", "BETA", "DELTA", "GAMMA"]);
});

test("an archive that cannot be read is refused in plain words, and nothing is kept", async () => {
  const good = { [monthly("49")]: lines({ id: "W491000021", titre: "ÉCHECS" }) };
  const crowd = Object.fromEntries(Array.from({ length: 251 }, (_, at) => [`${at}.csv`, "id;id_ex"])); // prettier-ignore
  const refused: [Uint8Array, RegExp][] = [
    [zipOf(good, { encrypted: true }), /protégée par un mot de passe/],
    [zipOf(good).subarray(0, -30), /abîmée ou incomplète/],
    [zipOf(good, { size: 40 }), /abîmée ou incomplète/],
    [zipOf(good, { size: 2_000_000_000 }), /trop grande une fois ouverte/],
    [zipOf(crowd), /trop de fichiers/],
    [zipOf({ "photo.jpg": "pas un tableau" }), /aucun fichier CSV/],
    [zipOf({}), /aucun fichier CSV/],
    [zipOf({ "liste.csv": "Nom;Ville\nJudo;Valbrume\n" }), /n’est pas celui du registre national/],
  ];
  for (const [bytes, sentence] of refused) {
    const answer = await desk.upload(file(bytes));
    assert.equal(answer.status, 422, String(sentence));
    assert.match(answer.html, sentence);
  }
});

test("an archive that breaks past its first lines is said broken on its page, and proposes nothing", async () => {
  const many = Array.from({ length: 6000 }, (_, at) => ({
    id: `W491${String(at).padStart(6, "0")}`,
    titre: `CLUB ${at}`,
    objet: crypto.randomUUID(),
  }));
  const bytes = zipOf({ [monthly("49")]: lines(...many) });
  bytes.fill(0xff, bytes.length - 20_000, bytes.length - 10_000);
  const sent = await desk.upload(file(bytes));
  assert.equal(sent.status, 303, sent.html);
  await site.runJobs();
  const id = sent.location?.split("/").at(-1) ?? "";
  assert.equal((await desk.batch(id))?.state, "failed");
  assert.deepEqual(await desk.proposals(id), []);
  const { html } = await site.get(`/gestion/registre/${id}`, { as: "referent" });
  assert.match(html, /peut-être abîmé/);
});
