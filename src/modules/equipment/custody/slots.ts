import type { Loan } from "../loans/queries.ts";
import type { Allocation, Candidate } from "./queries.ts";

/** A place for a unit in a line of a loan: the field that chooses it, the unit it has, those it may have. */
export type Slot = {
  /** Key of its fields: of the line, then its number. */
  key: string;
  poolId: string;
  modelName: string;
  shelf: string | null;
  pieces: readonly string[];
  unitId: string | undefined;
  options: readonly Candidate[];
};

/** One slot for each unit still to be given, the one set aside or the first that is free in it. */
export function slotsOf(
  loan: Loan,
  allocations: readonly Allocation[],
  candidates: readonly Candidate[],
  piecesOf: (modelId: string) => readonly string[],
): Slot[] {
  return loan.lines.flatMap((line, nth) => {
    const mine = allocations.filter(({ poolId }) => poolId === line.poolId);
    const aside = mine.filter(({ state }) => state === "set_aside").map(({ unitId }) => unitId);
    const options = candidates.filter(({ poolId }) => poolId === line.poolId);
    const fitting = options.map(({ unitId }) => unitId);
    const first = [
      ...aside.filter((unit) => fitting.includes(unit)),
      ...options.flatMap(({ unitId, free }) => (free && !aside.includes(unitId) ? [unitId] : [])),
    ];
    const given = mine.filter(({ state }) => state !== "set_aside" && state !== "exchanged").length;
    return Array.from({ length: line.quantity - given }, (_, at) => ({
      key: `${nth + 1}_${at + 1}`,
      poolId: line.poolId,
      modelName: line.name,
      shelf: line.shelf,
      pieces: piecesOf(line.modelId),
      unitId: first[at],
      options,
    }));
  });
}
