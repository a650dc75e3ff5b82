import { dayOf } from "../../../platform/clock.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Site } from "../../../platform/http/site.ts";
import type { Periodic } from "../../../platform/jobs.ts";
import { hostOfCommune } from "../../communes/index.ts";
import { noteChanges } from "../active/noting.ts";
import { checkEverything, Unanswered, type Reader } from "./checks.ts";
import { keepCheck } from "./kept.ts";
import type { Finding } from "./rules.ts";

/** Every night, what each commune publishes is checked, one commune after the other. */
export const conformityWork = (house: House, site: Site): Periodic[] => [
  {
    task: "open_data_check",
    cron: "50 3 * * *",
    run: async (communeId) => {
      await checkConformity(house, communeId, site);
    },
  },
];

/** Checks what a commune publishes, by reading it as anybody would, and keeps what was found for its page. */
export async function checkConformity(
  house: Pick<House, "database" | "clock" | "words">,
  communeId: number,
  site: Site,
): Promise<Finding[]> {
  await noteChanges(house, communeId);
  const at = house.clock.now();
  const host = await house.database.read(communeId, (tx) => hostOfCommune(tx, communeId));
  const findings = await checkEverything(readerOf(site, host), dayOf(at));
  await house.database.write(communeId, (tx) => keepCheck(tx, at, findings));
  return findings;
}

/** Asks the site without leaving this process, under a name that counts no view. */
const readerOf =
  (site: Site, host: string): Reader =>
  async (path) => {
    const headers = { host, "user-agent": "robot" };
    const answer = await site.fetch(
      new Request(`http://${host}${path}`, { headers }),
      "conformity",
    );
    if (answer.status !== 200) throw new Unanswered(`${path}: ${answer.status}`);
    return answer.text();
  };
