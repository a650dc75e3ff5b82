import { ButtonLink, EmptyState, NothingFoundScene, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { activityParams, activitySearchUrl, blankSearch } from "./address.ts";
import type { ActivitiesShown } from "./page.tsx";

/** Nothing found: without the filters, near words, the whole agenda, the associations. */
export function Nothing({
  view,
  shown: { search, found },
}: {
  view: View;
  shown: ActivitiesShown;
}) {
  const { t, href } = view;
  const near = [...new Set(found.suggested)].slice(0, 4);
  const bare = { ...blankSearch, text: search.text };
  const filtered = activityParams({ ...search, text: "", page: 1 }).length > 0;
  return (
    <EmptyState
      scene={<NothingFoundScene />}
      title={t(filtered || search.text ? "activities:find.nothing" : "activities:find.empty")}
    >
      {filtered && (
        <p>
          <a href={href(activitySearchUrl(bare))}>{t("activities:find.unfiltered")}</a>
        </p>
      )}
      {near.length > 0 && (
        <>
          <p>{t("directory:nothing.near")}</p>
          <ul class="chips">
            {near.map((word) => (
              <li>
                <a class="chip" href={href(activitySearchUrl(search, { text: word }))}>
                  {word}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        <ButtonLink
          href={href(search.text ? `/annuaire?q=${encodeURIComponent(search.text)}` : "/annuaire")}
        >
          {t("activities:find.associations")}
        </ButtonLink>
        <ButtonLink kind="secondary" href={href(urls.agenda)}>
          {t("activities:find.agenda")}
        </ButtonLink>
      </div>
    </EmptyState>
  );
}
