import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";
import type pg from "pg";
import { openFiles } from "../platform/files.ts";
import { asOwner, freshDatabase } from "../testing/database.ts";
import { fillEveryTable } from "../testing/every-table.ts";
import { backup } from "./backup.ts";
import type { Receiver } from "./restore.ts";
import { openDemonstration } from "../testing/demonstration.ts";

export const silent = (): void => undefined;
export const picture = Buffer.from("a picture, or nearly");
export const pictureSha256 = createHash("sha256").update(picture).digest("hex");

/** A site with a row in every table, a file and a job that waits, and its archive. */
export async function openSource() {
  const folder = mkdtempSync(join(tmpdir(), "maillage-archive-"));
  const site = await openDemonstration();
  const onSource = <T>(work: (client: pg.Client) => Promise<T>) =>
    asOwner(site.ownerUrl.match(/\/([a-z0-9_]+)\?/)?.[1] ?? "", work);
  await site.house.files.keep(picture);
  await onSource(async (client) => {
    await client.query(
      "insert into file (commune_id, kind, content_type, sha256, bytes) values ($1, 'picture', 'image/webp', $2, $3)",
      [site.communeId, pictureSha256, picture.length],
    );
    await client.query(
      `select graphile_worker.add_job('send_mail', '{"commune_id": 1, "mail_id": "é"}'::json,
         run_at := '2030-01-02T03:04:05Z', job_key := 'once', max_attempts := 4)`,
    );
    assert.deepEqual(await fillEveryTable(client, site.communeId), [], "say a value in `known`");
  });
  const archive = join(folder, "sauvegarde.tar.gz");
  const report = await backup(site.ownerUrl, site.house.files.folder, archive, silent);
  return {
    site,
    folder,
    archive,
    report,
    onSource,
    appUrl: site.database.pool.options.connectionString ?? "",
    emptyInstallation: async () => {
      const fresh = await freshDatabase();
      const files = openFiles(mkdtempSync(join(folder, "files-")));
      const receiver: Receiver = { ownerUrl: fresh.ownerUrl, appUrl: fresh.appUrl, files };
      return { receiver, fresh };
    },
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type Source = Awaited<ReturnType<typeof openSource>>;
