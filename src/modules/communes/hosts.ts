import { sql } from "kysely";
import type { Database } from "../../platform/db/database.ts";

type HostRow = { host: string | null; commune_id: number; demonstration: boolean };

const local = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/;

/**
 * Which commune a host name leads to. A commune answers on its own names; the demonstration one also on any local name.
 * The list is kept `forMs` milliseconds: a new commune answers at the latest after that.
 */
export function hostBook(database: Database, forMs = 2000) {
  let rows: HostRow[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const refresh = async () => {
    try {
      rows = (await sql<HostRow>`select * from commune_hosts()`.execute(database.outside)).rows;
      readAt = performance.now();
    } finally {
      reading = undefined;
    }
  };
  const find = (host: string): number | undefined => {
    const named = rows.find((row) => row.host === host);
    if (named) return named.commune_id;
    return local.test(host) ? rows.find((row) => row.demonstration)?.commune_id : undefined;
  };
  // Answered at once when the list is known: a kept page then leaves without waiting for anything.
  return (host: string): number | undefined | Promise<number | undefined> => {
    if (performance.now() - readAt <= forMs) return find(host);
    reading ??= refresh();
    if (readAt === Number.NEGATIVE_INFINITY) return reading.then(() => find(host));
    reading.catch(() => undefined);
    return find(host);
  };
}
