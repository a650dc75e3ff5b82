import { z } from "zod";

/**
 * A backup is one `.tar.gz`: `manifest.json` first, then `tables/<name>/<part>.copy` (PostgreSQL's COPY text),
 * `jobs.json` (work that waits), and `files/<sha256>`.
 */
export const manifestShape = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** Migrations of the database it was made from, in order. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
});

export type Manifest = z.output<typeof manifestShape>;
export type ArchivedTable = Manifest["tables"][number];

/** A job that waited when the archive was made. */
export type WaitingJob = {
  task: string;
  payload: unknown;
  runAt: string;
  key: string | null;
  maxAttempts: number;
  priority: number;
};

/** COPY data is cut in parts of about this many bytes, so that neither side holds a whole table. */
export const partBytes = 8_000_000;
