import type { Tx } from "../../../platform/db/database.ts";
import { forgetInTexts, type Sought } from "../../people/index.ts";

/** Erases someone from how needs were answered. */
export const forgetInNeeds = (tx: Tx, who: Sought): Promise<number> =>
  forgetInTexts(tx, "declared_need", ["words"], who);
