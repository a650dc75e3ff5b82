import { createAssociation } from "../../associations/index.ts";
import { ensurePlace } from "../../places/index.ts";
import { blankTimetable } from "../../scheduling/index.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { saveLendingPlace } from "../lending-places/write.ts";
import { aModel, writeLoan, type LentLoan } from "../lent.testing.ts";
import { addUnits } from "../units/write.ts";

/** Two years of lending made for the tests of the reports, the same at each run. */

export const now = new Date("2026-11-26T09:00:00Z");

// A generator of its own: the same rows at each run, so that a failure can be read again.
let seed = 20_261_126;
const below = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
const uuid = (kind: number, n: number) =>
  `0000000${kind}-0000-4000-8000-${String(n).padStart(12, "0")}`;

const hour = 3_600_000;
const start = Date.parse("2025-01-01T00:00:00Z");
/** Nights when the hour changes, and minutes near the French midnight, come more often than chance would have it. */
const edges = ["2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25", "2025-12-31"] as const;
const instant = (): Date =>
  below(4) === 0
    ? new Date(Date.parse(`${pick(edges)}T00:00:00Z`) + (below(52) - 26) * (hour / 2))
    : new Date(start + below(690 * 48) * (hour / 2));
const later = (from: Date, most: number) =>
  new Date(from.getTime() + (1 + below(most)) * (hour / 2));

export type MadeUnit = {
  id: string;
  model: number;
  place: number;
  created: Date;
  acquiredOn: string | null;
  state: "ready" | "retired";
  stateAt: Date;
};
export type MadeLoan = LentLoan & { association: number | null };
export type MadeEvent = {
  unit: number;
  kind: string;
  condition: string | null;
  at: Date;
};
export type MadeRefusal = {
  association: number | null;
  model: number | null;
  rule: string;
  quantity: number | null;
  from: string;
  until: string;
  at: Date;
};

export const values = [45_000, 129_99, null] as const;
export const associations = Array.from({ length: 14 }, (_, n) => ({
  name: `Association ${String(n).padStart(2, "0")}`,
  state: n === 3 ? "dormant" : "active",
}));
export const ids = { associations: [] as string[], models: [] as string[], places: [] as string[] };

export const units: MadeUnit[] = Array.from({ length: 14 }, (_, n) => {
  const created = new Date(start + below(200 * 24) * hour);
  const retired = n % 6 === 5;
  return {
    id: uuid(1, n),
    model: n % 3,
    place: n % 2,
    created,
    acquiredOn: n % 4 === 0 ? `20${20 + below(6)}-02-28` : null,
    state: retired ? "retired" : "ready",
    stateAt: retired ? later(new Date("2026-05-01T00:00:00Z"), 48 * 60) : created,
  };
});

const had = ["closed", "returned", "out"];

export const loans: MadeLoan[] = Array.from({ length: 160 }, (_, n) => {
  const created = instant();
  const planned = pick(["closed", "closed", "closed", "returned", "out", "asked", "accepted", "refused", "cancelled"]); // prettier-ignore
  const how = ["asked", "cancelled"].includes(planned) ? null : pick(["rules", "agent", "agent", "association"] as const); // prettier-ignore
  const decided = how === null ? null : how === "rules" ? created : later(created, 300);
  const from = later(decided ?? created, 400);
  const until = later(from, 400);
  const left = later(from, 10);
  const returned = later(below(3) ? left : until, 300);
  // What has not come yet has not left, nor come back.
  const state = !had.includes(planned) ? planned : left > now ? "accepted" : returned > now ? "out" : planned; // prettier-ignore
  const out = had.includes(state) ? left : null;
  const back = out && state !== "out" ? returned : null;
  const place = below(2);
  const association = n % 17 === 0 ? null : below(9);
  const regime = n % 11 === 0 ? "provision" : "loan";
  return { id: uuid(2, n), regime, association, associationId: null, placeId: String(place), state, how, created, decided, from, until, out, back, lines: [], units: [] }; // prettier-ignore
});

export const events: MadeEvent[] = Array.from({ length: 70 }, () => ({
  unit: below(units.length),
  kind: pick(["lost", "found", "damaged", "returned", "returned", "noted"]),
  condition: pick(["good", "broken"]),
  at: instant(),
})).map((event) => (event.kind === "returned" ? event : { ...event, condition: null }));

export const refusals: MadeRefusal[] = Array.from({ length: 120 }, () => {
  const at = instant();
  const first = start / (24 * hour) + below(700);
  const dayAt = (day: number) => new Date(day * 24 * hour).toISOString().slice(0, 10);
  const model = below(5) ? below(3) : null;
  return {
    association: below(12) ? 5 + below(8) : null,
    model,
    rule: model === null ? pick(["quota", "late_loan"]) : pick(["not_free", "not_free", "too_soon"]), // prettier-ignore
    quantity: model === null ? null : 1 + below(4),
    from: dayAt(first),
    until: dayAt(first + below(6)),
    at,
  };
});
// The same thing asked again counts once.
refusals.push(...refusals.slice(0, 20).map((one) => ({ ...one, quantity: one.quantity && one.quantity + 1 }))); // prettier-ignore

/** Writes it all, and remembers the identifiers. */
export async function writeMade(tx: Tx): Promise<void> {
  const hand = { actor: { kind: "system" as const }, at: new Date("2025-01-01T08:00:00Z") };
  for (const { name, state } of associations) {
    const made = await createAssociation(tx, { name }, { source: "hand", ...hand });
    await tx.updateTable("association").set({ state }).where("association_id", "=", made.id).execute(); // prettier-ignore
    ids.associations.push(made.id);
  }
  for (const name of ["Salle du bas", "Salle du haut"]) {
    const placeId = await ensurePlace(tx, { name });
    const terms = { slotMinutes: 30, slotMost: 2, words: null, timetable: blankTimetable() } as const; // prettier-ignore
    await saveLendingPlace(tx, { placeId, known: undefined }, terms, hand);
    ids.places.push(placeId);
  }
  for (const [nth, name] of ["Vidéoprojecteur", "Sono", "Barnum"].entries())
    ids.models.push(await aModel(tx, { name, valueCents: values[nth] ?? null }, hand.at));
  const pools = new Map<number, string>();
  for (const [nth, unit] of units.entries()) {
    await addUnits(tx, { modelId: ids.models[unit.model] ?? "", placeId: ids.places[unit.place] ?? "", tags: [`U-${nth}`], serial: null, dataPlan: null, acquiredOn: unit.acquiredOn }, hand); // prettier-ignore
    const row = await tx.updateTable("equipment_unit").set({ unit_id: unit.id, created_at: unit.created, state: unit.state, state_at: unit.stateAt }).where("tag", "=", `U-${nth}`).returning("pool_id").executeTakeFirstOrThrow(); // prettier-ignore
    pools.set(nth, row.pool_id);
  }
  const out = new Set<number>();
  for (const loan of loans) {
    loan.associationId = loan.association === null ? null : (ids.associations[loan.association] ?? null); // prettier-ignore
    const place = Number(loan.placeId);
    loan.placeId = ids.places[place] ?? "";
    const wanted = new Set(Array.from({ length: 1 + below(3) }, () => below(units.length)));
    // Nobody has what somebody else still has, nor what is gone.
    const chosen = [...wanted].filter((nth) => units[nth]?.place === place && (loan.state !== "out" || (!out.has(nth) && units[nth]?.state === "ready"))); // prettier-ignore
    if (loan.out && chosen.length === 0) chosen.push(...(loan.state === "out" ? [] : [place]));
    const moments = { out: loan.out ?? loan.from, back: loan.back };
    loan.units = loan.out ? chosen.map((nth) => ({ poolId: pools.get(nth) ?? "", unitId: units[nth]?.id ?? "", ...moments })) : []; // prettier-ignore
    if (loan.state === "out") for (const nth of chosen) out.add(nth);
    loan.lines = [...new Set(chosen.map((nth) => pools.get(nth) ?? ""))].map((poolId) => ({ poolId, quantity: 1 })); // prettier-ignore
    await writeLoan(tx, loan);
  }
  for (const { unit, ...event } of events)
    await tx.insertInto("custody_event").values({ unit_id: units[unit]?.id ?? "", ...event }).execute(); // prettier-ignore
  for (const one of refusals)
    await tx.insertInto("loan_refusal").values({ association_id: one.association === null ? null : (ids.associations[one.association] ?? null), model_id: one.model === null ? null : (ids.models[one.model] ?? null), rule: one.rule, quantity: one.quantity, from_day: one.from, until_day: one.until, at: one.at }).execute(); // prettier-ignore
}
