import { sql } from "kysely";
import { publish } from "../communes/index.ts";
import { mentionsIn, patternOf, withoutPattern, type PersonalData } from "../people/index.ts";

const texts = ["what", "price_note", "reductions", "registration", "place_detail"] as const;
const contacts = ["contact_name", "contact_phone", "contact_email"] as const;

/** Who may be reached about an activity, and names in what is said of it. */
export const activityPeople: PersonalData = {
  tell: async (tx, who) => [
    ...(await mentionsIn(tx, "activity", [...texts, ...contacts], who)),
    ...(await mentionsIn(tx, "activity_slot", ["place_detail"], who)),
    ...(await mentionsIn(tx, "activity_calendar", ["events", "image"], who, { copies: true })),
  ],
  erase: async (tx, who) => {
    const pattern = patternOf(who);
    const holding = (columns: readonly string[]) =>
      sql<boolean>`concat_ws(' ', ${sql.join(columns.map((column) => sql.ref(column)))}) ~* ${pattern}`;
    const reached = await tx
      .updateTable("activity")
      .set({ contact_name: null, contact_phone: null, contact_email: null })
      .set({ revision: sql`revision + 1` })
      .where(holding(contacts))
      .returning("activity_id")
      .execute();
    const said = await tx
      .updateTable("activity")
      .set(
        Object.fromEntries(
          texts.map((column) => [column, withoutPattern(sql.ref(column), pattern)]),
        ),
      )
      .set({ revision: sql`revision + 1` })
      .where(holding(texts))
      .returning("activity_id")
      .execute();
    const slots = await tx
      .updateTable("activity_slot")
      .set({ place_detail: withoutPattern(sql.ref("place_detail"), pattern) })
      .where(holding(["place_detail"]))
      .returning("activity_id")
      .execute();
    // Without it, the import of a calendar can no longer be undone; what it wrote stays, without them.
    const calendars = await tx
      .updateTable("activity_calendar")
      .set({ events: null, image: null })
      .where(holding(["events", "image"]))
      .returning("calendar_id")
      .execute();
    if (reached.length + said.length + slots.length) await publish(tx);
    return [
      { kind: "contacts", count: reached.length },
      { kind: "texts", count: said.length + slots.length + calendars.length },
    ];
  },
};
