import { forgetInTexts, gesturesIn, mentionsIn, type PersonalData } from "../people/index.ts";

/** The evidence of a declared figure may name somebody. */
export const indicatorPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "declared_figure", ["evidence"], who)),
    ...(await gesturesIn(tx, who, { declared_figure: ["declared_by"] })),
  ],
  erase: async (tx, who) => [
    { kind: "texts", count: await forgetInTexts(tx, "declared_figure", ["evidence"], who) },
  ],
};
