import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "../platform/db/cluster.ts";

/** `npm run schema`: rewrites the picture of the schema and the table types. */
const folder = mkdtempSync(join(tmpdir(), "maillage-schema-"));
chmodSync(folder, 0o755);
const cluster = await startCluster(folder, { fsync: "off" });
process.env["MAILLAGE_TEST_URL"] = cluster.url("ROLE" as never, "DATABASE");
const { writeSchema } = await import("./schema-picture.ts");
try {
  await writeSchema();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
