import { sql } from "kysely";
import type { House } from "../../platform/http/ask.ts";
import type { Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import { forgetPhotos } from "./photo/queries.ts";
import { publish } from "./published.ts";

/** A new day makes kept pages old: what they say of today, of a year, of an audit. Midnight in France is 22 h or 23 h UTC. */
export const communeWork = ({ database, files, clock }: House): Periodic[] => [
  {
    task: "new_day",
    cron: "2 22,23 * * *",
    run: (communeId) => database.write(communeId, publish),
  },
  {
    task: "forget_photos",
    cron: "30 3 * * *",
    run: (communeId) =>
      database.write(communeId, async (tx) => {
        const age = retention.photoDays * 86_400_000;
        await forgetPhotos(tx, new Date(clock.now().getTime() - age));
      }),
  },
  {
    task: "sweep_files",
    cron: "40 3 * * *",
    run: async (communeId) => {
      const dayBefore = new Date(clock.now().getTime() - 86_400_000);
      await files.sweep(dayBefore, (names) =>
        database.read(communeId, async (tx) => {
          const { rows } = await sql<{ sha256: string }>`
            select files_in_use(${names}::text[]) as sha256`.execute(tx);
          return new Set(rows.map((row) => row.sha256));
        }),
      );
    },
  },
];
