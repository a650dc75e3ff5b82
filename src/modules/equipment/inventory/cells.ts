import { cleanDate } from "../../imports/index.ts";
import { amountTyped } from "../../../platform/http/typed-amount.ts";
import { longest, type Category, type UnitState } from "../codes.ts";
import { tagsTyped } from "../units/tags.ts";
import type { Target } from "./targets.ts";
import { categoryIn, stateIn } from "./words-of-cells.ts";

/** What one line tells; what it is silent of is undefined. */
export type Told = {
  name: string;
  category: Category | undefined;
  quantity: number;
  /** Its own tags; none: they are made. */
  tags: readonly string[];
  serial: string | undefined;
  state: UnitState | undefined;
  place: string;
  shelf: string | undefined;
  bought: string | undefined;
  priceCents: number | undefined;
  plan: string | undefined;
  note: string | undefined;
};

export const cellProblems = [
  "name",
  "long",
  "quantity",
  "tag",
  "tagCount",
  "serialCount",
  "state",
  "day",
  "amount",
] as const;
export type CellProblem = {
  target: Target;
  problem: (typeof cellProblems)[number];
  value: string;
};

const most = 500;
const longestOf = { serial: 80, plan: 120, note: 600, shelf: longest.shelf } as const;

/** What a line tells, or each cell that cannot be read and why. */
export function readCells(
  cells: readonly string[],
  targets: readonly string[],
): { told: Told } | { problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const wrong = (target: Target, problem: CellProblem["problem"], value: string) => {
    problems.push({ target, problem, value: value.slice(0, 80) });
    return undefined;
  };
  const one = (target: Target): string => said(cells, targets, target)[0] ?? "";
  const read = <T>(
    target: Target,
    problem: CellProblem["problem"],
    of: (cell: string) => T | undefined,
  ) => {
    const cell = one(target);
    return cell === "" ? undefined : (of(cell) ?? wrong(target, problem, cell));
  };
  const short = (target: keyof typeof longestOf, text: string) =>
    text.length <= longestOf[target] ? text || undefined : wrong(target, "long", text);
  const name = nameOf(one("name"), one("brand"), one("model"));
  if (name === "") wrong("name", "name", "");
  if (name.length > longest.name) wrong("name", "long", name);
  const tags = read("tag", "tag", tagsTyped) ?? [];
  const quantity = read("quantity", "quantity", countIn) ?? Math.max(tags.length, 1);
  if (tags.length > 0 && tags.length !== quantity) wrong("tag", "tagCount", String(quantity));
  const serial = short("serial", one("serial"));
  if (serial !== undefined && quantity > 1) wrong("serial", "serialCount", serial);
  const told: Told = {
    name,
    category: categoryIn(one("category")) ?? categoryIn(name),
    quantity,
    tags,
    serial,
    state: read("state", "state", stateIn),
    place: one("place"),
    shelf: short("shelf", one("shelf")),
    bought: read("bought", "day", cleanDate),
    priceCents: read("price", "amount", centsIn),
    plan: short("plan", [one("plan"), simIn(one("sim"))].filter(Boolean).join(", ")),
    note: short("note", said(cells, targets, "note").join(" · ")),
  };
  return problems.length > 0 ? { problems } : { told };
}

/** What each column of a target says; a quote that kept a spreadsheet from running the cell is not part of it. */
const said = (cells: readonly string[], targets: readonly string[], target: Target): string[] =>
  targets.flatMap((one, column) => {
    const cell = (cells[column] ?? "").replace(/\s+/g, " ").trim().replace(/^'(?=[=+\-@])/, ""); // prettier-ignore
    return one === target && !/^[-–—/?.]*$/.test(cell) ? [cell] : [];
  });

/** What it is, who makes it and which one, each said once. */
function nameOf(name: string, brand: string, model: string): string {
  let whole = name;
  for (const part of [brand, model])
    if (part !== "" && !whole.toLowerCase().includes(part.toLowerCase()))
      whole = whole === "" ? part : `${whole} ${part}`;
  return whole;
}

/** "3", "3 ex.", "x 3", "3.0". */
function countIn(cell: string): number | undefined {
  const [, digits] = /^(?:x\s*)?(\d{1,4})(?:[.,]0+)?(?:\s*\p{L}+\.?)?$/iu.exec(cell) ?? [];
  const count = Number(digits);
  return count >= 1 && count <= most ? count : undefined;
}

/** Spreadsheets write 449.99 as 449.98999999999995. */
function centsIn(cell: string): number | undefined {
  const plain = cell.replace(/\b(?:ttc|ht|eur)\b/gi, "").replace(/^(\d+\.\d{2})\d{5,}$/, (all) => Number(all).toFixed(2)); // prettier-ignore
  const amount = amountTyped(plain);
  return amount === null || amount === undefined ? undefined : Math.round(amount * 100);
}

const simIn = (cell: string): string => (cell === "" ? "" : /sim/i.test(cell) ? cell : `SIM ${cell}`); // prettier-ignore
