import type { LegalForm, Public, State } from "../../../associations/index.ts";
import type { Cells } from "../cells.ts";
import type { Target } from "../targets.ts";
import { cleanFlag } from "./flags.ts";
import { cleanText } from "./text.ts";

/** Registry positions: A active, D dissolved, S removed. R (taken up under a new number) and I say neither. */
export function stateIn(
  position: string | undefined,
  ceased: string | undefined,
): State | undefined {
  const text = cleanText(position)?.toLowerCase();
  if (text === "d" || text === "s" || /dissou|cess|supprim|ferm/.test(text ?? "")) return "ceased";
  if (/sommeil|veille|inactiv/.test(text ?? "")) return "dormant";
  if (text === "a" || /^activ?e?\b|en activite|en activité/.test(text ?? "")) return "active";
  return /^(?!0001)\d{4}-\d\d-\d\d/.test(ceased ?? "") ? "ceased" : undefined;
}

/** Registry natures: D declared, R recognised of public utility. */
export function legalFormIn(
  nature: string | undefined,
  publicUtility: string | undefined,
): LegalForm | undefined {
  const recognised = /\d{2}/.test(publicUtility ?? "") || cleanFlag(publicUtility) === true;
  if (recognised) return "public_utility";
  const text = cleanText(nature)?.toLowerCase() ?? "";
  if (text === "r" || /utilit/.test(text)) return "public_utility";
  if (/local|moselle|alsac/.test(text)) return "local_law";
  return text === "d" || /1901|declar|déclar/.test(text) ? "declared" : undefined;
}

const flags: readonly (readonly [Target, Public])[] = [
  ["public_children", "children"],
  ["public_teens", "teens"],
  ["public_adults", "adults"],
  ["public_seniors", "seniors"],
  ["public_families", "families"],
  ["public_disability", "disability"],
];

export function flaggedPublics(cells: Cells): Public[] {
  return flags
    .filter(([target]) => cells.all(target).some((cell) => cleanFlag(cell) === true))
    .map(([, value]) => value);
}
