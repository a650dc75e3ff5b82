import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Theme, Public } from "../codes.ts";
import type { AssociationFacts, PlaceFacts } from "../facts.ts";
import type { Situation } from "./fields.ts";
import { situationsOf } from "./queries.ts";

/** What is known of one association, in the words of a source. */
export async function associationFacts(tx: Tx, id: string): Promise<AssociationFacts | undefined> {
  return (await factsOf(tx, [id])).get(id);
}

/** The same for some associations, or for all the living ones (merged records left out), by id. */
export async function factsOf(
  tx: Tx,
  ids: readonly string[] | "all",
): Promise<Map<string, AssociationFacts>> {
  const situations = (await situationsOf(tx, ids)).filter(
    (one) => ids !== "all" || !one.mergedInto,
  );
  const places = await placeFactsOf(tx, situations);
  return new Map(situations.map((one) => [one.id, factsOfSituation(one, places)]));
}

function factsOfSituation(
  { record, contacts, venues }: Situation,
  places: ReadonlyMap<string, PlaceFacts>,
): AssociationFacts {
  const seat = said({
    street: record.seatStreet,
    complement: record.seatComplement,
    postcode: record.seatPostcode,
    town: record.seatTown,
    insee: record.seatInsee,
  });
  const where = venues.flatMap(({ placeId }) => places.get(placeId) ?? []);
  return {
    name: record.name,
    legalForm: record.legalForm,
    state: record.state,
    registryThemes: record.registryThemes,
    themes: record.themes as Theme[],
    publics: record.publics as Public[],
    keywords: record.keywords,
    ...said({
      acronym: record.acronym,
      rna: record.rna,
      siret: record.siret,
      siren: record.siren,
      aims: record.aims,
      createdOn: record.createdOn,
      ceasedOn: record.state === "ceased" ? record.stateOn : null,
      successorRna: record.successorRna,
      website: record.website,
      email: contacts.find((one) => one.email)?.email ?? null,
      phone: contacts.find((one) => one.phone)?.phone ?? null,
    }),
    ...(Object.keys(seat).length ? { seat } : {}),
    ...(where.length ? { places: where } : {}),
  };
}

async function placeFactsOf(
  tx: Tx,
  situations: readonly Situation[],
): Promise<Map<string, PlaceFacts>> {
  const ids = [...new Set(situations.flatMap((one) => one.venues.map((v) => v.placeId)))];
  const rows = await tx
    .selectFrom("place")
    .leftJoin("district", "district.district_id", "place.district_id")
    .select(["place_id", "place.name", "street", "complement", "postcode", "town", "insee"])
    .select(["latitude", "longitude", "district.name as district"])
    .where("place_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ place_id, name, latitude, longitude, ...text }) => [
      place_id,
      {
        name,
        ...said(text),
        ...(latitude === null || longitude === null ? {} : { latitude, longitude }),
      },
    ]),
  );
}

/** The values that say something. */
function said<Key extends string>(values: Record<Key, string | null>): { [K in Key]?: string } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== ""),
  ) as { [K in Key]?: string };
}
