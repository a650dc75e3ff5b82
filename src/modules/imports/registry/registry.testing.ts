import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  createAssociations,
  type AssociationFacts,
  type Origin,
} from "../../associations/index.ts";
import type { TestSite } from "../../../testing/site.ts";
import { csv } from "../import-files.testing.ts";
import { hashOf } from "../pipeline/rehearse.ts";
import { addBatch, batchById, type BatchCounts } from "./batches.ts";
import { proposalsOf, type Proposal } from "./proposals.ts";
import { openRegistry } from "./opening.ts";
import { readBatch } from "./read.ts";

const columns = [
  "id",
  "id_ex",
  "siret",
  "rup_mi",
  "date_creat",
  "date_disso",
  "nature",
  "titre",
  "titre_court",
  "objet",
  "objet_social1",
  "objet_social2",
  "adrs_numvoie",
  "adrs_typevoie",
  "adrs_libvoie",
  "adrs_codeinsee",
  "adrs_codepostal",
  "adrs_libcommune",
  "siteweb",
  "observation",
  "position",
] as const;
export type Cells = Partial<Record<(typeof columns)[number], string>>;

export const header = columns.join(";");
/** One line of the registry, of an association alive in Valbrume unless said otherwise. */
export const line = (cells: Cells): string =>
  columns
    .map(
      (name) =>
        `"${{ nature: "D", position: "A", adrs_codeinsee: "49998", adrs_codepostal: "49998", adrs_libcommune: "VALBRUME", ...cells }[name] ?? ""}"`,
    )
    .join(";");

/** A file of the registry; gives its path. */
export const registryFile = (...lines: Cells[]): string => csv(header, ...lines.map(line));

/** The desk of the registry in a test: files read, proposals answered through the real screens. */
export function registryDesk(site: TestSite, communeId = site.communeId) {
  const referent = { as: "referent" } as const;
  const origin = (source: Origin["source"]): Origin => ({
    source,
    at: site.clock.now(),
    actor: { kind: "person", id: site.personId("referent") },
  });
  const read = async (path: string): Promise<{ id: string; counts: BatchCounts }> => {
    const opened = await openRegistry(path);
    if ("refusal" in opened) assert.fail(opened.refusal);
    const sha256 = await hashOf(path);
    const id = await site.database.write(communeId, (tx) =>
      addBatch(tx, { fileName: basename(path), sha256, at: site.clock.now() }),
    );
    return { id, counts: await readBatch(site.house, communeId, id, opened) };
  };
  return {
    read,
    origin,
    create: (list: AssociationFacts[], source: Origin["source"] = "registry") =>
      site.database.write(communeId, (tx) => createAssociations(tx, list, origin(source))),
    batch: (id: string) => site.database.read(communeId, (tx) => batchById(tx, id)),
    proposals: (id: string, state: Proposal["state"] = "open") =>
      site.database.read(communeId, (tx) =>
        proposalsOf(tx, id, { states: [state] }, { limit: 5000, offset: 0 }),
      ),
    answer: (id: string, how: string, fields: Record<string, string>) =>
      site.post(
        `/gestion/registre/${id}/${how}`,
        { _key: crypto.randomUUID(), ...fields },
        referent,
      ),
    upload: (path: string, as: "referent" | "elected" = "referent") => {
      const form = new FormData();
      form.append("_key", crypto.randomUUID());
      form.append("fichier", new File([readFileSync(path)], basename(path)));
      return site.upload("/gestion/registre", form, { as });
    },
  };
}
