import { momentWords } from "../../../ui/dates.ts";
import { French, Tag, type View } from "../../../ui/index.ts";
import type { Side } from "../who.ts";
import type { Allocation, AllocationState } from "./queries.ts";
import { ReportWords } from "./report-words.tsx";

const tones = { set_aside: "warning", out: "info", back: "success", lost: "error", exchanged: "success" } as const satisfies Record<AllocationState, string>; // prettier-ignore

/**
 * The units of a loan, how each left and how it came back, side by side. Who keeps them goes from each to its own page; `photoOf`: where who
 * reads it may see the photos.
 */
export function LoanUnits(props: {
  view: View;
  units: readonly Allocation[];
  kept?: Side;
  photoOf?: (fileId: string) => string;
}) {
  const { view, units, kept, ...photos } = props;
  const { t, href, lang } = view;
  if (!units.length) return null;
  return (
    <section class="flow">
      <h2>{t("equipment:loan.units")}</h2>
      {units.map((unit) => (
        <article class="card flow">
          <p class="row">
            <strong>
              {kept ? <a href={href(kept.urls.unit(unit.tag))}>{unit.tag}</a> : unit.tag}
            </strong>
            <span>
              <French view={view}>{unit.modelName}</French>
            </span>
            <Tag tone={tones[unit.state]}>{t(`equipment:loan.unit.${unit.state}`)}</Tag>
          </p>
          <div class="grid">
            {(["out", "back"] as const).map((way) => {
              const report = unit[way];
              return (
                report && (
                  <div class="flow">
                    <p class="soft">
                      {t(`equipment:loan.report.${way}`)} {momentWords(lang, report.at)}
                    </p>
                    <ReportWords view={view} report={report} {...photos} />
                  </div>
                )
              );
            })}
          </div>
        </article>
      ))}
    </section>
  );
}
