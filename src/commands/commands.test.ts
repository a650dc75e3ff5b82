import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { readPdf } from "../testing/read-pdf.ts";
import { dataFolder, endProcesses, runCommand, startServer } from "../testing/process.ts";

const { data, remove } = dataFolder();
const live = {
  MAILLAGE_DATA: data,
  MAILLAGE_DEMO: "0",
  PUBLIC_URL: "https://assos.valdor.test",
};
const commune = ["commune", "add", "--name", "Val d’Or", "--slug", "val-d-or", "--insee", "49007"];
const maillage = (...args: string[]) => runCommand(args, live);
after(endProcesses);
after(remove);

test("without a command, or with a wrong one, the help says what exists", async () => {
  const help = await maillage();
  assert.equal(help.code, 0);
  for (const name of ["commune add", "commune list", "user invite", "backup", "restore"])
    assert.ok(help.out.includes(name), name);
  const wrong = await maillage("communne", "add");
  assert.equal(wrong.code, 2);
  assert.equal(wrong.out, "");
  assert.equal((await maillage("commune", "add", "--nom", "X")).code, 2);
});

test("a first commune and its first administrator are made from the terminal", async () => {
  const added = await maillage(...commune, "--host", "assos.valdor.test,valdor.test", "--json");
  assert.equal(added.code, 0, added.err);
  assert.equal(JSON.parse(added.out).commune.slug, "val-d-or");
  const again = await maillage(...commune, "--host", "ailleurs.test");
  assert.equal(again.code, 2);
  assert.match(again.err, /^Une commune porte déjà ce nom court[^\n]*\n$/);
  const person = ["--email", "Anne@Valdor.test", "--name", "Anne Petit"];
  const invited = await maillage("user", "invite", "--admin", ...person, "--json");
  assert.equal(invited.code, 0, invited.err);
  const { link } = JSON.parse(invited.out) as { link: string };
  assert.match(link, /^https:\/\/assos\.valdor\.test\/\S+$/);
  const twice = await maillage("user", "invite", "--admin", ...person);
  assert.equal(twice.code, 2);
  assert.match(twice.err, /--again/);
  const renewed = await maillage("user", "invite", "--admin", ...person, "--again");
  assert.equal(renewed.code, 0, renewed.err);
  assert.match(renewed.out, /transmettez ce lien vous-même/);
  const site = await startServer(live);
  const seen = await fetch(new URL(new URL(renewed.out.match(/https:\S+/)?.[0] ?? "").pathname, site.address), { headers: { "x-forwarded-host": "assos.valdor.test" } }); // prettier-ignore
  assert.equal(seen.status, 404, "without a trusted proxy, the local address leads to no commune");
  await site.end("SIGTERM");
});

const invite = (...args: string[]) => maillage("user", "invite", ...args);

test("an invitation that cannot be sent is one sentence", async () => {
  const faults = await Promise.all([
    invite("--admin", "--name", "Anne", "--email", "anne"),
    invite("--role", "maire", "--name", "Anne", "--email", "a@b.fr"),
    invite("--name", "Anne", "--email", "a@b.fr"),
    invite("--admin", "--name", "Anne", "--email", "a@b.fr", "--commune", "nulle-part"),
  ]);
  for (const { code, err } of faults) {
    assert.equal(code, 2, err);
    assert.equal(err.trim().split("\n").length, 1);
  }
});

test("the month's file of the national registry is read from the terminal, once", async () => {
  const path = join(data, "..", "rna_waldec.csv");
  const header = "id;id_ex;siret;date_disso;titre;titre_court;objet;adrs_codeinsee;adrs_codepostal;adrs_libcommune;position"; // prettier-ignore
  writeFileSync(path, `${header}\n"W491000001";"";"";"";"JUDO";"";"Lutter";"49007";"49000";"ANGERS";"A"\n`); // prettier-ignore
  const read = await maillage("registry", path, "--json");
  assert.equal(read.code, 0, read.err);
  const [part] = JSON.parse(read.out).communes;
  assert.deepEqual([part.slug, part.already, part.lines, part.new], ["val-d-or", false, 1, 1]);
  const again = await maillage("registry", path);
  assert.equal(again.code, 0, again.err);
  assert.match(again.out, /ce fichier a déjà été lu/);
  const other = join(data, "..", "liste.csv");
  writeFileSync(other, "Nom;Ville\nJudo;Angers\n");
  const refused = await maillage("registry", other);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /n’est pas celui du registre national/);
  assert.equal((await maillage("registry")).code, 2);
});

test("letters on paper are prepared from the terminal, in a folder", async () => {
  const list = join(data, "..", "associations.csv");
  writeFileSync(list, "Nom;Adresse;Code postal;Commune\nTarot du Val;3 rue Haute;49000;Angers\n");
  const imported = await maillage("import", list, "--territory", "all");
  assert.equal(imported.code, 0, imported.err);
  const folder = join(data, "..", "lettres");
  const made = await maillage("letters", "--to", folder, "--json");
  assert.equal(made.code, 0, made.err);
  const { letters, unaddressed, files } = JSON.parse(made.out);
  assert.deepEqual([letters, unaddressed, files.length], [1, 0, 1]);
  assert.match((await readPdf(readFileSync(files[0]))).texts[0] ?? "", /3 rue Haute 49000 ANGERS/);
  const unknown = await maillage("letters", "--to", folder, "--for", "personne");
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /sans-courriel, a-confirmer, toutes/);
  assert.equal((await maillage("letters")).code, 2);
});

test("a backup taken beside the running site is restored elsewhere from the terminal, once", async () => {
  const archive = join(data, "..", "sauvegarde.tar.gz");
  const site = await startServer(live);
  const made = await maillage("backup", archive, "--json");
  assert.equal(made.code, 0, made.err);
  assert.ok(JSON.parse(made.out).rows > 0);
  await site.end("SIGTERM");
  const elsewhere = dataFolder();
  const there = { ...live, MAILLAGE_DATA: elsewhere.data };
  const restored = await runCommand(["restore", archive, "--json"], there);
  assert.equal(restored.code, 0, restored.err);
  assert.equal(JSON.parse(restored.out).rows, JSON.parse(made.out).rows);
  const again = await runCommand(["restore", archive], there);
  assert.equal(again.code, 1);
  assert.match(again.err, /^Cette installation contient déjà une commune[^\n]*\n$/);
  const communes = await runCommand(["commune", "list", "--json"], there);
  assert.equal(JSON.parse(communes.out).communes[0].slug, "val-d-or");
  elsewhere.remove();
});

test("a restoration waits for nobody: beside a running site it is refused", async () => {
  const site = await startServer(live);
  const refused = await maillage("restore", join(data, "..", "sauvegarde.tar.gz"));
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^Maillage travaille déjà sur ces données[^\n]*\n$/);
  await site.end("SIGTERM");
});

test("a backup that cannot be written, or a wrong archive, is one sentence", async () => {
  const nowhere = await maillage("backup", "/nulle/part/sauvegarde.tar.gz");
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err, /^Le dossier \/nulle\/part[^\n]*\n$/);
  const text = join(data, "..", "texte.txt");
  writeFileSync(text, "bonjour");
  const empty = dataFolder();
  const wrong = await runCommand(["restore", text], { ...live, MAILLAGE_DATA: empty.data });
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /^Ce fichier n’est pas une sauvegarde[^\n]*\n$/);
  assert.equal(readFileSync(text, "utf8"), "bonjour");
  empty.remove();
});
