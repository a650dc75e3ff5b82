import { sql } from "kysely";
import pg from "pg";
import { createAssociations } from "../src/modules/associations/index.ts";
import { addCommune } from "../src/modules/communes/index.ts";
import { addModel, addUnits, saveLendingPlace, showModel } from "../src/modules/equipment/index.ts";
import { ensurePerson, openSession } from "../src/modules/people/index.ts";
import { ensurePlace } from "../src/modules/places/index.ts";
import type { Tx } from "../src/platform/db/database.ts";
import type { House } from "../src/platform/http/ask.ts";
import { writeSettings } from "../src/starting/demonstration/commune.ts";

/** Models, each lent at some of the places: 300 pools of five units. */
export const stock = { models: 100, places: 30, poolsOfModel: 3, unitsOfPool: 5, borrowers: 16 };
export const tokenOf = (borrower: number): string => `mesure-${borrower}`;

export type Lending = {
  communeId: number;
  pools: { poolId: string; counterId: string; placeId: string }[];
};

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA"] as const;

/** A commune that lends a lot, with that many loans promised over a year, half of it past: gives what is lent where. */
export async function fillLending(house: House, ownerUrl: string, loans: number): Promise<Lending> {
  const communeId = await addCommune(ownerUrl, { slug: "mesure", name: "Mesure", hosts: ["127.0.0.1"] }); // prettier-ignore
  const at = house.clock.now();
  const hand = { actor: { kind: "system" as const }, at };
  await house.database.write(communeId, async (tx) => {
    await writeSettings(tx, communeId, at.toISOString().slice(0, 10));
    await tx.insertInto("lending_rules").values({ open_to: "all", decision: "rules", insurance: false, late_waits: true, season_loans: null, furthest_days: 365, lead_open_days: 0, longest_days: 14, buffer_minutes: 60, changed_at: at }).execute(); // prettier-ignore
    await fillBorrowers(tx, at);
    const placeIds: string[] = [];
    for (let rank = 0; rank < stock.places; rank += 1) {
      const placeId = await ensurePlace(tx, { name: `Lieu ${rank + 1}` });
      const rules = weekdays.map((weekday) => ({ weekday, from: 480, until: 1200, season: "always" as const, weeks: "every" as const, firstDay: null, lastDay: null })); // prettier-ignore
      await saveLendingPlace(
        tx,
        { placeId, known: undefined },
        {
          slotMinutes: 15,
          slotMost: 10,
          words: null,
          timetable: { zone: "Europe/Paris", publicHolidays: "closed", closedDays: true, rules, exceptions: [] }, // prettier-ignore
        },
        hand,
      );
      placeIds.push(placeId);
    }
    for (let rank = 0; rank < stock.models; rank += 1) {
      const modelId = await addModel(tx, { name: `Modèle ${rank + 1}`, category: "screen", purpose: "Montrer un film à une salle.", notice: null, valueCents: 45_000, dayValueCents: 1250, holdsData: false, checklist: [], pieces: [{ name: "Câble", quantity: 2 }], decision: null, longestDays: null, leadOpenDays: null, bufferMinutes: null, onSiteOnly: false, ownerRules: null }, hand); // prettier-ignore
      await showModel(tx, modelId, "shown", hand);
      for (let nth = 0; nth < stock.poolsOfModel; nth += 1)
        await addUnits(
          tx,
          {
            modelId,
            placeId: placeIds[(rank * stock.poolsOfModel + nth) % stock.places] ?? "",
            tags: Array.from({ length: stock.unitsOfPool }, (_, unit) => `M${rank + 1}-${nth}-${unit + 1}`), // prettier-ignore
            serial: null,
            dataPlan: null,
            acquiredOn: null,
          },
          hand,
        );
    }
  });
  // Nothing is more than there is: the guard need not count each of them.
  await asOwner(ownerUrl, "alter table seat disable trigger seat_within_capacity");
  await house.database.write(communeId, (tx) => fillLoans(tx, at, loans));
  await asOwner(ownerUrl, "alter table seat enable trigger seat_within_capacity");
  const { rows } = await house.database.read(
    communeId,
    (tx) =>
    sql<Lending["pools"][number]>`select pool_id as "poolId", counter_id as "counterId", place_id as "placeId" from equipment_pool order by 1`.execute(tx), // prettier-ignore
  );
  return { communeId, pools: rows };
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function fillBorrowers(tx: Tx, at: Date): Promise<void> {
  const facts = Array.from({ length: stock.borrowers }, (_, rank) => ({ name: `Emprunteurs ${rank + 1}` })); // prettier-ignore
  const made = await createAssociations(tx, facts, { source: "hand", at, actor: { kind: "system" } }); // prettier-ignore
  for (const [rank, { id }] of made.entries()) {
    const personId = await ensurePerson(tx, `emprunt${rank}@mesure.example`, `Emprunteur ${rank}`);
    await tx.insertInto("association_member").values({ association_id: id, person_id: personId, role: "owner" }).execute(); // prettier-ignore
    await openSession(tx, personId, tokenOf(rank), at, 1);
  }
}

/** Each unit is lent 40 hours at a time, or a fifth of the time when it goes more often: never more than there are, and something is left to lend. */
async function fillLoans(tx: Tx, at: Date, loans: number): Promise<void> {
  const units = stock.models * stock.poolsOfModel * stock.unitsOfPool;
  const each = loans / units;
  const hours = Math.min(40, Math.round((365 * 24) / each / 5));
  await sql`
    with line as (
      select p.pool_id, p.counter_id, p.place_id, gen_random_uuid() as loan_id, gen_random_uuid() as seat_id,
        date_trunc('hour', ${at}::timestamptz) + ((n + (u * 0.37) % 1) * 365 / ${each}::integer)::float8 * interval '1 day' - interval '182 days' as from_at,
        row_number() over () as rank
      from equipment_pool p cross join generate_series(1, ${stock.unitsOfPool}::integer) u
        cross join generate_series(0, ${each}::integer - 1) n),
    borrower as (select array_agg(association_id) as ids from association),
    had as (insert into seat (seat_id, counter_id, quantity, state, from_at, until_at, created_at, changed_at)
      select seat_id, counter_id, 1, 'taken', from_at, from_at + make_interval(hours => ${hours}::integer), ${at}, ${at} from line),
    lent as (insert into loan (loan_id, code, request_id, association_id, place_id, regime, purpose, from_at, until_at, state, out_at, back_at, decided_how, decided_at, created_at, changed_at)
      select loan_id, translate(lpad(upper(to_hex(rank)), 6, '0'), '01', 'XY'), loan_id, ids[1 + rank % cardinality(ids)], place_id, 'loan', 'Mesure',
        from_at, from_at + make_interval(hours => ${hours}::integer - 1), case when from_at < ${at} then 'closed' else 'accepted' end,
        case when from_at < ${at} then from_at end, case when from_at < ${at} then least(from_at + make_interval(hours => ${hours}::integer - 1), ${at}) end, 'rules', ${at}, ${at}, ${at}
      from line, borrower)
    insert into loan_line (loan_id, pool_id, quantity, seat_id) select loan_id, pool_id, 1, seat_id from line`.execute(
    tx,
  );
}
