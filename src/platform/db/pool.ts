import pg from "pg";

/**
 * A pool that outlives its connections: one that breaks fails its own query and nothing else. What is asked of a connection at once
 * goes without waiting for the answers before it; what copies rows in or out needs a connection of another kind.
 */
export function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, keepAlive: true, pipeline: true });
  pool.on("error", () => undefined);
  // Without a listener of its own, a connection that breaks while it works would end the whole program.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
