import { French, ResultItem, Results, Tag, type View } from "../../../ui/index.ts";
import type { Line } from "../edit/list-page.tsx";
import { agesOf } from "../record/rules.ts";
import { urls } from "../urls.ts";
import { agesWords, priceWords } from "../words.ts";

/** Activities as residents read them: what, when, where, for whom, at what price. */
export const activityList = (view: View, lines: readonly Line[]) => {
  const { t, href, lang } = view;
  return (
    <section class="flow" aria-labelledby="activites">
      <h2 id="activites">{t("activities:list.title")}</h2>
      <Results>
        {lines.map(({ activity, hours, place }) => (
          <ResultItem
            level={3}
            title={<French view={view}>{activity.fields.title}</French>}
            href={href(urls.activity(activity.slug))}
            facts={[
              ...(hours.length ? hours : [t("activities:list.noHours")]).map((words) => ({
                icon: "clock" as const,
                words,
              })),
              ...(place
                ? [{ icon: "place" as const, words: <French view={view}>{place}</French> }]
                : []),
              ...[agesWords(t, lang, agesOf(activity))]
                .filter((words) => words !== undefined)
                .map((words) => ({ icon: "people" as const, words })),
              ...[priceWords(t, lang, activity.fields)]
                .filter((words) => words !== undefined)
                .map((words) => ({ icon: "euro" as const, words })),
            ]}
            tags={
              activity.told && activity.confirmedOn === null ? (
                <Tag icon="wait">{t("activities:find.unconfirmed")}</Tag>
              ) : undefined
            }
          />
        ))}
      </Results>
    </section>
  );
};
