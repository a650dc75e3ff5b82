import { forgetInTexts, type PersonalData } from "../people/index.ts";

/** The evidence of a declared figure may name somebody. */
export const indicatorPeople: PersonalData = {
  erase: async (tx, who) => [
    { kind: "texts", count: await forgetInTexts(tx, "declared_figure", ["evidence"], who) },
  ],
};
