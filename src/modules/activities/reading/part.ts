import type { ComponentChildren } from "preact";
import type { Ask } from "../../../platform/http/ask.ts";
import type { Programme } from "../edit/programme.ts";
import type { Activity } from "../record/fields.ts";

/** What a room above adds to an activity; nothing when it has nothing to say. */
export type ActivityPart = {
  /** On its public page, after when it takes place: true at this very moment, so the page is then not kept. */
  page: (ask: Ask, activity: Activity) => Promise<ComponentChildren | undefined>;
  /** On its sheet, for who looks after it. */
  sheet: (
    ask: Ask,
    programme: Programme,
    activity: Activity,
  ) => Promise<ComponentChildren | undefined>;
};

/** What the rooms have to say, in their order. */
export async function said(
  parts: readonly ActivityPart[],
  ask: (part: ActivityPart) => Promise<ComponentChildren | undefined>,
): Promise<ComponentChildren[]> {
  const all = [];
  for (const part of parts) all.push(await ask(part));
  return all.filter((one) => one !== undefined);
}
