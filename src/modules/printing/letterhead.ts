import { dayOf } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";
import { longDay } from "../../ui/dates.ts";
import { tenantOf } from "../communes/index.ts";

/** What every document says of the commune that makes it. */
export type Letterhead = {
  commune: string;
  sender: string;
  lines: string[];
  colour: string;
  printedOn: string;
};

export async function letterheadOf(tx: Tx, communeId: number, at: Date): Promise<Letterhead> {
  const { view, senderName } = await tenantOf(tx, communeId, at);
  const row = await tx
    .selectFrom("commune")
    .select(["color_primary", "address"])
    .where("commune_id", "=", communeId)
    .executeTakeFirstOrThrow();
  const lines = [...(row.address ?? "").split("\n"), view.phone, view.email];
  return {
    commune: view.name,
    sender: senderName,
    lines: lines.filter((line): line is string => Boolean(line?.trim())),
    colour: row.color_primary,
    printedOn: longDay("fr", dayOf(at)),
  };
}
