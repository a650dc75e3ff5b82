import { PostgresDialect } from "kysely";
import type pg from "pg";

/** Asked so often, a statement is planned once a connection rather than each time. */
const often = 16;
/** Each takes some tens of kilobytes in every connection; texts without end (a list of values) must not. */
const most = 400;

const asked = new Map<string, number>();
const names = new Map<string, string>();

/** What is worth planning once: neither words of a transaction, nor several statements in one text, which have no values. */
const isOne = (text: string, values: readonly unknown[]): boolean =>
  values.length > 0 || (/^\s*select\b/i.test(text) && !text.includes(";"));

/** The name a statement asked often is prepared under; nothing for the others. */
function nameOf(text: string, values: readonly unknown[]): string | undefined {
  const known = names.get(text);
  if (known || names.size >= most || !isOne(text, values)) return known;
  const times = (asked.get(text) ?? 0) + 1;
  if (asked.size >= 10 * most) asked.clear();
  asked.set(text, times);
  if (times < often) return undefined;
  asked.delete(text);
  const name = `often_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** What a dialect asks of a pool, whether it is one or opens when it is first asked. */
export type Connections = { connect: () => Promise<Connection>; end: () => Promise<void> };
type Connection = Pick<pg.PoolClient, "release"> & {
  query: (asked: string | pg.QueryConfig, values?: unknown[]) => Promise<unknown>;
};

/** A dialect whose statements are prepared once they have been asked often. */
export function preparingDialect(pool: Connections): PostgresDialect {
  const connect = async () => {
    const client = await pool.connect();
    const query = (text: string, values: unknown[]) => {
      const name = nameOf(text, values);
      return name ? client.query({ name, text, values }) : client.query(text, values);
    };
    return { query, release: (fault?: Error) => client.release(fault) };
  };
  const preparing = { connect, end: () => pool.end() };
  return new PostgresDialect({ pool: preparing as unknown as pg.Pool });
}
