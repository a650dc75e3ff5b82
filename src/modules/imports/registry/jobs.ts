import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Job } from "../../../platform/jobs.ts";
import { retention } from "../../../platform/retention.ts";
import { setBatch } from "./batches.ts";
import { openRegistry } from "./opening.ts";
import { readBatch } from "./read.ts";

export const task = "registry_read";

/** Reads a file given at the desk; a fault is said on the page of the batch, never tried again in a person's back. */
export const registryJob = (house: House): Job => ({
  task,
  run: async (communeId, payload) => {
    const [batch, held] = [String(payload["batch"]), String(payload["held"])];
    try {
      const opened = await openRegistry(house.files.held(held));
      if ("refusal" in opened)
        await house.database.write(communeId, (tx) => setBatch(tx, batch, { state: "failed" }));
      else await readBatch(house, communeId, batch, opened);
    } catch (fault) {
      house.log.error({ task, batch, fault: String(fault) }, "a registry file failed");
    } finally {
      await house.files.release(held);
    }
  },
});

/** Past proposals lose their values: counts stay with the batch, and refusals keep what names them. */
export async function forgetRegistry(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - retention.registryDays * 86_400_000);
  await sql`
    delete from registry_proposal p using registry_batch b
    where b.batch_id = p.batch_id and b.made_at < ${before} and p.state in ('accepted', 'superseded', 'undone')`.execute(
    tx,
  );
  await sql`
    update registry_proposal p set old_values = '{}', new_values = '{}', name = ''
    from registry_batch b
    where b.batch_id = p.batch_id and b.made_at < ${before} and p.state = 'refused' and p.new_values <> '{}'`.execute(
    tx,
  );
}
