/** The essential tools of the house, in the order an association reads them; the commune removes some, adds others. */
export const houseTools = [
  "computer",
  "connection",
  "printer",
  "mailbox",
  "office",
  "accounting",
  "storage",
  "video",
] as const;
export type HouseTool = (typeof houseTools)[number];

export const isHouseTool = (tool: string): tool is HouseTool =>
  (houseTools as readonly string[]).includes(tool);

/** What is lent for a tool of the house, as the equipment's own codes say it, until the commune says otherwise. */
export const lentFor: Partial<Record<HouseTool, string>> = {
  computer: "computer",
  connection: "connection",
  printer: "print",
};

/** What may be lent for a tool: the codes of the equipment's categories. */
export const lentCategories = [
  "computer",
  "tablet",
  "phone",
  "connection",
  "screen",
  "sound",
  "picture",
  "print",
  "event",
  "other",
] as const;

export const toolStates = ["has", "lacks", "no_need"] as const;
export type ToolState = (typeof toolStates)[number];

/** How the town hall answers a need; `gone` is the association's own word. */
export const answers = ["loan", "help", "other"] as const;
export type Answer = (typeof answers)[number];
export type Closing = Answer | "gone";

export const longestWords = 600;
export const longestName = 80;
export const mostTools = 30;

/** What a new answer makes of the need behind a tool: opened when it begins to lack, gone when it no longer does. */
export function needAfter(
  before: ToolState | undefined,
  now: ToolState,
  insists: boolean,
): "open" | "gone" | "same" {
  if (now !== "lacks") return "gone";
  // An answer left as it was does not ask again for what the town hall has answered.
  return before !== "lacks" || insists ? "open" : "same";
}

/** A code for a tool the commune adds, from its name, that no other has. */
export function toolCode(plainName: string, taken: readonly string[]): string {
  const base =
    plainName
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_|_$/g, "")
      .slice(0, 30) || "outil";
  let code = base;
  for (let n = 2; taken.includes(code); n++) code = `${base}_${n}`;
  return code;
}
