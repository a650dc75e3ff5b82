import type { House } from "../../../platform/http/ask.ts";
import type { Job } from "../../../platform/jobs.ts";
import { printOrSay } from "./printing.ts";
import { printTask } from "./routes.ts";

export const letterJobs = (house: House): Job[] => [
  {
    task: printTask,
    run: (communeId, payload) => printOrSay(house, communeId, String(payload["batch"])),
  },
];
