import { dayOf } from "../../../platform/clock.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { loansOf } from "../loans/queries.ts";
import { partsOf } from "../parts/queries.ts";
import { shortSeen } from "../reminding/settled.ts";
import { unreachable } from "../reminding/queries.ts";
import { unitsOf } from "../units/queries.ts";
import { tagOf } from "../units/tags.ts";
import { upkeepDue } from "../upkeep/queries.ts";
import { urls } from "../urls.ts";
import { keepers } from "../who.ts";
import { waitsCount } from "../waiting/queries.ts";
import { boardOf } from "./board.ts";
import { boardPage } from "./page.tsx";
import { anyUnit, waitingUnits } from "./queries.ts";

/** `unknown`: the tag that was typed and is nobody's. */
async function answer(ask: Ask, unknown?: string): Promise<Answer> {
  const { tx, now } = ask;
  const [loans, units, short, due, low, lost, places, waiting, stocked] = await Promise.all([
    loansOf(tx, { states: ["asked", "accepted", "prepared", "out"] }, 1000),
    waitingUnits(tx),
    shortSeen(tx, now),
    upkeepDue(tx, dayOf(now)),
    partsOf(tx, { low: true }),
    unreachable(tx),
    lendingPlacesOf(tx),
    waitsCount(tx),
    anyUnit(tx),
  ]);
  const errors = unknown ? { etiquette: ask.t("custody:board.unknown", { tag: unknown }) } : {};
  const seen = {
    board: boardOf(loans, now),
    units,
    short,
    keeping: { due: due.length, low: low.length },
    unreachable: lost,
    missing: !places.length ? ("place" as const) : stocked ? undefined : ("model" as const),
    waiting,
    now,
    form: { values: { etiquette: unknown ?? "" }, errors },
  };
  return page(boardPage(ask.view, seen), unknown ? 422 : 200);
}

export const boardRoutes: Route[] = [
  get(urls.desk, keepers, (ask) => answer(ask)),
  get(urls.findUnit, keepers, async (ask) => {
    const tag = tagOf(ask.query.get("etiquette") ?? "");
    const [unit] = tag ? await unitsOf(ask.tx, { tag }) : [];
    return unit ? redirect(ask.view.href(urls.unit(unit.tag))) : answer(ask, tag || undefined);
  }),
];
