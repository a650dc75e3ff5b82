import { dayOf } from "../../../platform/clock.ts";
import { page } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { districtsInOrder } from "../districts/queries.ts";
import { joiningPage } from "../joining/pages.tsx";
import { communeRow, legalOf } from "../settings/queries.ts";
import { accessibilityPage } from "./accessibility.tsx";
import { communeIcon } from "./icon.ts";
import { noticesPage } from "./notices.tsx";
import { privacyPage } from "./privacy.tsx";
import { siteMapPage } from "./site-map.tsx";
import { legalUrls } from "./urls.ts";

const kept = { cached: true };

export const routes: Route[] = [
  get(
    legalUrls.accessibility,
    anyone,
    async (ask) => {
      const row = await communeRow(ask.tx);
      const legal = legalOf(row.legal);
      return page(
        accessibilityPage(ask.view, {
          legal,
          address: row.address ?? undefined,
          madeOn:
            legal.statementOn ??
            legal.auditedOn ??
            row.directory_published_on ??
            dayOf(row.created_at),
          today: dayOf(ask.now),
        }),
      );
    },
    kept,
  ),
  get(
    legalUrls.notices,
    anyone,
    async (ask) => {
      const row = await communeRow(ask.tx);
      return page(noticesPage(ask.view, legalOf(row.legal), row.address ?? undefined));
    },
    kept,
  ),
  get(
    legalUrls.privacy,
    anyone,
    async (ask) => page(privacyPage(ask.view, legalOf((await communeRow(ask.tx)).legal))),
    kept,
  ),
  get(
    legalUrls.siteMap,
    anyone,
    async ({ tx, view, tenant }) =>
      page(siteMapPage(view, await districtsInOrder(tx), tenant.outside.neighbours)),
    kept,
  ),
  get(legalUrls.join, anyone, (ask: Ask) => page(joiningPage(ask.view)), kept),
  get(
    legalUrls.icon,
    anyone,
    async (ask) => {
      const row = await communeRow(ask.tx);
      return {
        status: 200,
        headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=3600" },
        body: communeIcon(row.color_primary, row.color_accent),
      };
    },
    kept,
  ),
];
