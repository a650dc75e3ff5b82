import { record, type Actor } from "../../journal/index.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";

type Change = { name: string; old: string | null; new: string | null };

/** One line of history about the commune itself; values that name a person stand apart. */
export async function recordChanges(
  ask: Ask,
  action: string,
  changes: readonly Change[],
  personal: ReadonlySet<string> = new Set(),
): Promise<void> {
  const about = { kind: "commune", id: String(ask.tenant.id) };
  await record(ask.tx, {
    actor: actorOf(ask),
    at: ask.now,
    subject: about,
    action,
    change: Object.fromEntries(
      changes
        .filter(({ name }) => !personal.has(name))
        .map((change) => [change.name, { old: change.old, new: change.new }]),
    ),
    personal: changes
      .filter(({ name }) => personal.has(name))
      .map((change) => ({ about, field: change.name, old: change.old, new: change.new })),
  });
}

/** The signed-in person, as the journal names them. */
export const actorOf = (ask: Ask): Actor => ({ kind: "person", id: requirePerson(ask).id });
