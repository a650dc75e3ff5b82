import type { Category, UnitState } from "../codes.ts";
import type { CellProblem, Told } from "./cells.ts";
import type { Named } from "./names.ts";
import type { Change } from "./differences.ts";

/** What an import may write of a unit. */
export type UnitValues = {
  serial: string | null;
  state: UnitState;
  note: string | null;
  dataPlan: string | null;
  acquiredOn: string | null;
};

export type KnownUnit = UnitValues & {
  id: string;
  tag: string;
  modelId: string;
  modelName: string;
  /** The association whose it is; nothing: the commune. */
  ownerId: string | null;
  poolId: string;
  placeId: string;
  placeName: string;
  /** The loan that has it now. */
  heldBy: string | null;
  /** What an inventory last wrote of it. */
  last: Partial<UnitValues> | null;
};

export type KnownModel = Named & { category: Category; valueCents: number | null };
export type KnownPlace = { placeId: string; name: string; ownerId: string | null };

/** What may leave its shelf: units set aside for a loan may not, nor those a shelf has promised. */
export type Movable = {
  aside: ReadonlySet<string>;
  /** How many each pool can let go and keep its promises; all of one that is absent. */
  spare: ReadonlyMap<string, number>;
};
export type Known = {
  models: readonly KnownModel[];
  places: readonly KnownPlace[];
  units: readonly KnownUnit[];
  /** Nothing: units stay where they are, whatever the file says. */
  movable?: Movable | undefined;
};

export type Line = { line: number; cells: readonly string[]; choice: "left" | "taken" | null };

/** What a person said: the model or the place each unknown name is, how made tags begin. */
export type Answers = {
  models?: Record<string, string>;
  places?: Record<string, string>;
  prefix?: string;
};

export const outcomes = [
  "added",
  "changed",
  "conflict",
  "asked",
  "refused",
  "unchanged",
  "left",
] as const;
export type Outcome = (typeof outcomes)[number];

/** The model of a line: one there is, or one to add. */
export type Where = { modelKey: string; modelId: string | null; placeId: string };

/** Why a unit does not move: somebody has it, it is set aside, its shelf has promised it. */
export type StaysPut = "is_out" | "set_aside" | "promised";

export type Planned = {
  line: number;
  outcome: Outcome;
  name: string;
  problems: readonly CellProblem[];
  refusal: "other_model" | "same_line" | StaysPut | null;
  /** Tags it adds, or the one it is about. */
  tags: readonly string[];
  /** Of a quantity: how many are there already. */
  already: number;
  told: Told | null;
  where: Where | null;
  unit: KnownUnit | null;
  changes: readonly Change[];
  /** Where it goes from where it is, when the file moves it. */
  move: { placeId: string; name: string } | null;
  /** Said and not followed: another place, another price. */
  kept: readonly { what: "place" | "price" | "changed"; here: string; there: string }[];
};

export type Asked = {
  models: { key: string; name: string; near: readonly Named[] }[];
  places: { key: string; name: string; count: number }[];
};
export type Plan = { lines: Planned[]; asked: Asked };
