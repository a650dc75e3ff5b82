import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { reachable, roundKey, type Audience, type PostalAddress } from "./rules.ts";

export type Addressee = PostalAddress & { id: string };

/** Whom an audience is, in the order of the round, and whom no postal address reaches. Where the seat is unknown, the first meeting place serves. */
export async function addressees(
  tx: Tx,
  audience: Audience,
  day: string,
): Promise<{ reached: string[]; unaddressed: string[] }> {
  return sorted(await rowsOf(tx, day, audience, null));
}

/** The same of one association. */
export const addresseeOf = async (tx: Tx, id: string, day: string) =>
  sorted(await rowsOf(tx, day, "all", id));

function sorted(rows: Addressee[]) {
  const reached = rows.filter(reachable).map((row) => ({ row, key: roundKey(row) }));
  reached.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.id < b.row.id ? -1 : 1));
  return {
    reached: reached.map(({ row }) => row.id),
    unaddressed: rows.filter((row) => !reachable(row)).map(({ id }) => id),
  };
}

async function rowsOf(tx: Tx, day: string, audience: Audience, one: string | null) {
  const { rows } = await sql<Addressee>`
    with stale as (select distinct association_id from section_freshness(${day}::date) where level <> 'up_to_date'),
      mailed as (select distinct association_id from association_contact where email is not null)
    select a.association_id as id, ${address}
    from association a ${firstPlace}
    where a.listed and a.merged_into is null and a.state <> 'ceased'
      and (${one}::uuid is null or a.association_id = ${one})
      and (${audience} = 'all' or a.association_id in (select association_id from stale))
      and (${audience} <> 'no_mail' or a.association_id not in (select association_id from mailed))`.execute(
    tx,
  );
  return rows;
}

/** Postal addresses of some associations, by identifier. */
export async function postalAddresses(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PostalAddress>> {
  const { rows } = await sql<Addressee>`
    select a.association_id as id, ${address} from association a ${firstPlace}
    where a.association_id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

const known = sql`(a.seat_postcode is not null and a.seat_town is not null)`;
const address = sql`
  case when ${known} then a.seat_street else p.street end as street,
  case when ${known} then a.seat_complement else p.name end as complement,
  case when ${known} then a.seat_postcode else p.postcode end as postcode,
  case when ${known} then a.seat_town else p.town end as town`;
const firstPlace = sql`
  left join lateral (
    select place.name, place.street, place.postcode, place.town
    from association_place link join place on place.place_id = link.place_id
    where link.association_id = a.association_id
    order by link.position, place.place_id limit 1) p on true`;

/** Names of some associations, in order. */
export async function namesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom("association")
    .select(["association_id as id", "name"])
    .where("association_id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("name_sort")
    .execute();
}
