import type { Waiting } from "../../communes/index.ts";
import { bookingsOf } from "../booking/queries.ts";
import { keepers } from "../desk/who.ts";
import { urls } from "../urls.ts";

/** Who waited, is offered what they asked for, and left a number only: to be called before the offer ends. */
export const resourcePlaceWaiting: Waiting = async ({ tx, t, person, now }) => {
  if (!keepers.allows(person)) return [];
  const coming = await bookingsOf(tx, { from: now, standing: true, waiting: true });
  return coming.flatMap((one) =>
    one.email === null && one.offeredUntil !== null && one.offeredUntil > now
      ? {
          key: `booking:${one.id}`,
          path: `${urls.place(one.placeId)}#attente`,
          icon: "phone" as const,
          words: t("resourcedesk:waits.toCall", { what: one.bookable, name: one.name ?? "" }),
          association: one.association,
          since: one.createdAt,
          rank: 1 as const,
        }
      : [],
  );
};
