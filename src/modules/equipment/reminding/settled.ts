import type { Tx } from "../../../platform/db/database.ts";
import type { ShortSeen } from "../board/short.tsx";
import { shelvesInstead, shortagesOf, type Lack } from "./lacks.ts";
import { noticesOf } from "./queries.ts";
import { swapsFor, type OtherShelf } from "./swaps.ts";

/** Shelves that are short as the board shows them: what may stand for what lacks, who was told. */
export async function shortSeen(tx: Tx, now: Date): Promise<ShortSeen[]> {
  const shortages = await shortagesOf(tx, now);
  const lacks = shortages.flatMap((one) => one.lacks);
  const shelves = await shelvesInstead(tx, lacks, now);
  const notices = await noticesOf(tx, lacks.map(({ loanId }) => loanId)); // prettier-ignore
  return shortages.map((shortage) => ({
    ...shortage,
    lacks: shortage.lacks.map((lack) => ({
      lack,
      swaps: settles(lack) ? swapsFor(lack, shelves) : [],
      notices: notices.filter(({ loanId, overAt }) => loanId === lack.loanId && !overAt),
    })),
  }));
}

/** What the town hall promised, and may replace. */
const settles = ({ owned, state }: Lack): boolean =>
  !owned && (state === "accepted" || state === "prepared");

/** What lacks to a loan of a shelf, and what is proposed from another one now; nothing when either changed meanwhile. */
export async function proposed(
  tx: Tx,
  now: Date,
  { loanId, from, to }: { loanId: string; from: string; to: string },
): Promise<{ lack: Lack; shelf: OtherShelf } | undefined> {
  const lack = (await shortagesOf(tx, now)).flatMap(({ lacks }) => lacks).find((one) => one.loanId === loanId && one.poolId === from); // prettier-ignore
  if (!lack || !settles(lack)) return undefined;
  const shelf = swapsFor(lack, await shelvesInstead(tx, [lack], now)).find(({ poolId }) => poolId === to); // prettier-ignore
  return shelf && { lack, shelf };
}
