import pg from "pg";
import { addCommune } from "../../modules/communes/index.ts";
import { addModel } from "../../modules/equipment/models/write.ts";
import type { Hand } from "../../modules/equipment/journal.ts";
import { saveLendingPlace } from "../../modules/equipment/lending-places/write.ts";
import { poolsAt, type Pool } from "../../modules/equipment/pools/queries.ts";
import { addUnits } from "../../modules/equipment/units/write.ts";
import { ensurePerson } from "../../modules/people/index.ts";
import { ensurePlace } from "../../modules/places/index.ts";
import { blankTimetable } from "../../modules/scheduling/index.ts";
import type { Database, Tx } from "../../platform/db/database.ts";

/** What every door of lending is given: where, what, who acts. */
export type Ground = { communeId: number; placeId: string; agentId: string; pools: Pool[] };

/** A commune that lends three models from one place: one that is cleaned, one that is checked, one that needs nothing. */
export async function openGround(
  ownerUrl: string,
  database: Database,
  units: number,
  now: Date,
): Promise<Ground> {
  const communeId = await addCommune(ownerUrl, { slug: "ici", name: "Ici", hosts: ["127.0.0.1"] });
  return database.write(communeId, async (tx) => {
    const agentId = await ensurePerson(tx, "agent@ici.test", "Agent");
    const hand: Hand = { actor: { kind: "person", id: agentId }, at: now };
    const placeId = await ensurePlace(tx, { name: "Maison des associations" });
    const terms = { slotMinutes: 30, slotMost: 2, words: null, timetable: blankTimetable() };
    await saveLendingPlace(tx, { placeId, known: undefined }, terms, hand);
    await lend(tx, placeId, { name: "Ordinateur", category: "computer", holdsData: true }, units, hand); // prettier-ignore
    await lend(tx, placeId, { name: "Barnum", category: "event", checklist: ["La toile"] }, units, hand); // prettier-ignore
    await lend(tx, placeId, { name: "Table", category: "other" }, units, hand);
    return { communeId, placeId, agentId, pools: await poolsAt(tx, placeId) };
  });
}

type Known = { name: string; category: "computer" | "event" | "other" };

async function lend(
  tx: Tx,
  placeId: string,
  fields: Known & { holdsData?: boolean; checklist?: string[] },
  units: number,
  hand: Hand,
): Promise<void> {
  const blank = { purpose: "Essai", notice: null, valueCents: null, dayValueCents: null, holdsData: false, checklist: [], pieces: [], decision: null, longestDays: null, leadOpenDays: null, bufferMinutes: 60, onSiteOnly: false, ownerRules: null }; // prettier-ignore
  const modelId = await addModel(tx, { ...blank, ...fields }, hand);
  const tags = Array.from(
    { length: units },
    (_, nth) => `${fields.name.slice(0, 2).toUpperCase()}-${nth + 1}`,
  );
  await addUnits(tx, { modelId, placeId, tags, serial: null, dataPlan: null, acquiredOn: null }, hand); // prettier-ignore
}

/** Keeps every version of every seat and capacity, in the order they were written: what the brute force counts again. */
export async function logSeats(ownerUrl: string): Promise<void> {
  await asOwnerOf(
    ownerUrl,
    `create table lending_log (nth bigserial primary key, counter_id uuid, seat_id uuid, state text, quantity integer,
      from_at timestamptz, until_at timestamptz, expires_at timestamptz, at timestamptz);
    create function lending_log() returns trigger language plpgsql security definer set search_path from current as $$
    begin
      if tg_table_name = 'seat' then
        insert into lending_log values (default, new.counter_id, new.seat_id, new.state, new.quantity,
          new.from_at, new.until_at, new.expires_at, new.changed_at);
      else
        insert into lending_log values (default, new.counter_id, null, null, new.capacity, null, null, null, new.changed_at);
      end if;
      return null;
    end $$;
    create trigger zz_log after insert or update on seat for each row execute function lending_log();
    create trigger zz_log after insert or update on seat_counter for each row execute function lending_log();
    insert into lending_log (counter_id, quantity, at) select counter_id, capacity, changed_at from seat_counter`,
  );
}

/** Runs as the owner of the schema: what the site itself may not do. */
export async function asOwnerOf<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
