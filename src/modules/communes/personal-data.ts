import {
  forgetInTexts,
  forgetMessages,
  gesturesIn,
  mentionsIn,
  type PersonalData,
} from "../people/index.ts";

/** Messages written to the commune, and what it says of its commitments: it may name the agent who holds one. What it publishes of itself stays. */
export const communePeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "commitment_state", ["owner_label", "evidence"], who)),
    ...(await mentionsIn(tx, "file", ["alt", "credit"], who)),
    ...(await gesturesIn(tx, who, { commitment_state: ["noted_by"] })),
  ],
  erase: async (tx, who) => [
    await forgetMessages(tx, "contact", who),
    {
      kind: "texts",
      count:
        (await forgetInTexts(tx, "commitment_state", ["owner_label", "evidence"], who)) +
        (await forgetInTexts(tx, "file", ["alt", "credit"], who)),
    },
  ],
};
