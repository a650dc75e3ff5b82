import type { HistoryLine } from "../../journal/index.ts";
import { readTextKey } from "../translations/rules.ts";

/** What an association changes by itself, and so may take back. */
const own: ReadonlySet<string> = new Set([
  "schedule",
  "prices",
  "registration",
  "accessYes",
  "accessNo",
  "accessNote",
]);

const actions: ReadonlySet<string> = new Set([
  "association.edited",
  "association.undone",
  "association.translated",
]);

/** Whether a line of history may be undone by the association: only what it could write, contacts by those responsible. */
export function mayTakeBack(
  line: Pick<HistoryLine, "action" | "change" | "personal" | "undoneBy">,
  owner: boolean,
): boolean {
  const keys = Object.keys(line.change);
  return (
    line.undoneBy === null &&
    actions.has(line.action) &&
    keys.length > 0 &&
    line.personal.every(({ about }) => about.kind === "contact") &&
    keys.every((key) => own.has(key) || readTextKey(key) || (owner && key.startsWith("contact:")))
  );
}
