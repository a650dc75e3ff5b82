import { dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Tenant } from "../../platform/http/ask.ts";
import { languages, ofName, type Lang } from "../../platform/i18n/index.ts";
import { spoken } from "../../ui/phone.ts";
import { legalOf } from "./settings/queries.ts";
import { legalStatus, linesOf } from "./settings/rules.ts";
import { themeCssPath } from "./theme/urls.ts";

/** The title of a commune's site: its own, or the usual one. */
export const siteNameOf = (row: { site_name: string | null; name: string }): string =>
  row.site_name ?? `Les associations ${ofName(row.name)}`;

/** The settings of the commune that every page needs. */
export async function tenantOf(tx: Tx, communeId: number, now: Date): Promise<Tenant> {
  const row = await tx
    .selectFrom("commune")
    .selectAll()
    .where("commune_id", "=", communeId)
    .executeTakeFirstOrThrow();
  const offered = row.languages.filter((code): code is Lang =>
    (languages as readonly string[]).includes(code),
  );
  return {
    id: communeId,
    insee: row.insee ?? undefined,
    senderName: row.sender_name ?? row.name,
    senderEmail: row.sender_email ?? undefined,
    outside: {
      addressLookup: row.address_lookup === "on",
      mapTiles: row.map_tiles === "on",
      calendars: row.outside_calendars === "on",
      neighbours: row.outside_neighbours === "on",
    },
    framedBy: linesOf(row.framing_sites ?? ""),
    view: {
      name: row.name,
      siteName: siteNameOf(row),
      logo: row.logo_file_id ? `/fichiers/${row.logo_file_id}` : undefined,
      phone: row.phone ? spoken(row.phone) : undefined,
      email: row.email ?? undefined,
      hours: row.hours ?? undefined,
      languages: ["fr", ...offered.filter((code) => code !== "fr")],
      themeCss: themeCssPath({
        primary: row.color_primary as `#${string}`,
        accent: row.color_accent as `#${string}`,
      }),
      demonstration: row.demonstration,
      accessibility: legalStatus(legalOf(row.legal), dayOf(now)),
    },
  };
}
