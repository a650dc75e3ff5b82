import { addDays } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Tenant } from "../../../platform/http/ask.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { queueMail } from "../../../platform/mail.ts";
import { hashToken, newToken } from "../../people/index.ts";
import type { Section } from "../codes.ts";
import { keepLinks, viewsOf } from "../confirming/queries.ts";
import { countedDays, linkDays } from "../confirming/rules.ts";
import { urls } from "../urls.ts";
import { groupedLetter } from "./letter.ts";

/** A listing somebody is asked about, as one of its contacts. */
export type AskedListing = {
  associationId: string;
  name: string;
  sections: readonly Section[];
  contactId: string;
  contactName: string | null;
  email: string;
  hash: string;
};

export type Sending = {
  at: Date;
  day: string;
  tenant: Tenant;
  t: Translate;
  origin: string;
  campaign?: { id: string; wave: number; subject: string; opening: string };
};

/** The same, a person at a time, each with all their listings by name. */
export function byPerson<One extends AskedListing>(asked: readonly One[]): Map<string, One[]> {
  const people = new Map<string, One[]>();
  for (const one of asked.toSorted((a, b) => compare(a.hash, b.hash) || compare(a.name, b.name)))
    people.set(one.hash, [...(people.get(one.hash) ?? []), one]);
  return people;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The name their contacts agree on. */
export function nameOf(listings: readonly AskedListing[]): string | undefined {
  const names = new Set(listings.flatMap(({ contactName }) => contactName ?? []));
  return names.size === 1 ? [...names][0] : undefined;
}

/**
 * Writes one grouped mail to each person, and says to whom: one who was written to meanwhile, by another worker or
 * another campaign, is left out. The rows are the claim: they are written first, in one order.
 */
export async function writeToPeople<One extends AskedListing>(
  tx: Tx,
  people: ReadonlyMap<string, readonly One[]>,
  sending: Sending,
): Promise<One[]> {
  if (!people.size) return [];
  const stops = new Map([...people.keys()].map((hash) => [hash, newToken()]));
  const claimed = await tx
    .insertInto("confirmation_mail")
    .values(
      [...stops].map(([hash, stop]) => ({
        address_hash: hash,
        sent_on: sending.day,
        campaign_id: sending.campaign?.id ?? null,
        wave: sending.campaign?.wave ?? null,
        stop_hash: hashToken(stop),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("address_hash")
    .execute();
  const written = claimed.map(({ address_hash }) => people.get(address_hash) ?? []);
  const listings = written.flat();
  const since = addDays(sending.day, -countedDays);
  const ids = listings.map(({ associationId }) => associationId);
  const views = await viewsOf(tx, ids, since);
  const tokens = new Map(listings.map((one) => [one, newToken()]));
  await keepLinks(
    tx,
    listings.map((one) => ({ ...one, at: sending.at, token: tokens.get(one) ?? "" })),
    linkDays,
  );
  for (const [first, ...others] of written)
    if (first) {
      const stopUrl = sending.origin + urls.stopMails(stops.get(first.hash) ?? "");
      const mine = [first, ...others];
      const pages = mine.map((one) => ({
        ...one,
        views: views.get(one.associationId) ?? 0,
        url: sending.origin + urls.confirm(tokens.get(one) ?? ""),
      }));
      const letter = groupedLetter({ ...letterhead(sending), name: nameOf(mine), pages, stopUrl });
      const kind = sending.campaign ? "confirmation_campaign" : "confirmation_reminder";
      await queueMail(tx, { kind, to: first.email, ...letter, unsubscribeUrl: stopUrl });
    }
  return listings;
}

/** What every letter of a sending has in common. */
export const letterhead = ({ t, tenant, day, campaign }: Omit<Sending, "at" | "origin">) => ({
  t,
  day,
  siteName: tenant.view.siteName,
  signature: [tenant.senderName, ...(tenant.view.phone ? [tenant.view.phone] : [])],
  own: campaign && { subject: campaign.subject, opening: campaign.opening },
});
