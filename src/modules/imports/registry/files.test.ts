import assert from "node:assert/strict";
import { once } from "node:events";
import { createWriteStream, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { holding } from "../../../testing/holding.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { csv } from "../import-files.testing.ts";
import { header, line, registryDesk, registryFile } from "./registry.testing.ts";

let site: TestSite;
let desk: ReturnType<typeof registryDesk>;
const referent = { as: "referent" } as const;
before(async () => {
  site = await openTestSite();
  desk = registryDesk(site);
});
after(() => site.close());

test("the file is given at the desk: read by the worker, once; another file is refused by its columns", async () => {
  const path = registryFile({ id: "W491000081", titre: "DONNÉE AU GUICHET" });
  const sent = await desk.upload(path);
  assert.equal(sent.status, 303);
  const id = sent.location?.split("/").at(-1) ?? "";
  assert.match((await site.get(`/gestion/registre/${id}`, referent)).html, /Lecture du fichier/);
  await site.runJobs();
  assert.equal((await desk.proposals(id)).length, 1);
  const twice = await desk.upload(path);
  assert.equal(twice.status, 422);
  assert.match(twice.html, /a déjà été lu/);
  const other = await desk.upload(csv("Nom;Ville", "Judo;Valbrume", "Boxe;Valbrume"));
  assert.equal(other.status, 422);
  assert.match(other.html, /n’est pas celui du registre national/);
  assert.equal((await desk.upload(path, "elected")).status, 403);
});

test("forty days later the référent is reminded of the month's file", async () => {
  site.clock.set("2026-10-20T09:00:00Z");
  assert.doesNotMatch((await site.get("/gestion", referent)).html, /registre national date/);
  site.clock.set("2026-10-26T09:00:00Z");
  assert.match((await site.get("/gestion", referent)).html, /registre national date/);
});

test("a file of 100,000 lines, few of them ours, passes line by line", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "maillage-registry-")), "rna_waldec_national.csv");
  const out = createWriteStream(path);
  out.write(`${header}\n`);
  const away = { adrs_codeinsee: "75056", adrs_codepostal: "75001", adrs_libcommune: "PARIS", objet: "x".repeat(300) }; // prettier-ignore
  for (let at = 0; at < 100_000; at += 1) {
    const rna = `W75${String(at).padStart(7, "0")}`;
    const text = line(at % 1000 === 0 ? { id: rna, titre: `VALBRUME ${at}` } : { id: rna, titre: `PARIS ${at}`, ...away }); // prettier-ignore
    if (!out.write(`${text}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  const before = process.memoryUsage().heapUsed;
  const { id, counts } = await desk.read(path);
  assert.deepEqual([counts.lines, counts.kept, counts.new], [100_000, 100, 100]);
  assert.ok(
    process.memoryUsage().heapUsed - before < 150_000_000,
    "memory does not follow the file",
  );
  assert.equal((await desk.answer(id, "acceptation", { kind: "new" })).status, 303);
});

test("a person who is erased leaves nothing in what the registry proposed", async () => {
  const who = { name: "Zoé Marquérande", email: "zoe@exemple.example" };
  const { id } = await desk.read(
    registryFile({ id: "W491000091", titre: "ATELIER", objet: `Chez ${who.name}, ${who.email}` }),
  );
  await site.database.write(site.communeId, (tx) =>
    tx
      .insertInto("person")
      .values(who)
      .execute()
      .then(() => undefined),
  );
  const erased = await site.post(
    "/gestion/reglages/effacement/fait",
    { _key: crypto.randomUUID(), email: who.email },
    { as: "administrator" },
  );
  assert.equal(erased.status, 303);
  const [proposal] = await desk.proposals(id);
  assert.match(JSON.stringify(proposal), /Atelier/i);
  assert.deepEqual(await holding(site, "Marquérande"), []);
  assert.deepEqual(await holding(site, who.email), []);
});
