import type { ResultsPart } from "../../communes/index.ts";
import { urls } from "../urls.ts";
import { searchNeighbours } from "./ask.ts";
import { NeighbourLines } from "./lines.tsx";

const shown = 5;

/** What the directory says of neighbours: a way to their list, and what they have when it finds little. */
export const neighboursBeside: ResultsPart = {
  link: ({ tenant, view }) =>
    tenant.outside.neighbours ? (
      <a href={view.href(urls.list)}>{view.t("exchange:link")}</a>
    ) : undefined,
  few: async (ask, search) => {
    if (!ask.tenant.outside.neighbours) return undefined;
    const { t, href } = ask.view;
    const { total, lines } = await searchNeighbours(ask, { ...search, size: shown });
    if (!total) return undefined;
    return (
      <section class="flow">
        <h2>{t("exchange:title")}</h2>
        <p class="soft">{t("exchange:lead")}</p>
        <NeighbourLines view={ask.view} lines={lines} level={3} />
        {total > lines.length && search.text && (
          <p>
            <a href={href(urls.search(search.text))}>{t("exchange:more", { count: total })}</a>
          </p>
        )}
      </section>
    );
  },
};
