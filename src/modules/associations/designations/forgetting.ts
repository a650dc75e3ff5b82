import type { Tx } from "../../../platform/db/database.ts";
import { forgetInTexts, type Sought } from "../../people/index.ts";

/** Erases someone from why an association was designated, and no longer is. */
export const forgetInDesignations = (tx: Tx, who: Sought): Promise<number> =>
  forgetInTexts(tx, "association_designation", ["words", "end_reason"], who);
