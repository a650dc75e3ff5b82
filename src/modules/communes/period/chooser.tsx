import { TextField } from "../../../ui/fields.tsx";
import { Button, type FormState } from "../../../ui/form.tsx";
import type { View } from "../../../ui/view.ts";
import type { Period } from "../indicator.ts";
import { seasonAround } from "../season.ts";
import { before, yearAround } from "./periods.ts";
import { periodWords } from "./words.ts";

type Props = {
  view: View;
  period: Period;
  today: string;
  /** The address of the page over a period; without one, over the one it shows by itself. */
  path: (period?: Period) => string;
  /** What the page is asked beside the days, kept when they change. */
  kept?: Readonly<Record<string, string>>;
};

/** Other periods: the years and seasons at hand as links, any days by a form that asks by GET. */
export function PeriodChooser({ view, period, today, path, kept = {} }: Props) {
  const { t, lang } = view;
  const [year, season] = [yearAround(today), seasonAround(today)];
  const offered = [year, before(year), season, before(season)];
  const form: FormState = { values: { du: period.from, au: period.to }, errors: {} };
  return (
    <section class="flow push not-paper">
      <h2>{t("period:choose.title")}</h2>
      <ul class="row plain">
        {offered.map((one) => (
          <li>
            <a
              href={view.href(path(one))}
              aria-current={one.from === period.from && one.to === period.to ? "true" : undefined}
            >
              {periodWords(t, lang, one)}
            </a>
          </li>
        ))}
      </ul>
      <form class="form" method="get" action={view.href(path())}>
        {Object.entries(kept).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField view={view} form={form} name="du" type="date" label={t("period:choose.from")} />
        <TextField view={view} form={form} name="au" type="date" label={t("period:choose.to")} />
        <Button kind="secondary">{t("period:choose.do")}</Button>
      </form>
    </section>
  );
}
