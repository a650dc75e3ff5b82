import { mayReplay, openDatabase, type Database, type Tx } from "../../../platform/db/database.ts";

export const levels = ["read committed", "repeatable read", "serializable"] as const;

/** How often a transaction was begun again, and how often the site would have given up: an answer 500. */
type Retries = { replays: number; gaveUp: number };
export type Pressed = Database & { retries?: Retries };

/** The site's database, every transaction at a level. */
export function databaseAt(
  url: string,
  level: (typeof levels)[number],
  connections: number,
): Database & { retries: Retries } {
  const options = encodeURIComponent(
    `-c default_transaction_isolation=${level.replace(" ", "\\ ")}`,
  );
  const retries: Retries = { replays: 0, gaveUp: 0 };
  const onReplay = () => void (retries.replays += 1);
  const at = `${url}${url.includes("?") ? "&" : "?"}options=${options}`;
  return { ...openDatabase(at, { connections, onReplay }), retries };
}

/** Writes until it is done: where the site would show an error after five tries, a client comes back. */
export const persist = <T>(database: Pressed, communeId: number, work: (tx: Tx) => Promise<T>) =>
  again(database, () => database.write(communeId, work));

/** What only reads is told to begin again too, where transactions follow one another. */
async function again<T>({ retries }: Pressed, work: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await work();
    } catch (fault) {
      if (!mayReplay(fault)) throw fault;
      if (retries) retries.gaveUp += 1;
    }
}

/** The same house for what works by the clock, as patient as a client. */
export const patient = (database: Pressed): Database => ({
  ...database,
  write: (id, work) => persist(database, id, work),
  read: (id, work) => again(database, () => database.read(id, work)),
});
