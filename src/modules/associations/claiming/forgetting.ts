import type { Tx } from "../../../platform/db/database.ts";
import { forgetInTexts, type Sought } from "../../people/index.ts";

/** Erases who asked for a listing, whole; in the requests and answers of others, what is said of them. */
export async function forgetInClaims(tx: Tx, who: Sought): Promise<number> {
  const gone = await tx
    .deleteFrom("claim_request")
    .where("email", "=", who.email)
    .returning("request_id")
    .execute();
  await forgetInTexts(tx, "claim_request", ["name", "title", "phone", "message", "answer"], who);
  return gone.length;
}
