import { createReadStream } from "node:fs";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { extract, type Extract } from "tar-stream";
import { StartFault } from "../platform/config.ts";
import { knownMigrations } from "../platform/db/migrate.ts";
import { manifestShape, type Manifest } from "./archive-format.ts";

/** Entries of an archive, one after the other; `ended` settles when the file has been read whole. */
export function openArchive(source: string): { entries: Extract; ended: Promise<void> } {
  const entries = extract();
  const ended = pipeline(createReadStream(source), createGunzip(), entries);
  ended.catch(() => undefined);
  return { entries, ended };
}

/**
 * Reads an archive to its last byte before anything is changed: its checksum is the one of gzip, over everything.
 * Throws a `StartFault` when it is absent, damaged, something else, or made by a newer Maillage.
 */
export async function verify(source: string): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const { entries, ended } = openArchive(source);
  try {
    for await (const packed of entries) {
      if (manifest) packed.resume();
      else if (packed.header.name === "manifest.json")
        manifest = readManifest(await text(Readable.from(packed)));
      else throw notOurs();
    }
    await ended;
  } catch (fault) {
    throw fault instanceof StartFault ? fault : unreadable(source, fault);
  }
  if (!manifest) throw notOurs();
  return manifest;
}

function readManifest(json: string): Manifest {
  const read = manifestShape.safeParse(JSON.parse(json));
  const newer = read.data?.migrations.some((name) => !knownMigrations().includes(name));
  if (!read.success || newer)
    throw new StartFault(
      "Cette sauvegarde vient d’une version plus récente de Maillage : mettez Maillage à jour, puis recommencez.",
    );
  return read.data;
}

const notOurs = () =>
  new StartFault("Ce fichier n’est pas une sauvegarde de Maillage : rien n’a été restauré.");

function unreadable(source: string, fault: unknown): StartFault {
  const code = (fault as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOENT") return new StartFault(`Le fichier ${source} n’existe pas.`);
  if (code === "EACCES" || code === "EISDIR")
    return new StartFault(`Le fichier ${source} ne peut pas être lu.`);
  const other = fault instanceof Error && /incorrect header check/.test(fault.message);
  return other
    ? notOurs()
    : new StartFault(`La sauvegarde ${source} est abîmée : rien n’a été restauré.`);
}
