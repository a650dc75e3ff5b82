import type { Tx } from "../../platform/db/database.ts";
import { publish } from "../communes/index.ts";
import {
  forgetInTexts,
  mentionsIn,
  partsOf,
  type PersonalData,
  type Told,
} from "../people/index.ts";
import { mailKind } from "./followers/letters.ts";

/**
 * An address that follows dates; what people are told of a change, or why a day is closed, or a file is called, may name
 * someone. Days, hours and rules name nobody.
 */
export const schedulingPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await followedBy(tx, who.email)),
    ...(await mentionsIn(tx, "occurrence", ["notice"], who)),
    ...(await mentionsIn(tx, "closed_day", ["name"], who)),
    ...(await mentionsIn(tx, "commune_calendar", ["file_name"], who)),
  ],
  erase: async (tx, who) => {
    const followed = await tx
      .deleteFrom("date_follower")
      .where("email", "=", who.email)
      .returning("follower_id")
      .execute();
    const mails = await tx
      .deleteFrom("mail")
      .where("kind", "=", mailKind)
      .where("to_email", "=", who.email)
      .returning("mail_id")
      .execute();
    const notices = await forgetInTexts(tx, "occurrence", ["notice"], who);
    const days = await forgetInTexts(tx, "closed_day", ["name"], who);
    const files = await forgetInTexts(tx, "commune_calendar", ["file_name"], who);
    if (notices) await publish(tx);
    return [
      { kind: "followed", count: followed.length },
      { kind: "mails", count: mails.length },
      { kind: "texts", count: notices + days + files },
    ];
  },
};

async function followedBy(tx: Tx, email: string): Promise<Told[]> {
  const rows = await tx
    .selectFrom("date_follower")
    .select(["email", "asked_at"])
    .where("email", "=", email)
    .execute();
  return rows.map((row) => ({
    table: "date_follower",
    at: row.asked_at,
    parts: partsOf({ email: row.email }),
  }));
}
