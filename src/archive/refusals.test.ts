import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { gzipSync } from "node:zlib";
import { StartFault } from "../platform/config.ts";
import { backup } from "./backup.ts";
import { content } from "./content.testing.ts";
import { restore } from "./restore.ts";
import { rewritten } from "./rewritten.testing.ts";
import { openSource, silent, type Source } from "./source.testing.ts";

let source: Source;
before(async () => (source = await openSource()));
after(() => source.close());

/** Refused with one sentence, and the installation is as empty as before. */
async function refused(archive: string, sentence: RegExp): Promise<void> {
  const { receiver, fresh } = await source.emptyInstallation();
  const before = await content(fresh.ownerUrl);
  await assert.rejects(restore(receiver, archive, silent), (fault: Error) => {
    assert.ok(fault instanceof StartFault, fault.stack);
    assert.match(fault.message, sentence);
    assert.ok(!fault.message.includes("\n"));
    return true;
  });
  assert.deepEqual(await content(fresh.ownerUrl), before);
  assert.deepEqual(readdirSync(receiver.files.folder, { recursive: true }).filter((name) => String(name).length > 60), []); // prettier-ignore
  await fresh.drop();
}

test("a damaged archive is refused whole, wherever the damage is", async () => {
  const bytes = readFileSync(source.archive);
  const damaged = join(source.folder, "abimee.tar.gz");
  for (const place of [0.02, 0.3, 0.6, 0.95]) {
    const copy = Buffer.from(bytes);
    const at = Math.floor(copy.length * place);
    copy[at] = (copy[at] ?? 0) ^ 0x5a;
    writeFileSync(damaged, copy);
    await refused(damaged, /abîmée|n’est pas une sauvegarde/);
  }
  for (const kept of [0, 10, bytes.length / 2, bytes.length - 3]) {
    writeFileSync(damaged, bytes.subarray(0, kept));
    await refused(damaged, /abîmée|n’est pas une sauvegarde/);
  }
});

test("what is not an archive of Maillage is refused", async () => {
  const other = join(source.folder, "autre");
  writeFileSync(other, "Nom;Ville\nLes Amis;Angers\n");
  await refused(other, /n’est pas une sauvegarde/);
  writeFileSync(other, gzipSync("not a tar at all, ".repeat(200)));
  await refused(other, /n’est pas une sauvegarde|abîmée/);
  await refused(join(source.folder, "absente.tar.gz"), /n’existe pas/);
  await refused(source.folder, /ne peut pas être lu/);
});

test("an archive of a newer Maillage is refused", async () => {
  const newer = join(source.folder, "future.tar.gz");
  await source.onSource((client) =>
    client.query("insert into migration (name, checksum) values ('9999_future.sql', '')"),
  );
  await backup(source.site.ownerUrl, source.site.house.files.folder, newer, silent);
  await source.onSource((client) => client.query("delete from migration where name like '9999%'"));
  await refused(newer, /version plus récente/);
});

test("an archive whose rows the database refuses leaves nothing", async () => {
  const forged = join(source.folder, "forgee.tar.gz");
  await rewritten(source.archive, forged, (name, body) =>
    name.startsWith("tables/staff_role/") ? body.replaceAll("referent", "emperor") : body,
  );
  await refused(forged, /La base refuse le contenu de la sauvegarde \(table staff_role\)/);
  await rewritten(source.archive, forged, (name, body) =>
    name.startsWith("tables/journal_personal/") ? "" : body,
  );
  await refused(forged, /incomplète \(table journal_personal\)/);
  await rewritten(source.archive, forged, (name, body) =>
    name.startsWith("files/") ? `${body}!` : body,
  );
  await refused(forged, /Un fichier de la sauvegarde est abîmé/);
});

test("nothing is restored over a commune", async () => {
  const before = await content(source.site.ownerUrl);
  const receiver = {
    ownerUrl: source.site.ownerUrl,
    appUrl: source.site.ownerUrl,
    files: source.site.house.files,
  };
  await assert.rejects(restore(receiver, source.archive, silent), /contient déjà une commune/);
  assert.deepEqual(await content(source.site.ownerUrl), before);
});

test("a backup that fails leaves no archive, and one of nothing is refused", async () => {
  const { fresh } = await source.emptyInstallation();
  const target = join(source.folder, "rien.tar.gz");
  await assert.rejects(backup(fresh.ownerUrl, source.folder, target, silent), /n’a aucune commune/);
  assert.equal(existsSync(target) || existsSync(`${target}.partiel`), false);
  await fresh.drop();
});
