import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { publish } from "./published.ts";

/** A new day makes kept pages old: what they say of today, of a year, of an audit. Midnight in France is 22 h or 23 h UTC. */
export const communeWork = ({ database }: House): Periodic[] => [
  {
    task: "new_day",
    cron: "2 22,23 * * *",
    run: (communeId) => database.write(communeId, publish),
  },
];
