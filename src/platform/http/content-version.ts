import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../log.ts";

/**
 * Content version of each commune as far as this process knows, kept current by PostgreSQL notifications.
 * While the listening connection is down every page is rendered anew (`current` is undefined).
 */
export type ContentVersions = {
  current: (communeId: number) => number | undefined;
  raise: (communeId: number) => void;
  close: () => Promise<void>;
};

export function followContentVersions(url: string, log: Log): ContentVersions {
  const versions = new Map<number, number>();
  let listening = false;
  const closing = new AbortController();
  const closed = (): boolean => closing.signal.aborted;
  let client: pg.Client | undefined;
  const raise = (communeId: number) =>
    void versions.set(communeId, (versions.get(communeId) ?? 0) + 1);
  const follow = async (): Promise<void> => {
    while (!closed()) {
      client = new pg.Client({ connectionString: url, keepAlive: true });
      const lost = new Promise<void>((resolve) => {
        client?.on("end", () => resolve());
        client?.on("error", () => resolve());
      });
      client.on("notification", (message) => raise(Number(message.payload)));
      try {
        await client.connect();
        await client.query("listen content");
        for (const communeId of versions.keys()) raise(communeId);
        listening = true;
        await lost;
      } catch (fault) {
        log.warn({ fault: String(fault) }, "content notifications unavailable");
      }
      listening = false;
      if (!closed()) await pause(500);
    }
  };
  void follow();
  return {
    current: (communeId) => (listening ? (versions.get(communeId) ?? 0) : undefined),
    raise,
    close: async () => {
      closing.abort();
      await client?.end().catch(() => undefined);
    },
  };
}
