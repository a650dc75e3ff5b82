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
  placeId: string;
  placeName: string;
  /** What an inventory last wrote of it. */
  last: Partial<UnitValues> | null;
};

export type KnownModel = Named & { category: Category; valueCents: number | null };
export type KnownPlace = { placeId: string; name: string };
export type Known = {
  models: readonly KnownModel[];
  places: readonly KnownPlace[];
  units: readonly KnownUnit[];
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

export type Planned = {
  line: number;
  outcome: Outcome;
  name: string;
  problems: readonly CellProblem[];
  refusal: "other_model" | "same_line" | null;
  /** Tags it adds, or the one it is about. */
  tags: readonly string[];
  /** Of a quantity: how many are there already. */
  already: number;
  told: Told | null;
  where: Where | null;
  unit: KnownUnit | null;
  changes: readonly Change[];
  /** Said and not followed: another place, another price. */
  kept: readonly { what: "place" | "price" | "changed"; here: string; there: string }[];
};

export type Asked = {
  models: { key: string; name: string; near: readonly Named[] }[];
  places: { key: string; name: string; count: number }[];
};
export type Plan = { lines: Planned[]; asked: Asked };
