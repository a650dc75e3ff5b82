import assert from "node:assert/strict";
import { periodicWork } from "../../../work.ts";
import type { Lending } from "../lending.testing.ts";

/** Runs the periodic work of equipment, then the jobs, at a moment. */
export async function roundAt({ site }: Lending, moment?: string): Promise<void> {
  if (moment) site.clock.set(moment);
  const work = periodicWork(site.house, site.app).find(({ task }) => task === "equipment_round");
  assert.ok(work);
  await work.run(site.communeId);
  await site.runJobs();
}

export type Sent = { to: string; subject: string; text: string };

/** Letters about loans written since this was last asked, in order, with plain spaces. */
export function letterBox({ site }: Lending): () => Promise<Sent[]> {
  const known = new Set<string>();
  return async () => {
    const rows = await site.database.read(site.communeId, (tx) =>
      tx.selectFrom("mail").selectAll().where("kind", "=", "loan").orderBy("created_at").execute(),
    );
    const fresh = rows.filter((row) => !known.has(row.mail_id));
    for (const row of fresh) known.add(row.mail_id);
    return fresh.map((row) => ({
      to: row.to_email,
      subject: row.subject.replace(/\s/g, " "),
      text: row.text_body.replace(/\s+/g, " "),
    }));
  };
}
