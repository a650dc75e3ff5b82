/**
 * A backup is one `.tar.gz`: `manifest.json` first, then `tables/<name>/<part>.copy` (PostgreSQL's COPY text),
 * `jobs.json` (work that waits), and `files/<sha256>`.
 */
export type Manifest = {
  format: 1;
  madeAt: string;
  /** Migrations of the database it was made from, in order. */
  migrations: string[];
  tables: { name: string; columns: string[]; rows: number }[];
};

export type WaitingJob = { task: string; payload: unknown; runAt: string; key: string | null };

/** COPY data is cut in parts of about this many bytes, so that neither side holds a whole table. */
export const partBytes = 8_000_000;
