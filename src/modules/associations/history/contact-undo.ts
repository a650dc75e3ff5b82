import { hiddenValue, type HistoryLine } from "../../journal/index.ts";
import type { ContactShown, ContactWrite } from "../contacts/write.ts";
import type { Contact } from "../record/fields.ts";
import { hiddenContact } from "../contacts/rules.ts";
import type { UndoRefusal } from "../record/rules.ts";

const values = ["name", "role", "email", "phone"] as const;
type Personal = HistoryLine["personal"];
type Shown = ContactShown | null;

/**
 * What undoes the changes of contacts a line of history tells, or why it no longer can. A contact erased at someone's
 * request is left out, and said.
 */
export function contactsUndo(
  line: Pick<HistoryLine, "change" | "personal">,
  contacts: readonly Contact[],
): { writes: ContactWrite[]; erased: boolean } | { refused: UndoRefusal } {
  const writes: ContactWrite[] = [];
  let erased = false;
  for (const [key, pair] of Object.entries(line.change)) {
    const id = key.match(/^contact:(.+)$/)?.[1];
    if (!id || !Array.isArray(pair)) continue;
    const personal = line.personal.filter((value) => value.about.id === id);
    const current = contacts.find((one) => one.id === id);
    if (isErased(pair as [Shown, Shown], personal, current)) {
      erased = true;
      continue;
    }
    const write = contactUndo(id, pair as [Shown, Shown], personal, current);
    if ("refused" in write) return write;
    writes.push(write);
  }
  return { writes, erased };
}

/** The contact was erased since, or what would come back of it. */
const isErased = (
  [old, now]: [Shown, Shown],
  personal: Personal,
  current: Contact | undefined,
): boolean =>
  personal.some((value) => value.old === hiddenValue) ||
  (!current && personal.some((value) => value.new === hiddenValue)) ||
  (!now && old !== null && !personal.length);

function contactUndo(
  id: string,
  [old, now]: [Shown, Shown],
  personal: Personal,
  current: Contact | undefined,
): ContactWrite | { refused: UndoRefusal } {
  const was = (field: string) => personal.find((value) => value.field === field);
  if (!now) {
    if (current) return { refused: "changed_since" };
    if (!old) return { refused: "gone" };
    const back = { ...hiddenContact(id, old.position), ...old };
    for (const field of values) back[field] = was(field)?.old ?? null;
    return { id, now: back };
  }
  if (!current) return { refused: "changed_since" };
  const moved =
    values.some((field) => was(field) && (was(field)?.new ?? null) !== current[field]) ||
    (Object.keys(now) as (keyof ContactShown)[]).some((key) => now[key] !== current[key]);
  if (moved) return { refused: "changed_since" };
  if (!old) return { id, old: current };
  const back: Contact = { ...current, ...old };
  for (const field of values) if (was(field)) back[field] = was(field)?.old ?? null;
  return { id, old: current, now: back };
}
