import type { HistoryLine } from "../../journal/index.ts";
import type { ContactShown, ContactWrite } from "../contacts/write.ts";
import type { Contact } from "../record/fields.ts";
import { hiddenContact } from "../contacts/rules.ts";
import type { UndoRefusal } from "../record/rules.ts";

const values = ["name", "role", "email", "phone"] as const;
type Personal = HistoryLine["personal"];
type Shown = ContactShown | null;

/** What undoes the changes of contacts a line of history tells, or why it no longer can. */
export function contactsUndo(
  line: Pick<HistoryLine, "change" | "personal">,
  contacts: readonly Contact[],
): ContactWrite[] | { refused: UndoRefusal } {
  const writes: ContactWrite[] = [];
  for (const [key, pair] of Object.entries(line.change)) {
    const id = key.match(/^contact:(.+)$/)?.[1];
    if (!id || !Array.isArray(pair)) continue;
    const write = contactUndo(
      id,
      pair as [Shown, Shown],
      line.personal.filter((value) => value.about.id === id),
      contacts.find((one) => one.id === id),
    );
    if ("refused" in write) return write;
    writes.push(write);
  }
  return writes;
}

function contactUndo(
  id: string,
  [old, now]: [Shown, Shown],
  personal: Personal,
  current: Contact | undefined,
): ContactWrite | { refused: UndoRefusal } {
  const was = (field: string) => personal.find((value) => value.field === field);
  if (!now) {
    if (current) return { refused: "changed_since" };
    // Without its personal values the contact has been erased at someone's request.
    if (!old || !personal.length) return { refused: "gone" };
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
