import { sql } from "kysely";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { writeLetter } from "../../../ui/index.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { membersOf, noteReview } from "./queries.ts";
import { reviewDue } from "./rules.ts";

/** Days between two reminders: one a year, and never two for one assembly. */
const apart = 300;

type Line = { id: string; name: string; reviewedOn: string; assemblyMonth: number | null };

/** Asks those responsible "who still has access?", once a year or after their assembly. */
export async function remindReviews(house: House, communeId: number): Promise<void> {
  const today = dayOf(house.clock.now());
  await house.database.write(communeId, async (tx) => {
    for (const line of await notReminded(tx, today))
      if (reviewDue(today, line)) await remind(tx, house, communeId, line, today);
  });
}

async function notReminded(tx: Tx, today: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select a.association_id as id, a.name, r.assembly_month as "assemblyMonth",
      coalesce(r.reviewed_on, (min(m.since) at time zone 'Europe/Paris')::date) as "reviewedOn"
    from association a join association_member m on m.association_id = a.association_id
    left join access_review r on r.association_id = a.association_id
    where a.merged_into is null and a.state = 'active'
      and (r.reminded_on is null or r.reminded_on < ${addDays(today, -apart)}::date)
    group by a.association_id, a.name, r.assembly_month, r.reviewed_on
    having bool_or(m.role = 'owner') order by a.association_id`.execute(tx);
  return rows;
}

async function remind(
  tx: Tx,
  house: House,
  communeId: number,
  { id, name }: Line,
  today: string,
): Promise<void> {
  const t = house.words("fr");
  const { view, senderName } = await tenantOf(tx, communeId, house.clock.now());
  const origin = await originOfCommune(tx, communeId, house.config);
  const members = await membersOf(tx, id);
  for (const owner of members.filter(({ role }) => role === "owner"))
    await queueMail(tx, {
      kind: "access_review",
      to: owner.email,
      toPersonId: owner.id,
      ...writeLetter({
        t,
        lang: "fr",
        siteName: view.siteName,
        subject: t("claiming:letter.review.subject", { name }),
        greeting: t("claiming:letter.greeting", { name: owner.name }),
        paragraphs: [
          t("claiming:letter.review.words", { name }),
          members.map((one) => `${one.name} (${t(`claiming:roleName.${one.role}`).toLowerCase()})`).join(", "), // prettier-ignore
          t("claiming:letter.review.how"),
        ],
        action: {
          words: t("claiming:letter.people.action"),
          url: origin + urls.spacePeople(id),
        },
        signature: [senderName, ...(view.phone ? [view.phone] : [])],
      }),
    });
  await noteReview(tx, id, { reminded_on: today });
}
