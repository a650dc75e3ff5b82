import { sql } from "kysely";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { queueMail } from "../../../platform/mail.ts";
import { longDay } from "../../../ui/dates.ts";
import { writeLetter } from "../../../ui/index.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { lateDays, warnedDays, type DocumentKind } from "./rules.ts";

type Ending = {
  id: string;
  step: "month" | "day";
  kind: DocumentKind;
  expires: string;
  association: string;
  name: string;
};

/** Tells associations which papers end soon or today, each once: to those who own the record and to its first contact. */
export async function remindOfPapers(house: House, communeId: number): Promise<void> {
  await house.database.write(communeId, async (tx) => {
    const now = house.clock.now();
    const ending = await noteEnding(tx, dayOf(now), now);
    if (ending.length === 0) return;
    const from = await senderOf(tx, house, communeId);
    for (const one of ending)
      for (const to of await readersOf(tx, one.association))
        await queueMail(tx, { kind: "document_end", to, ...letterOf(house, one, from) });
  });
}

/** Papers whose end is near and of which nothing was said yet; the row written is what makes it once. */
async function noteEnding(tx: Tx, today: string, at: Date): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    with ending as (
      select d.document_id as id, d.kind, d.expires_on as expires,
             case when expires_on > ${today}::date then 'month' else 'day' end as step,
             coalesce(a.merged_into, a.association_id) as association, a.name
      from association_document d join association a on a.association_id = d.association_id
      where d.replaced_at is null and d.removed_at is null and a.state <> 'ceased'
        and d.expires_on between ${addDays(today, -lateDays)}::date and ${addDays(today, warnedDays)}::date),
    noted as (
      insert into document_reminder (document_id, step, sent_at)
      select id, step, ${at} from ending on conflict do nothing returning document_id, step)
    select e.* from ending e join noted n on n.document_id = e.id and n.step = e.step order by e.id`.execute(
    tx,
  );
  return rows;
}

/** Owners of the record and its first contact, each address once. */
async function readersOf(tx: Tx, associationId: string): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select p.email from association_member m join person p on p.person_id = m.person_id
      where m.association_id = ${associationId} and m.role = 'owner'
    union
    (select email from mail_contacts()
      where association_id = ${associationId} and not dead order by rank limit 1)`.execute(tx);
  return rows.map(({ email }) => email);
}

type Sender = { origin: string; siteName: string; signature: string[] };

async function senderOf(tx: Tx, house: House, communeId: number): Promise<Sender> {
  const { view, senderName } = await tenantOf(tx, communeId, house.clock.now());
  return {
    origin: await originOfCommune(tx, communeId, house.config),
    siteName: view.siteName,
    signature: [senderName, ...(view.phone ? [view.phone] : [])],
  };
}

function letterOf(house: House, one: Ending, from: Sender) {
  const t = house.words("fr");
  const kind = t(`documents:kind.${one.kind}`);
  const date = longDay("fr", one.expires);
  return writeLetter({
    t,
    lang: "fr",
    siteName: from.siteName,
    subject: t(`documents:letter.${one.step}.subject`, { kind, name: one.name }),
    greeting: t("documents:letter.greeting"),
    paragraphs: [
      t(`documents:letter.${one.step}.words`, { kind, name: one.name, date }),
      t("documents:letter.why"),
    ],
    action: {
      words: t("documents:letter.action"),
      url: `${from.origin}${urls.spaceDocuments(one.association)}`,
    },
    signature: from.signature,
  });
}
