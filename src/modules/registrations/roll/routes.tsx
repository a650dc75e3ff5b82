import { page, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { shownOf } from "../enrolling/part.tsx";
import { markCancelled } from "../opening/write.ts";
import { registrationsOf, standing } from "../record/queries.ts";
import { cancel } from "../record/write.ts";
import { tell } from "../telling/letters.ts";
import { urls } from "../urls.ts";
import { cancelAllPage } from "./add-page.tsx";
import { callsOf } from "./calls.ts";
import { homePage } from "./home-page.tsx";
import { deciding, requireOpening, sides, type Keeping } from "./keeping.ts";
import { presenceDay } from "./presences.ts";
import { rollOf } from "./roll-page.tsx";
import { shownOne, toRoll } from "./showing.ts";

async function answerRoll(ask: Ask, keeping: Keeping): Promise<Answer> {
  const opening = await requireOpening(ask, keeping);
  const one = await shownOne(ask, keeping, opening);
  const mails = ask.house.config.smtpUrl !== undefined;
  if (!keeping.reads) return page(rollOf(ask.view, { keeping, one, mails }));
  const registrations = await registrationsOf(ask.tx, { openingId: opening.id });
  const calls = await callsOf(ask.tx, opening.id);
  const day = await presenceDay(ask, keeping, opening);
  return page(rollOf(ask.view, { keeping, one, registrations, calls, mails, presenceDay: day }));
}

async function cancelAll(ask: Ask, keeping: Keeping): Promise<Answer> {
  const opening = await requireOpening(ask, keeping, true);
  if (opening.cancelledAt) return toRoll(ask, keeping, opening.id, "all_cancelled");
  const word = ask.form.get("word").slice(0, 300) || null;
  const people = standing(await registrationsOf(ask.tx, { openingId: opening.id }));
  // Those who wait first: what the others give back is then offered to nobody.
  for (const one of people.toReversed()) await cancel(ask.tx, one, "opening", keeping.by);
  await markCancelled(ask.tx, opening, word, keeping.by);
  await tell(ask.house, ask.tx, people, "cancelled", { word, now: ask.now });
  return toRoll(ask, keeping, opening.id, "all_cancelled");
}

/** Who registered, for the association alone; how many, for the town hall too. */
export const rollRoutes: Route[] = sides.flatMap(({ base, who, find }) => {
  const at = (address: (base: string, activity: string, opening: string) => string) =>
    address(base, ":activity", ":opening");
  const decides = (work: (ask: Ask, keeping: Keeping) => Promise<Answer>) => async (ask: Ask) =>
    work(ask, deciding(await find(ask)));
  return [
    get(urls.home(base, ":activity"), who, async (ask) => {
      const keeping = await find(ask);
      return page(homePage(ask.view, keeping, await shownOf(ask, keeping.activity)));
    }),
    get(at(urls.one), who, async (ask) => answerRoll(ask, await find(ask))),
    get(
      at(urls.cancelling),
      who,
      decides(async (ask, keeping) => {
        const one = await shownOne(ask, keeping, await requireOpening(ask, keeping));
        return page(cancelAllPage(ask.view, { keeping, one, form: { values: {}, errors: {} } }));
      }),
    ),
    post(at(urls.cancelling), who, decides(cancelAll)),
  ];
});
