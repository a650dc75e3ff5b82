import { deskPage } from "../../ui/desk-layout.tsx";
import { Stat } from "../../ui/chart.tsx";
import { Tag } from "../../ui/alert.tsx";
import type { View } from "../../ui/view.ts";
import { periodWords, type Period, type Reading } from "../communes/index.ts";
import { axisOfIndicator, indicatorIds, type IndicatorId } from "./ids.ts";
import { indicatorUrls } from "./urls.ts";
import { nameOf } from "./words.ts";

const axes = ["1", "2", "3", "4", "5", "6", "7"] as const;

export type SteeringPage = {
  period: Period;
  readings: ReadonlyMap<string, Reading>;
  /** How many figures were declared for an indicator. */
  declared: ReadonlyMap<string, number>;
  /** Figures of the rooms beside the 21, for those who may read them. */
  others: readonly {
    title: string;
    path: string;
    reading: Pick<Reading, "value" | "words" | "note">;
  }[];
};

/** The 21 indicators by axis: a sentence for those computed, the truth for the others. */
export function steeringPage(view: View, data: SteeringPage): string {
  const { t, lang } = view;
  return deskPage(
    view,
    {
      title: t("indicators:title"),
      section: indicatorUrls.all,
    },
    <>
      <h1>{t("indicators:title")}</h1>
      <p class="lead">{t("indicators:lead", { period: periodWords(t, lang, data.period) })}</p>
      {axes.map((axis) => (
        <section class="flow push">
          <h2>{t(`commitments:axis.${axis}.title`)}</h2>
          <ul class="grid plain">
            {indicatorIds
              .filter((id) => axisOfIndicator(id) === axis)
              .map((id) => (
                <Item view={view} id={id} data={data} />
              ))}
          </ul>
        </section>
      ))}
      {data.others.length > 0 && (
        <section class="flow push">
          <h2>{t("indicators:beside")}</h2>
          <ul class="grid plain">
            {data.others.map(({ title, path, reading }) => (
              <li>
                <div class="card card-link">
                  <h3>
                    <a href={view.href(path)}>{title}</a>
                  </h3>
                  <Stat value={reading.value} words={reading.words} note={reading.note} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

function Item({ view, id, data }: { view: View; id: IndicatorId; data: SteeringPage }) {
  const { t } = view;
  const reading = data.readings.get(id);
  const declared = data.declared.get(id) ?? 0;
  return (
    <li>
      <div class="card card-link">
        <h3>
          <a href={view.href(indicatorUrls.one(id, data.period))}>
            {id} {nameOf(t, id)}
          </a>
        </h3>
        {reading ? (
          <Stat value={reading.value} words={reading.words} note={reading.note} />
        ) : (
          <div class="row">
            <Tag icon="wait">{t("indicators:notComputed")}</Tag>
            {declared > 0 && (
              <span class="soft">{t("indicators:declared.count", { count: declared })}</span>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
