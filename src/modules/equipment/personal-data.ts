import { publish } from "../communes/index.ts";
import { forgetInTexts, gesturesIn, mentionsIn, type PersonalData } from "../people/index.ts";
import { forgetInInventories, toldInInventories } from "./inventory/personal-data.ts";

const modelTexts = ["name", "purpose", "notice", "owner_rules"] as const;

/** Names may stand in what is asked, answered and noted; who asked is kept to write to them. */
export const equipmentPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "loan", ["purpose", "words"], who)),
    ...(await mentionsIn(tx, "equipment_model", modelTexts, who)),
    ...(await mentionsIn(tx, "equipment_unit", ["note"], who)),
    ...(await mentionsIn(tx, "lending_place", ["words"], who)),
    ...(await toldInInventories(tx, who)),
    ...(await gesturesIn(tx, who, { loan: ["asked_by", "decided_by"] })),
  ],
  erase: async (tx, who) => {
    const shown = await forgetInTexts(tx, "equipment_model", modelTexts, who);
    const inside =
      (await forgetInTexts(tx, "loan", ["purpose", "words"], who)) +
      (await forgetInTexts(tx, "equipment_unit", ["note"], who)) +
      (await forgetInTexts(tx, "lending_place", ["words"], who));
    const imported = await forgetInInventories(tx, who);
    if (shown) await publish(tx);
    return [
      { kind: "texts", count: shown + inside },
      { kind: "imports", count: imported },
    ];
  },
};
