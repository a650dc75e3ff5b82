import type { Tx } from "../../../platform/db/database.ts";
import { forgetInTexts, type Sought } from "../../people/index.ts";

/** Erases someone from what agents noted; the note stays, by nobody when it was theirs. */
export const forgetInNotes = (tx: Tx, who: Sought): Promise<number> =>
  forgetInTexts(tx, "association_note", ["body", "previous_body"], who);
