import type { Translate } from "../../platform/i18n/index.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Weight } from "./document.ts";

/**
 * What another room adds to the search of associations. Asked each time documents of some associations are written again: it
 * writes its own in the same transaction, and gives the words by which each association is also found.
 */
export type SearchBeside = {
  refresh: (
    tx: Tx,
    associationIds: readonly string[],
    given: { t: Translate; today: string },
  ) => Promise<ReadonlyMap<string, readonly (readonly [Weight, string])[]>>;
  /** Writes its totals again, once its documents are. */
  summarise: (tx: Tx, today: string) => Promise<void>;
  /** Addresses of its own public pages, for search engines. */
  addresses: (tx: Tx, most: number) => Promise<readonly string[]>;
  /** Each night: the associations whose words time alone has changed. */
  aged: (tx: Tx, today: string) => Promise<readonly string[]>;
};
