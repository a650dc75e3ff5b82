import { sql } from "kysely";
import type { Config } from "../../platform/config.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import { originOf } from "../../platform/http/origin.ts";

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

/** Public origin of a commune for what is written outside a request: its own name, a local address for the demonstration. */
export async function originOfCommune(tx: Tx, communeId: number, config: Config): Promise<string> {
  return originOf(config, preferredHost(config, await hostsOf(tx, communeId)));
}

/** A name this commune answers on here: its own, a local one for the demonstration without any. */
export const hostOfCommune = async (tx: Tx, communeId: number): Promise<string> =>
  (await hostsOf(tx, communeId))[0] ?? "localhost";

async function hostsOf(tx: Tx, communeId: number): Promise<string[]> {
  const { rows } = await sql<HostRow>`select * from commune_hosts()`.execute(tx);
  return rows.flatMap((row) => (row.commune_id === communeId && row.host ? row.host : [])).sort();
}

/** The host of `PUBLIC_URL` when it is one of the commune's, else its first; a local address without `PUBLIC_URL`. */
export function preferredHost(
  config: Pick<Config, "publicUrl" | "port">,
  hosts: readonly string[],
): string {
  const wanted = config.publicUrl && new URL(config.publicUrl).hostname;
  const host = hosts.find((one) => one === wanted) ?? hosts[0];
  return config.publicUrl ? (host ?? wanted ?? "") : `localhost:${config.port}`;
}
