import { publish } from "../communes/index.ts";
import { forgetInTexts, mentionsIn, type PersonalData } from "../people/index.ts";

/** What people are told of a change, or why a day is closed, or a file is called, may name someone. Days, hours and rules name nobody. */
export const schedulingPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "occurrence", ["notice"], who)),
    ...(await mentionsIn(tx, "closed_day", ["name"], who)),
    ...(await mentionsIn(tx, "commune_calendar", ["file_name"], who)),
  ],
  erase: async (tx, who) => {
    const notices = await forgetInTexts(tx, "occurrence", ["notice"], who);
    const days = await forgetInTexts(tx, "closed_day", ["name"], who);
    const files = await forgetInTexts(tx, "commune_calendar", ["file_name"], who);
    if (notices) await publish(tx);
    return [{ kind: "texts", count: notices + days + files }];
  },
};
