import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { prepareAhead } from "../board/board.ts";
import { turnOf } from "../custody/turn.ts";
import { deskByClock } from "../loans/letters.ts";
import { loansOf } from "../loans/queries.ts";
import { zoneOf } from "../loans/zone.ts";
import { countStock, unitsLeft } from "../pools/stock.ts";
import { byDay } from "./due.ts";
import { shortagesOf, type Lack } from "./lacks.ts";
import { endWarning, reassure, warn } from "./short-letters.ts";

/** What is late lowers what can be promised, and what is back raises it, without a gesture. */
export async function countAll(
  { database, clock }: Pick<House, "database" | "clock">,
  communeId: number,
): Promise<void> {
  const now = clock.now();
  const pools = await database.read(communeId, (tx) => poolsToCount(tx, now));
  for (const id of pools) await database.write(communeId, (tx) => countStock(tx, id, now));
}

async function poolsToCount(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.pool_id as id from equipment_pool p join seat_counter c on c.counter_id = p.counter_id
    where c.capacity is distinct from ${unitsLeft(now)} order by c.counter_id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Warns the next borrowers of what is short, and tells those who were warned when it is there again; one transaction each. */
export async function warnShort(house: House, communeId: number): Promise<void> {
  const now = house.clock.now();
  const ids = await house.database.read(communeId, async (tx) => [
    ...(await lacksOf(tx, now)).filter((lack) => isSoon(lack, now)).map(({ loanId }) => loanId),
    ...(await warned(tx)),
  ]);
  for (const id of new Set(ids)) await settleWarning(house, communeId, id);
}

/** What lacks to loans the town hall promised. */
async function lacksOf(tx: Tx, now: Date): Promise<Lack[]> {
  const lacks = (await shortagesOf(tx, now)).flatMap((one) => one.lacks);
  return lacks.filter(
    ({ owned, state }) => !owned && (state === "accepted" || state === "prepared"),
  );
}

/** From so many days before the hand-over: sooner, it may well come back. */
const isSoon = ({ from }: Lack, now: Date): boolean =>
  from.getTime() <= now.getTime() + prepareAhead * 86_400_000;

async function warned(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("loan_notice")
    .select("loan_id")
    .where("kind", "in", ["short", "offered"])
    .where("over_at", "is", null)
    .execute();
  return rows.map((row) => row.loan_id);
}

/** Reads a loan again in its turn: still short, it is warned once; there again, the warning is lifted. */
export const settleWarning = (house: House, communeId: number, id: string): Promise<void> =>
  house.database.write(communeId, async (tx) => {
    const now = house.clock.now();
    const state = await turnOf(tx, id);
    const [loan] = await loansOf(tx, { id });
    if (!loan || !byDay(await zoneOf(tx, loan.placeId), now)) return;
    const desk = await deskByClock(house, tx, now);
    const lacks = (await lacksOf(tx, now)).filter(({ loanId }) => loanId === id);
    if (lacks.some((lack) => isSoon(lack, now))) return warn(desk, loan, lacks, now);
    if (lacks.length) return;
    const letters = await endWarning(tx, id, now);
    if (letters && (state === "accepted" || state === "prepared")) await reassure(desk, loan);
  });
