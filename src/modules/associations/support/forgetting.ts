import type { Tx } from "../../../platform/db/database.ts";
import { forgetInTexts, type Sought } from "../../people/index.ts";

/** Erases someone from what was noted of supports; the support stays, done by nobody when it was theirs. */
export const forgetInSupport = (tx: Tx, who: Sought): Promise<number> =>
  forgetInTexts(tx, "support_event", ["note"], who);
