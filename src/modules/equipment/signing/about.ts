import type { Way } from "./codes.ts";

/** What is signed. */
export type About =
  | { kind: "convention"; id: string }
  | { kind: "loan_slip"; id: string }
  | { kind: "condition"; id: string; way: Way };

/** The columns that name it. */
export const columnsOf = (about: About) => ({
  kind: about.kind,
  convention_id: about.kind === "convention" ? about.id : null,
  loan_id: about.kind === "convention" ? null : about.id,
  way: about.kind === "condition" ? about.way : null,
});
