import { dayOf } from "../../../platform/clock.ts";
import { whole } from "../../../platform/db/whole.ts";
import { redirect, type Answer } from "../../../platform/http/answer.ts";
import { post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { instantOf } from "../../scheduling/index.ts";
import { deskOf } from "../loans/letters.ts";
import { requireLoan } from "../loans/require.ts";
import { zoneOf } from "../loans/zone.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { endWarning, reassure, tellSwap } from "./short-letters.ts";
import { proposed } from "./settled.ts";
import { shortagesOf } from "./lacks.ts";
import { swap } from "./swap.ts";

/** Replaces what lacks to a loan, or asks its borrower first. Only what is proposed now is done: sent twice, it is done once. */
async function answer(ask: Ask): Promise<Answer> {
  const loan = await requireLoan(ask);
  const back = (notice: string) => redirect(ask.view.href(urls.desk), `reminding.${notice}`);
  const [from, to] = [ask.form.get("from"), ask.form.get("to")];
  const found = await proposed(ask.tx, ask.now, { loanId: loan.id, from, to });
  if (!found) return back("changed");
  const about = { loan, ...found };
  return back(ask.form.get("how") === "apply" ? await apply(ask, about) : await offer(ask, about));
}

type About = Parameters<typeof tellSwap>[2];
type Found = { loan: Parameters<typeof tellSwap>[1] } & Pick<About, "lack" | "shelf">;

async function offer(ask: Ask, { loan, ...found }: Found): Promise<string> {
  const forAt = instantOf(await zoneOf(ask.tx, loan.placeId), dayOf(ask.now), 0);
  const about = { ...found, kind: "offered" as const, forAt };
  return (await tellSwap(deskOf(ask), loan, about, ask.now)) ? "offered" : "offeredToday";
}

/** Who gets another model is told; the same one fetched elsewhere changes nothing, save for who was warned. */
async function apply(ask: Ask, { loan, ...found }: Found): Promise<string> {
  const outcome = await whole(ask.tx, () => swap(ask.tx, found.lack, found.shelf, handOf(ask)));
  if ("refused" in outcome) return "changed";
  const still = (await shortagesOf(ask.tx, ask.now)).some(({ lacks }) => lacks.some(({ loanId }) => loanId === loan.id)); // prettier-ignore
  const warned = still ? 0 : await endWarning(ask.tx, loan.id, ask.now);
  if (found.shelf.modelId !== found.lack.modelId)
    await tellSwap(deskOf(ask), loan, { ...found, kind: "replaced", forAt: ask.now }, ask.now);
  else if (warned) await reassure(deskOf(ask), loan);
  return "replaced";
}

export const swapRoutes: Route[] = [post(urls.swap(":id"), keepers, answer)];
