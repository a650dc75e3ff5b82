/** The two samples of the national registry, for measures only: the site reads them with its own import. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { State } from "../codes.ts";
import type { Address } from "../facts.ts";
import { readRna, readSiret } from "../identity/numbers.ts";
import { nameKey } from "../identity/names.ts";
import type { DuplicateRecord } from "./record.ts";

type Row = Record<string, string | undefined>;

export const samplesFolder =
  process.env["MAILLAGE_SAMPLES"] ?? join(process.cwd(), "../shared/data");
const files = ["rna_import_sample.csv", "rna_waldec_sample.csv"].map((f) => join(samplesFolder, f));
export const samplesArePresent = (): boolean => files.every((file) => existsSync(file));

export type Samples = {
  records: DuplicateRecord[];
  /** Pairs the registry itself declares one association, in `observation`: `old id|new id`. */
  successors: Set<string>;
  /** Pairs whose W record states the old record's number as its own: one association too, though nobody linked them. */
  sameOldNumber: Set<string>;
  /** Pairs that share a title, and that neither column declares one. */
  namesakes: Set<string>;
};

export function registrySamples(): Samples {
  const rows = files.flatMap((file) => rowsOf(file));
  const records = rows.map(recordOf);
  const ids = new Set(records.map((record) => record.id));
  const links = records.flatMap((r) =>
    r.successorRna === undefined ? [] : [[r.id, r.successorRna]],
  );
  const successors = new Set(
    links
      .filter(([, next]) => ids.has(next ?? ""))
      .map(([old = "", next = ""]) => pairKey(old, next)),
  );
  const byOldNumber = pairsSharing(rows, (row) => (row["id_ex"] ?? "").replace(/^0+/, ""));
  const sameOldNumber = without(byOldNumber, successors);
  const titled = pairsSharing(rows, (row) => {
    const { words, numbers } = nameKey(row["titre"] ?? "");
    return [...words.toSorted(), ...numbers].join(" ");
  });
  const namesakes = without(without(titled, successors), sameOldNumber);
  return { records, successors, sameOldNumber, namesakes };
}

export const pairKey = (one: string, other: string): string =>
  one < other ? `${one}|${other}` : `${other}|${one}`;

/** The same records as if the registry had never said which number follows which. */
export const withoutSuccessors = (records: readonly DuplicateRecord[]): DuplicateRecord[] =>
  records.map((record) => {
    const silent = { ...record };
    delete silent.successorRna;
    return silent;
  });

const without = (pairs: Set<string>, removed: Set<string>): Set<string> =>
  new Set([...pairs].filter((pair) => !removed.has(pair)));

function rowsOf(file: string): Row[] {
  const text = new TextDecoder("windows-1252").decode(readFileSync(file));
  return parse(text, {
    columns: true,
    delimiter: ";",
    relax_quotes: true,
    relax_column_count: true,
  });
}

function recordOf(row: Row): DuplicateRecord {
  const [rna, siret] = [readRna(row["id"] ?? ""), readSiret(row["siret"] ?? "")];
  const successor = /\bW\w{9}\b/.exec(row["observation"] ?? "")?.[0];
  const record: DuplicateRecord = {
    id: row["id"] ?? "",
    name: row["titre"] ?? "",
    seat: seatOf(row),
  };
  if ("value" in rna) record.rna = rna.value;
  if ("value" in siret) record.siret = siret.value;
  if (successor !== undefined) record.successorRna = successor;
  if (row["titre_court"]) record.acronym = row["titre_court"];
  if (row["objet"]) record.aims = row["objet"];
  if (row["date_creat"]) record.createdOn = row["date_creat"];
  if (row["siteweb"]) record.website = row["siteweb"];
  record.state = states[row["position"] ?? ""] ?? "ceased";
  record.registryThemes = [row["objet_social1"], row["objet_social2"]].filter(
    (code) => !!code,
  ) as string[];
  return record;
}

/** A record taken over under a new number (`R`) or withdrawn (`S`) is no longer active under its own. */
const states: Record<string, State | undefined> = { A: "active", I: "dormant" };

function seatOf(row: Row): Address {
  const line = (fields: string[]): string =>
    fields
      .map((field) => row[field] ?? "")
      .join(" ")
      .trim();
  return {
    street: line([
      "adr1",
      "adr2",
      "adr3",
      "adrs_numvoie",
      "adrs_repetition",
      "adrs_typevoie",
      "adrs_libvoie",
    ]),
    complement: line(["adrs_complement"]),
    postcode: row["adrs_codepostal"] ?? "",
    town: row["libcom"] ?? row["adrs_libcommune"] ?? "",
    insee: row["adrs_codeinsee"] ?? "",
  };
}

function pairsSharing(rows: readonly Row[], keyOf: (row: Row) => string): Set<string> {
  const groups = Map.groupBy(rows, keyOf);
  const pairs = new Set<string>();
  for (const [key, group] of groups)
    if (key !== "")
      for (const [i, one] of group.entries())
        for (const other of group.slice(i + 1))
          pairs.add(pairKey(one["id"] ?? "", other["id"] ?? ""));
  return pairs;
}
