import { TextField } from "../../ui/fields.tsx";
import { Button, type FormState } from "../../ui/form.tsx";
import type { View } from "../../ui/view.ts";
import { before, seasonAround, yearAround, type Period } from "../communes/index.ts";
import { periodWords } from "./comparing.ts";
import type { IndicatorId } from "./ids.ts";
import { indicatorUrls } from "./urls.ts";

type Props = { view: View; id: IndicatorId; period: Period; today: string };

/** Other periods: the years and seasons at hand as links, any days by a form that asks by GET. */
export function PeriodChooser({ view, id, period, today }: Props) {
  const { t, lang } = view;
  const [year, season] = [yearAround(today), seasonAround(today)];
  const offered = [year, before(year), season, before(season)];
  const form: FormState = { values: { du: period.from, au: period.to }, errors: {} };
  return (
    <section class="flow push">
      <h2>{t("indicators:choose.title")}</h2>
      <ul class="row plain">
        {offered.map((one) => (
          <li>
            <a
              href={view.href(indicatorUrls.one(id, one))}
              aria-current={one.from === period.from && one.to === period.to ? "true" : undefined}
            >
              {periodWords(t, lang, one)}
            </a>
          </li>
        ))}
      </ul>
      <form class="form" method="get" action={view.href(indicatorUrls.one(id))}>
        <TextField
          view={view}
          form={form}
          name="du"
          type="date"
          label={t("indicators:choose.from")}
        />
        <TextField
          view={view}
          form={form}
          name="au"
          type="date"
          label={t("indicators:choose.to")}
        />
        <Button kind="secondary">{t("indicators:choose.do")}</Button>
      </form>
    </section>
  );
}
