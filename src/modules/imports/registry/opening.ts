import { open } from "node:fs/promises";
import { openZip, type ZipEntry, type ZipRefusal } from "../../../platform/zip.ts";
import { department } from "../matching/territory.ts";
import {
  guessMapping,
  openTable,
  type FileRefusal,
  type Mapping,
  type Source,
  type Table,
} from "../reading/index.ts";

/** The whole country in one file, or in all those of an archive once inflated; it is read line by line. */
export const largestRegistry = 1_500_000_000;
/** About 110 departments, twice over. */
const mostFiles = 250;
const headSize = 128 * 1024;

/** A table of the registry, and the department its name says it is of. */
export type RegistryTable = { table: Table; mapping: Mapping; department?: string | undefined };
export type RegistryTables = readonly RegistryTable[];
export type RegistryRefusal =
  FileRefusal | "not_registry" | "no_csv" | "swollen_archive" | `${ZipRefusal}_archive`;

/** Opens a file of the national registry in one of its layouts: a CSV, or the archive they are published in. */
export async function openRegistry(
  file: string | Uint8Array,
): Promise<RegistryTables | { refusal: RegistryRefusal }> {
  if (!(await isArchive(file))) return await tableOf(file);
  const entries = await openZip(file, mostFiles);
  if ("refusal" in entries) return { refusal: `${entries.refusal}_archive` };
  if (entries.some(({ name }) => name === "xl/workbook.xml")) return await tableOf(file);
  const csvs = entries.filter(
    ({ name }) => /\.(csv|txt)$/i.test(name) && !name.startsWith("__MACOSX/"),
  );
  if (csvs.length === 0) return { refusal: "no_csv" };
  if (csvs.reduce((sum, { size }) => sum + size, 0) > largestRegistry)
    return { refusal: "swollen_archive" };
  const tables: RegistryTable[] = [];
  for (const entry of csvs) {
    const source = await sourceOf(entry).catch(() => undefined);
    if (!source) return { refusal: "damaged_archive" };
    const found = await tableOf(source);
    if (!("refusal" in found))
      for (const one of found) tables.push({ ...one, department: departmentIn(entry.name) });
  }
  return tables.length > 0 ? tables : { refusal: "not_registry" };
}

/** The tables that may hold what is looked for: those of its departments when names say so, else all of them. */
export function tablesFor(
  tables: RegistryTables,
  insee: string | undefined,
  others: ReadonlySet<string>,
): RegistryTables {
  const own = insee && department(insee);
  if (!tables.some((one) => one.department !== undefined && one.department === own)) return tables;
  return tables.filter(
    (one) => one.department === undefined || one.department === own || others.has(one.department),
  );
}

/** `rna_waldec_20261101_dpt_49.csv` is of Maine-et-Loire; both halves of Corsica count as one. */
function departmentIn(name: string): string | undefined {
  const found = /(?:dpt|dep|dept|departement)[_-]?(\d{2,3}|2[AB])(?!\d)/i.exec(name)?.[1];
  return found === undefined ? undefined : department(found.toUpperCase());
}

async function tableOf(
  file: string | Uint8Array | Source,
): Promise<[RegistryTable] | { refusal: RegistryRefusal }> {
  const table = await openTable(file, { largest: largestRegistry });
  if ("refusal" in table) return { refusal: table.refusal };
  const mapping = guessMapping(table.header, table.sample);
  return mapping.layout?.startsWith("rna_") ? [{ table, mapping }] : { refusal: "not_registry" };
}

/** A file of an archive, inflated each time it is read and never kept whole. */
async function sourceOf({ size, chunks }: ZipEntry): Promise<Source> {
  let head = Buffer.alloc(0);
  for await (const chunk of chunks()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= headSize) break;
  }
  return { size, head, chunks, all: async () => Buffer.concat(await Array.fromAsync(chunks())) };
}

async function isArchive(file: string | Uint8Array): Promise<boolean> {
  let head = typeof file === "string" ? Buffer.alloc(4) : file;
  if (typeof file === "string") {
    const handle = await open(file).catch(() => undefined);
    if (!handle) return false;
    await handle.read(head as Buffer, 0, 4, 0).finally(() => handle.close());
  }
  const mark = Buffer.from(head.subarray(0, 4)).toString("latin1");
  return mark === "PK\x03\x04" || mark === "PK\x05\x06";
}
