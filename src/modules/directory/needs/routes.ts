import { page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { staff } from "../../../platform/http/person.ts";
import { monthsBefore } from "../rules.ts";
import { urls } from "../urls.ts";
import { editors } from "../vocabulary/routes.ts";
import { needsPage } from "./pages.tsx";
import { needsSince } from "./queries.ts";

const monthsShown = 6;

export const needsRoutes: Route[] = [
  get(urls.needs, staff("referent", "communication", "front_desk", "elected"), async (ask) => {
    const today = ask.now.toISOString().slice(0, 10);
    return page(
      needsPage(
        ask.view,
        await needsSince(ask.tx, monthsBefore(today, monthsShown)),
        editors.allows(ask.person),
      ),
    );
  }),
];
