import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  postedTo,
  type Addressee,
  type Audience,
  type PostalAddress,
  type Posted,
} from "./rules.ts";

/** Whom each audience is; asked once, whatever the number of audiences. */
export async function postedBy<One extends Audience>(
  tx: Tx,
  audiences: readonly One[],
  day: string,
): Promise<Record<One, Posted>> {
  const rows = await addressees(tx, day, null);
  return Object.fromEntries(
    audiences.map((audience) => [audience, postedTo(rows, audience)]),
  ) as Record<One, Posted>;
}

/** The same of one association, whatever its listing says. */
export const postedToOne = async (tx: Tx, id: string, day: string): Promise<Posted> =>
  postedTo(await addressees(tx, day, id), "all");

async function addressees(tx: Tx, day: string, one: string | null): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select a.association_id as id, ${address},
      exists (select from section_freshness(${day}::date) f
        where f.association_id = a.association_id and f.level <> 'up_to_date') as stale,
      exists (select from association_contact c
        where c.association_id = a.association_id and c.email is not null) as mailed
    from association a ${firstPlace}
    where a.listed and a.merged_into is null and a.state <> 'ceased'
      and (${one}::uuid is null or a.association_id = ${one})`.execute(tx);
  return rows;
}

/** Postal addresses of some associations, by identifier. */
export async function postalAddresses(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PostalAddress>> {
  const { rows } = await sql<PostalAddress & { id: string }>`
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
