import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { State } from "../codes.ts";
import type { Address } from "../facts.ts";
import type { DuplicateRecord } from "./record.ts";

export type IdentityRow = { record: DuplicateRecord; mergedInto: string | undefined };

const pageSize = 2000;

/**
 * What tells associations apart, page by page so that a large registry never sits in memory whole. The living records
 * come first, then those merged into them.
 */
export async function* identityPages(tx: Tx): AsyncGenerator<IdentityRow[]> {
  for (const merged of [false, true]) {
    let after = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const rows = await page(tx, merged, after);
      if (rows.length) yield rows.map(identityOf);
      if (rows.length < pageSize) break;
      after = rows.at(-1)?.association_id ?? after;
    }
  }
}

const page = (tx: Tx, merged: boolean, after: string) =>
  tx
    .selectFrom("association as a")
    .select([
      "association_id",
      "name",
      "acronym",
      "rna",
      "siret",
      "siren",
      "aims",
      "created_on",
      "state",
      "website",
      "registry_themes",
      "successor_rna",
      "seat_street",
      "seat_complement",
      "seat_postcode",
      "seat_town",
      "seat_insee",
      "merged_into",
    ])
    .select([contact("email").as("email"), contact("phone").as("phone")])
    .where("merged_into", merged ? "is not" : "is", null)
    .where("association_id", ">", after)
    .orderBy("association_id")
    .limit(pageSize)
    .execute();

const contact = (field: "email" | "phone") => sql<string | null>`(
  select ${sql.ref(`c.${field}`)} from association_contact c
  where c.commune_id = a.commune_id and c.association_id = a.association_id and ${sql.ref(`c.${field}`)} is not null
  order by position limit 1)`;

type Row = Awaited<ReturnType<typeof page>>[number];

function identityOf(row: Row): IdentityRow {
  const seat: Address = said({
    street: row.seat_street,
    complement: row.seat_complement,
    postcode: row.seat_postcode,
    town: row.seat_town,
    insee: row.seat_insee,
  });
  const record: DuplicateRecord = {
    id: row.association_id,
    name: row.name,
    state: row.state as State,
    registryThemes: row.registry_themes,
    ...(Object.keys(seat).length > 0 ? { seat } : {}),
    ...said({
      acronym: row.acronym,
      rna: row.rna,
      siret: row.siret,
      siren: row.siren,
      aims: row.aims,
      createdOn: row.created_on,
      website: row.website,
      successorRna: row.successor_rna,
      email: row.email,
      phone: row.phone,
    }),
  };
  return { record, mergedInto: row.merged_into ?? undefined };
}

const said = <Key extends string>(values: Record<Key, string | null>): { [K in Key]?: string } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [K in Key]?: string;
  };
