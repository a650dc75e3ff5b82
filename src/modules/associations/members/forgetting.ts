import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { hideValuesOf } from "../../journal/index.ts";
import { forgetInTexts, type Sought } from "../../people/index.ts";

/** Erases someone from the people of associations and from those invited; what they were invited to stays in the history. */
export async function forgetInMembers(tx: Tx, who: Sought): Promise<number> {
  const members = await tx
    .deleteFrom("association_member")
    .where("person_id", "=", sql<string>`${who.id}::uuid`)
    .returning("association_id")
    .execute();
  const invited = await tx
    .deleteFrom("association_invitation")
    .where(sql<boolean>`email = ${who.email} or accepted_by = ${who.id}::uuid`)
    .returning("invitation_id")
    .execute();
  await hideValuesOf(
    tx,
    "member_invitation",
    invited.map((one) => one.invitation_id),
  );
  await forgetInTexts(tx, "association_invitation", ["name"], who);
  return members.length + invited.length;
}
