import type { HomePart, ListingPart } from "../../communes/index.ts";
import { newsOf } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { NewsLines } from "./list-page.tsx";

const latest = 2;

/** What the home page tells of the news. */
export const newsAtHome: HomePart = async ({ tx, view }) => {
  const items = await newsOf(tx, { states: ["published"], limit: latest });
  if (!items.length) return undefined;
  return (
    <section class="flow">
      <h2>{view.t("news:title")}</h2>
      <NewsLines view={view} items={items} level={3} />
      <p>
        <a href={view.href(urls.list)}>{view.t("news:more")}</a>
      </p>
    </section>
  );
};

/** What the page of an association tells of what it did. */
export const newsPart: ListingPart = async ({ tx, view }, association) => {
  const items = await newsOf(tx, {
    states: ["published"],
    association: association.id,
    limit: latest,
  });
  if (!items.length) return undefined;
  return (
    <section class="flow">
      <h2>{view.t("news:of")}</h2>
      <NewsLines view={view} items={items} level={3} />
    </section>
  );
};
