import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { refreshAll } from "../search/refresh.ts";
import { toolsOf } from "../search/tools.ts";
import { fillInvented } from "./invented.ts";

export const today = "2026-09-15";

/** A test site whose first commune holds the invented associations, ready to be searched. */
export async function openFilledSite(): Promise<TestSite> {
  const site = await openTestSite();
  await site.database.write(site.communeId, async (tx) => {
    await fillInvented(tx, today);
    await refreshAll(tx, toolsOf(site.house, []));
  });
  return site;
}
