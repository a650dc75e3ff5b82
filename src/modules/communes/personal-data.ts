import {
  forgetInTexts,
  forgetMessages,
  gesturesIn,
  mentionsIn,
  type PersonalData,
} from "../people/index.ts";
import { publish } from "./published.ts";

/** Messages written to the commune, and what it says of its commitments: it may name the agent who holds one; and what pictures show, and who took them. What it publishes of itself stays. */
export const communePeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "commitment_state", ["owner_label", "evidence"], who)),
    ...(await mentionsIn(tx, "file", ["alt", "credit"], who)),
    ...(await gesturesIn(tx, who, { commitment_state: ["noted_by"] })),
  ],
  erase: async (tx, who) => {
    const messages = await forgetMessages(tx, "contact", who);
    const commitments = await forgetInTexts(
      tx,
      "commitment_state",
      ["owner_label", "evidence"],
      who,
    );
    // Residents read what a picture shows and who took it, on pages that are kept.
    const pictures = await forgetInTexts(tx, "file", ["alt", "credit"], who);
    if (pictures) await publish(tx);
    return [messages, { kind: "texts", count: commitments + pictures }];
  },
};
