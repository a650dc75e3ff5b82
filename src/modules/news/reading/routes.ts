import { notFound, page } from "../../../platform/http/answer.ts";
import { get, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { newsKinds } from "../codes.ts";
import { countNews, newsOf } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { listPage } from "./list-page.tsx";
import { newsPage } from "./page.tsx";

const perPage = 20;
const published = ["published"] as const;

export const readingRoutes: Route[] = [
  get(
    urls.list,
    anyone,
    async (ask) => {
      const kind = newsKinds.find((one) => one === ask.query.get("genre"));
      const count = await countNews(ask.tx, { states: published, kind });
      const pages = Math.max(1, Math.ceil(count / perPage));
      const number = Math.min(pages, Math.max(1, Math.trunc(Number(ask.query.get("page"))) || 1));
      ask.count("news");
      const items = await newsOf(ask.tx, {
        states: published,
        kind,
        limit: perPage,
        offset: (number - 1) * perPage,
      });
      return page(listPage(ask.view, { items, kind, count, page: number, pages }));
    },
    { cached: true },
  ),
  get(
    urls.item(":slug"),
    anyone,
    async (ask) => {
      const [item] = await newsOf(ask.tx, {
        slug: ask.params["slug"] ?? "",
        states: published,
      });
      if (!item) return notFound();
      ask.count("news", item.id);
      return page(newsPage(ask.view, item));
    },
    { cached: true },
  ),
];
