import type { Tx } from "../../../platform/db/database.ts";
import type { Ask } from "../../../platform/http/ask.ts";

/** Rows read at a time. */
const slice = 200;

/** A long list, a slice after the other. */
export function* sliced(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += slice) yield ids.slice(from, from + slice);
}

/**
 * Rows of a long list, a slice a transaction: a slow reader holds no connection. What goes meanwhile is left out; the mark
 * of the answer is then no longer that of the site, so that a later reading sees it.
 */
export async function* slicesOf<Row>(
  ask: Pick<Ask, "house" | "tenant">,
  ids: readonly string[],
  read: (tx: Tx, ids: readonly string[]) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (const some of sliced(ids))
    yield await ask.house.database.readSlice(ask.tenant.id, (tx) => read(tx, some));
}

/** Text that leaves as it is made, as fast as it is read. */
export function streamed(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}
