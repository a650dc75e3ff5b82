import { publish } from "../communes/index.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import {
  forgetInTexts,
  gesturesIn,
  mentionsIn,
  patternOf,
  type PersonalData,
  type Sought,
} from "../people/index.ts";
import { forgetInInventories, toldInInventories } from "./inventory/personal-data.ts";

const loanTexts = ["purpose", "words", "service"] as const;
const modelTexts = ["name", "purpose", "notice", "owner_rules"] as const;

/** Names may stand in what is asked, answered and noted; who asked is kept to write to them. */
export const equipmentPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "loan", loanTexts, who)),
    ...(await mentionsIn(tx, "equipment_model", modelTexts, who)),
    ...(await mentionsIn(tx, "equipment_unit", ["note"], who)),
    ...(await mentionsIn(tx, "custody_event", ["words"], who)),
    ...(await mentionsIn(tx, "lending_place", ["words"], who)),
    ...(await mentionsIn(tx, "equipment_kit", ["name", "purpose"], who)),
    ...(await mentionsIn(tx, "spare_part", ["name"], who)),
    ...(await mentionsIn(tx, "upkeep_plan", ["task"], who)),
    ...(await mentionsIn(tx, "upkeep_done", ["note"], who)),
    ...(await mentionsIn(tx, "equipment_review", ["words"], who)),
    ...(await mentionsIn(tx, "convention", ["words"], who)),
    ...(await mentionsIn(tx, "signature", ["name"], who)),
    ...(await toldInInventories(tx, who)),
    ...(await gesturesIn(tx, who, {
      loan: ["asked_by", "decided_by"],
      custody_event: ["by_person"],
      unit_step: ["done_by"],
      spare_part_move: ["moved_by"],
      upkeep_done: ["done_by"],
      equipment_review: ["decided_by"],
      convention: ["proposed_by", "withdrawn_by"],
      signature: ["signed_by"],
    })),
  ],
  erase: async (tx, who) => {
    const shown =
      (await forgetInTexts(tx, "equipment_model", modelTexts, who)) +
      (await forgetInTexts(tx, "equipment_kit", ["name", "purpose"], who));
    const inside =
      (await forgetInTexts(tx, "loan", loanTexts, who)) +
      (await forgetInTexts(tx, "equipment_unit", ["note"], who)) +
      (await forgetInTexts(tx, "custody_event", ["words"], who)) +
      (await forgetInTexts(tx, "lending_place", ["words"], who)) +
      (await forgetInTexts(tx, "spare_part", ["name"], who)) +
      (await forgetInTexts(tx, "upkeep_plan", ["task"], who)) +
      (await forgetInTexts(tx, "upkeep_done", ["note"], who)) +
      (await forgetInTexts(tx, "equipment_review", ["words"], who)) +
      (await forgetInTexts(tx, "convention", ["words"], who)) +
      (await forgetSignatures(tx, who));
    const imported = await forgetInInventories(tx, who);
    if (shown) await publish(tx);
    return [
      { kind: "texts", count: shown + inside },
      { kind: "imports", count: imported },
    ];
  },
};

/** That it was signed, when and for whom stays; the name and what was drawn go. */
async function forgetSignatures(tx: Tx, who: Sought): Promise<number> {
  await sql`
    delete from file where file_id in (select file_id from signature where name ~* ${patternOf(who)})`.execute(
    tx,
  );
  return forgetInTexts(tx, "signature", ["name"], who);
}
