import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Waiting, WaitingItem } from "../../communes/index.ts";
import { mayWrite } from "../rights.ts";
import { urls } from "../urls.ts";
import { openSteps } from "./open.ts";

type Bounced = { id: string; name: string; who: string | null; contactId: string; since: Date };

/** Listings nobody answers about, for their référent; addresses that a mail server refused. */
export const waiting: Waiting = async ({ tx, t, person, now }) => {
  if (!mayWrite(person)) return [];
  const silent = (await openSteps(tx, dayOf(now))).filter(({ step }) => step === "referent");
  const words = t("climbing:waiting.silent");
  return [
    ...silent.map((one): WaitingItem => ({
      key: `reminder:${one.id}`,
      path: urls.check(one.id),
      icon: "wait",
      words,
      association: { id: one.id, name: one.name },
      since: one.since,
      rank: 2,
      agentId: one.referentId ?? undefined,
    })),
    ...(await bounced(tx)).map((one): WaitingItem => ({
      key: `bounced:${one.contactId}`,
      path: `${urls.one(one.id)}#contacts`,
      icon: "mail",
      words: t("climbing:waiting.bounced", { name: one.who ?? one.name }),
      association: { id: one.id, name: one.name },
      since: one.since,
      rank: 2,
    })),
  ];
};

/** Contacts whose address a mail server refused for good; an agent who said so already knows. */
async function bounced(tx: Tx): Promise<Bounced[]> {
  const { rows } = await sql<Bounced>`
    select a.association_id as id, a.name, c.name as who, c.contact_id as "contactId", d.noted_at as since
    from mail_contacts() c
    join dead_address d on d.address_hash = c.address_hash and d.how = 'bounced'
    join association a on a.association_id = c.association_id
    where a.merged_into is null and a.state <> 'ceased'
    order by d.noted_at, c.contact_id`.execute(tx);
  return rows;
}
