import type { Tx } from "../../platform/db/database.ts";
import { ensurePerson, grantRole, offerInDemonstration } from "../../modules/people/index.ts";
import { leaders, staff } from "../../../db/demo/people.ts";
import type { WrittenAssociation } from "./associations.ts";

export type StaffIds = readonly {
  id: string;
  role: (typeof staff)[number]["role"];
  name: string;
  title: string;
}[];

export async function writeStaff(tx: Tx): Promise<StaffIds> {
  const written = [];
  for (const one of staff) {
    const id = await ensurePerson(tx, one.email, one.name);
    await grantRole(tx, id, one.role);
    await offerInDemonstration(tx, id);
    written.push({ id, role: one.role, name: one.name, title: one.title });
  }
  return written;
}

/** People who sign in for associations: the first association of each is theirs to own. */
export async function writeLeaders(
  tx: Tx,
  associations: readonly WrittenAssociation[],
): Promise<void> {
  for (const leader of leaders) {
    const personId = await ensurePerson(tx, leader.email, leader.name);
    await offerInDemonstration(tx, personId);
    const theirs = associations.filter((one) => leader.associations.includes(one.name));
    for (const { id } of theirs)
      await tx
        .insertInto("association_member")
        .values({ association_id: id, person_id: personId, role: "owner" })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
}
