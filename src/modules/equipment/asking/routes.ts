import { dayOf } from "../../../platform/clock.ts";
import { page, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone, associationMember } from "../../../platform/http/person.ts";
import { kitsOf } from "../kits/queries.ts";
import { urls } from "../urls.ts";
import { wishOf } from "./address.ts";
import { cataloguePage } from "./page.tsx";
import { answerRequest, send } from "./sending.ts";
import { dated, lentOver } from "./wishes.ts";

/** `refused`: what was asked of it cannot be gone on with. */
async function catalogue(ask: Ask, refused?: string): Promise<Answer> {
  const wish = wishOf((name) => ask.query.get(name) ?? "", ask.query.keys());
  const today = dayOf(ask.now);
  const lent = await lentOver(ask, wish.days ?? { from: today, until: today });
  const kits = await kitsOf(ask.tx, { shown: true });
  const problems = wish.wrong.map((one) => ({
    field: one === "from" ? "du" : "au",
    sentence: ask.t(`equipment:problem.${one}`),
  }));
  const form = {
    values: { du: wish.days?.from ?? wish.typed.from, au: wish.days?.until ?? wish.typed.until },
    errors: Object.fromEntries(problems.map(({ field, sentence }) => [field, sentence])),
  };
  return page(
    cataloguePage(ask.view, { wish, form, lent, kits, refused }),
    problems.length || refused ? 422 : 200,
  );
}

export const askingRoutes: Route[] = [
  get(urls.catalogue, anyone, (ask) => catalogue(ask)),
  get(urls.request, anyone, async (ask) => {
    const wish = dated((name) => ask.query.get(name) ?? "", ask.query.keys());
    return wish ? answerRequest(ask, wish) : catalogue(ask, ask.t("equipment:problem.nothing"));
  }),
  post(urls.request, associationMember, send),
];
