import { dayOf } from "../../../platform/clock.ts";
import { notFound, page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { anyone } from "../../../platform/http/person.ts";
import { lendingRules } from "../rules/queries.ts";
import { rulesOfModel } from "../rules/rules.ts";
import { urls } from "../urls.ts";
import { freeWeeks } from "./calendar.ts";
import { modelCalendarPage } from "./calendar-page.tsx";
import { lentAt } from "./lent-at.ts";
import { publicModelPage } from "./public-page.tsx";
import { modelsOf } from "./queries.ts";

/** The page of one model; those of `/materiel` with a name of their own come before it. */
export const publicModelRoutes: Route[] = [
  get(urls.model(":slug"), anyone, async (ask) => {
    const slug = ask.params["slug"] ?? "";
    const [model] = slug ? await modelsOf(ask.tx, { slug, shown: true }) : [];
    if (!model) return notFound();
    ask.count("equipment", model.id);
    const rules = rulesOfModel(await lendingRules(ask.tx), model);
    const places = await lentAt(ask.tx, model.id, ask.now);
    return page(publicModelPage(ask.view, { model, rules, places, today: dayOf(ask.now) }));
  }),
  get(urls.modelCalendar(":slug"), anyone, async ({ tx, now, view, params }) => {
    const [model] = await modelsOf(tx, { slug: params["slug"] ?? "", shown: true });
    if (!model || model.onSiteOnly) return notFound();
    const { bufferMinutes } = rulesOfModel(await lendingRules(tx), model);
    const places = await lentAt(tx, model.id, now);
    const weeks = await freeWeeks(tx, places, { today: dayOf(now), now, bufferMinutes });
    return page(
      modelCalendarPage(view, {
        model,
        places: places.map((place, nth) => ({ ...place, weeks: weeks[nth] ?? [] })),
      }),
    );
  }),
];

/** Addresses of equipment for search engines: the catalogue, each model shown. */
export const equipmentAddresses = async (tx: Tx, most: number): Promise<string[]> => [
  urls.catalogue,
  ...(await modelsOf(tx, { shown: true })).slice(0, most).map(({ slug }) => urls.model(slug)),
];
