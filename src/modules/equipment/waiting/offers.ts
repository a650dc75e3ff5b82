import type { House } from "../../../platform/http/ask.ts";
import type { SeatOwner } from "../../scheduling/index.ts";
import { deskByClock } from "../loans/letters.ts";
import { loansOf } from "../loans/queries.ts";
import { owner } from "../pools/stock.ts";
import { endWait } from "./answer.ts";
import { tellWait } from "./letters.ts";

/** Says to who waits for a loan that it is free for them until a moment, that it no longer is, or that they wait no more. A service is called by an agent. */
export const equipmentSeats = (house: Pick<House, "words" | "config">): SeatOwner => ({
  owner,
  onOffered: async (tx, offered, at) => {
    const desk = await deskByClock(house, tx, at);
    for (const { seatId, until } of offered)
      for (const loan of await loansOf(tx, { seatId }))
        await tellWait(desk, loan, "offered", until);
  },
  onWithdrawn: async (tx, withdrawn, at) => {
    const desk = await deskByClock(house, tx, at);
    for (const { seatId } of withdrawn)
      for (const loan of await loansOf(tx, { seatId })) await tellWait(desk, loan, "withdrawn");
  },
  onLeft: async (tx, left, at) => {
    const desk = await deskByClock(house, tx, at);
    for (const { seatId, why } of left) {
      const ended = why === "unanswered" ? "unanswered" : "late";
      for (const loan of await loansOf(tx, { seatId }))
        if (await endWait(tx, loan, ended, { actor: { kind: "system" }, at }))
          await tellWait(desk, loan, ended);
    }
  },
});
