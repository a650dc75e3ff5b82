import { forgetInTexts, gesturesIn, mentionsIn, type PersonalData } from "../people/index.ts";

/** Names may stand in a template: who signs for the commune, whom to call. */
export const printingPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "template_version", ["source"], who)),
    ...(await gesturesIn(tx, who, { template_version: ["saved_by"] })),
  ],
  erase: async (tx, who) => [
    { kind: "texts", count: await forgetInTexts(tx, "template_version", ["source"], who) },
  ],
};
