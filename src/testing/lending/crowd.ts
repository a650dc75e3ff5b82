import { countStock } from "../../modules/equipment/pools/stock.ts";
import { settleDue } from "../../modules/scheduling/seats/jobs.ts";
import { patient, persist, type Pressed } from "../../modules/scheduling/seats/pressed.testing.ts";
import { movableClock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import { seeded } from "../../platform/seeded.ts";
import { audit } from "./audit.ts";
import { doorsOf, type Wanted, type Way } from "./doors.ts";
import { importDoor } from "./import-door.ts";
import { logSeats, openGround } from "./ground.ts";
import { replay } from "./replay.ts";
import { waitingDoorsOf } from "./waiting-doors.ts";

const quarter = 6 * 3_600_000;
type Answer = { done: unknown } | { refused: string };

/**
 * Clients at every door of lending at once, on the same loans, while the clock moves, things break and are found again. What is
 * promised is counted again by brute force over all that was written; the units, their history and the loans are read again, during
 * and at the end.
 */
export async function lendingCrowd(
  { ownerUrl, database }: { ownerUrl: string; database: Pressed },
  options: { clients: number; attempts: number; units: number; seed: number },
) {
  const clock = movableClock("2027-03-26T08:00:00Z");
  const ground = await openGround(ownerUrl, database, options.units, clock.now());
  await logSeats(ownerUrl);
  const { communeId, pools } = ground;
  const begin = { now: clock.now() };
  // What is there already is part of what is counted.
  await database.write(communeId, async (tx) => {
    for (const { poolId } of pools) await countStock(tx, poolId, begin.now);
  });
  const answers: Record<string, number> = {};
  const waits: number[] = [];
  const faults = new Set<string>();
  const told = { handed: 0, back: 0, loans: 0 };
  const loans: string[] = [];
  const waiting: string[] = [];
  let attempts = 0;

  async function enter<T extends Answer>(
    door: string,
    work: (tx: Tx, now: Date) => Promise<T>,
  ): Promise<T> {
    // prettier-ignore
    const began = performance.now();
    const answer = await persist(database, communeId, (tx) => work(tx, clock.now()));
    waits.push(performance.now() - began);
    const name = "refused" in answer ? `${door}: ${answer.refused}` : door;
    answers[name] = (answers[name] ?? 0) + 1;
    return answer;
  }

  const look = async () => {
    const found = await persist(database, communeId, (tx) => audit(tx, clock));
    for (const fault of found) faults.add(fault);
  };

  async function client(index: number): Promise<void> {
    const random = seeded(options.seed * 1000 + index);
    const below = (most: number) => Math.floor(random() * most);
    const chance = (share: number) => random() < share;
    const doors = doorsOf(ground, { below, chance });
    const list = waitingDoorsOf(ground, { below, chance });
    const bring = importDoor(ground, { below, chance });

    async function come(): Promise<void> {
      const way = (["web", "web", "rules", "agent", "spot"] satisfies Way[])[below(5)] ?? "web";
      const first = below(pools.length);
      const now = clock.now().getTime();
      const from = new Date(Math.ceil(now / quarter) * quarter + below(8) * quarter);
      const one = { pool: first, quantity: way === "spot" ? 1 : 1 + below(3) };
      const lines = way !== "spot" && chance(0.15) ? [one, { pool: (first + 1) % pools.length, quantity: 1 }] : [one]; // prettier-ignore
      const until = new Date((way === "spot" ? now : from.getTime()) + (1 + below(6)) * quarter);
      const wanted: Wanted = { lines, from, until, way };
      const answer = await enter(`ask ${way}`, (tx, at) => doors.ask(tx, wanted, at));
      if ("done" in answer) {
        loans.push(answer.done);
        told.loans += 1;
        if (way === "spot") told.handed += 1;
      } else if (answer.refused === "not_free" && way !== "spot" && chance(0.4)) {
        const joined = await enter("join", (tx, at) => list.join(tx, wanted, at));
        if (!("done" in joined)) return;
        waiting.push(joined.done);
        told.loans += 1;
      }
    }

    /** What came free is taken by who waited for it, and goes on as any loan; or they leave the list. */
    async function promotion(): Promise<void> {
      const at = below(waiting.length);
      const [id] = waiting.splice(at, 1);
      if (id === undefined) return;
      if (chance(0.2)) return void (await enter("leave", (tx, now) => list.leave(tx, id, now)));
      const answer = await enter("accept", (tx, now) => list.accept(tx, id, now));
      if ("done" in answer) loans.push(id);
      else waiting.push(id);
    }

    async function goOn(): Promise<void> {
      const at = Math.max(0, loans.length - 1 - below(Math.min(loans.length, 40)));
      const loan = loans[at] ?? "";
      const names = ["decide", "prepare", "prepare", "handOver", "handOver", "handOver", "takeBack", "takeBack", "exchange", "moveEnd", "moveEnd", "cancel"] as const; // prettier-ignore
      const name = names[below(names.length)] ?? "decide";
      const answer = await enter<Answer>(name, (tx, now) => doors[name](tx, loan, now));
      if (!("done" in answer)) return;
      if (name === "handOver") told.handed += Number(answer.done);
      if (name === "exchange") told.handed += 1;
      if (name === "exchange") told.back += 1;
      if (name === "takeBack") told.back += Number(answer.done);
    }

    while (attempts < options.attempts) {
      attempts += 1;
      const pool = below(pools.length);
      const drawn = random();
      if (attempts % Math.ceil(options.attempts / 12) === 0) await look();
      if (drawn < 0.02) {
        clock.set(new Date(clock.now().getTime() + quarter / 3).toISOString());
        await settleDue({ database: patient(database), clock }, communeId);
      } else if (drawn < 0.06)
        await enter<Answer>("state", (tx, now) => doors.state(tx, pool, now));
      else if (drawn < 0.13) await enter<Answer>("check", (tx, now) => doors.check(tx, pool, now));
      else if (drawn < 0.135)
        await enter<Answer>("addUnit", (tx, now) => doors.addUnit(tx, pool, `N${index}-${attempts}`, now)); // prettier-ignore
      else if (drawn < 0.145)
        await enter("import", (tx, now) => bring(tx, `I${index}-${attempts}`, now));
      else if (drawn < 0.2) await promotion();
      else if (drawn < 0.45 || !loans.length) await come();
      else await goOn();
    }
  }

  await Promise.all(Array.from({ length: options.clients }, (_, index) => client(index)));
  await look();
  const { overbooked, peak, versions } = await replay(ownerUrl);
  return { answers, waits, faults: [...faults], overbooked, peak, versions, ...(await differences(database, communeId, told)) }; // prettier-ignore
}

/** Where what was answered and what is kept differ. */
async function differences(
  database: Database,
  communeId: number,
  told: { handed: number; back: number; loans: number },
) {
  // prettier-ignore
  const kept = await database.read(communeId, async (tx) => {
    const events = await tx.selectFrom("custody_event").select(["kind", "loan_id"]).execute();
    const count = (...kinds: string[]) => events.filter(({ kind, loan_id: loan }) => loan && kinds.includes(kind)).length; // prettier-ignore
    const loans = (await tx.selectFrom("loan").select("loan_id").execute()).length;
    return { handed: count("handed"), back: count("returned", "lost"), loans };
  });
  const keys = ["handed", "back", "loans"] as const;
  return {
    handed: kept.handed,
    differences: keys.filter((key) => kept[key] !== told[key]).map((key) => `${kept[key]} ${key}, ${told[key]} answered`), // prettier-ignore
  };
}
