import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Periodic } from "../../../platform/jobs.ts";
import { retention } from "../../../platform/retention.ts";
import { noteDead } from "./addresses.ts";
import { climb } from "./climbing.ts";
import { forgetSendings } from "./forgetting.ts";

/** Every morning, before people open their mail: the steps that are due. */
export const remindersPeriodic = (house: House): Periodic[] => [
  {
    task: "confirmation_reminders",
    cron: "30 5 * * *",
    run: async (communeId) => {
      await climb(house, communeId);
      await house.database.write(communeId, (tx) =>
        forgetSendings(tx, addDays(dayOf(house.clock.now()), -retention.sendingDays)),
      );
    },
  },
];

/** What is done when a mail server refuses an address for good. */
export const addressRefused = (house: House) => (tx: Tx, to: string) =>
  noteDead(tx, to, "bounced", { actor: { kind: "system" }, at: house.clock.now() });
