import { notFound, redirect, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { countsOf } from "../../scheduling/index.ts";
import type { Shown } from "../enrolling/part.tsx";
import { aboutOpening } from "../opening/about.ts";
import type { DatedOpening } from "../opening/queries.ts";
import { urls } from "../urls.ts";
import type { Keeping } from "./keeping.ts";

/** One opening with how full it is. */
export async function shownOne(
  ask: Ask,
  { activity }: Keeping,
  opening: DatedOpening,
): Promise<Shown> {
  const about = await aboutOpening(ask, opening, activity);
  const counts = (await countsOf(ask.tx, [opening.counterId], ask.now)).get(opening.counterId);
  return about && counts ? { ...about, counts } : notFound();
}

/** Back to the list, with what was done. */
export const toRoll = (
  ask: Ask,
  { programme, activity }: Keeping,
  openingId: string,
  notice: string,
): Answer =>
  redirect(ask.view.href(urls.one(programme.base, activity.id, openingId)), `roll.${notice}`);
