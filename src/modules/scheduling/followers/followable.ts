import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";

/** What a series is for those who follow it, said by the room that keeps it. */
export type Followable = {
  seriesId: string;
  title: (t: Translate) => string;
  /** Where it happens, a line or more. */
  place: string | null;
  /** Its page. */
  path: string;
  /** Whether residents read that page now. */
  shown: boolean;
};

/** Says what these series are, those that are its own; what it removed is not among them. */
export type DatesOwner = (tx: Tx, seriesIds: readonly string[]) => Promise<Followable[]>;

/** What a series is, whoever keeps it; nothing when it was removed. */
export async function followableOf(
  tx: Tx,
  owners: readonly DatesOwner[],
  seriesId: string,
): Promise<Followable | undefined> {
  for (const owner of owners) {
    const [found] = await owner(tx, [seriesId]);
    if (found) return found;
  }
  return undefined;
}
