import { dayOf } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { publishedActivities, publishedActivityIds } from "../../activities/index.ts";
import { listedIds, listingsOf, type Listing } from "../../directory/index.ts";
import { madeOnce } from "../serving/kept.ts";
import { slicesOf } from "../serving/slices.ts";
import { organizationOf } from "./organizations.ts";
import { serviceOfActivity, serviceOfAssociation } from "./services.ts";
import type { Organization, Service } from "./shapes.ts";
import type { Making } from "./values.ts";

/** Everything a commune publishes, as the standard says it. */
export type Whole = {
  organizations: readonly Organization[];
  services: readonly Service[];
};

/** What is published now, made once for all the pages a harvester reads. */
export const wholeOf = (ask: Ask): Promise<Whole> => madeOnce(ask, "referral", madeOf);

async function madeOf(ask: Ask): Promise<Whole> {
  const today = dayOf(ask.now);
  const making: Making = {
    t: ask.house.words("fr"),
    origin: ask.view.origin,
    commune: ask.tenant.view.name,
    changedAt: await changes(ask),
  };
  const listings = new Map<string, Listing>();
  for await (const some of slicesOf(ask, await listedIds(ask.tx), (tx, ids) =>
    listingsOf(tx, ids, today),
  ))
    for (const one of some) listings.set(one.id, one);
  const organizations = new Map(
    [...listings.values()].map((one) => [one.id, organizationOf(making, one)]),
  );
  const services: Service[] = [];
  const active = new Set<string>();
  const ids = await publishedActivityIds(ask.tx, today);
  for await (const rows of slicesOf(ask, ids, publishedActivities))
    for (const row of rows) {
      const { id } = row.activity.association;
      const [listing, organization] = [listings.get(id), organizations.get(id)];
      if (!listing || !organization) continue;
      active.add(id);
      services.push(serviceOfActivity(making, row, listing, briefly(organization)));
    }
  for (const listing of listings.values()) {
    const organization = organizations.get(listing.id);
    if (organization && !active.has(listing.id))
      services.push(serviceOfAssociation(making, listing, briefly(organization)));
  }
  return { organizations: [...organizations.values()], services };
}

/** An organization inside its services: who it is, without all that its own address gives. */
const briefly = ({
  contacts: _,
  locations: __,
  attributes: ___,
  ...organization
}: Organization): Organization => organization;

async function changes(ask: Ask): Promise<Map<string, string>> {
  const rows = await ask.tx
    .selectFrom("published_item")
    .select(["item_id", "modified"])
    .where("feed", "in", ["association", "activity"])
    .where("gone", "=", false)
    .execute();
  return new Map(rows.map((row) => [row.item_id, new Date(row.modified).toISOString()]));
}
