import { French, Tag, type View } from "../../../ui/index.ts";
import type { Report } from "./queries.ts";

const tones = { good: "success", worn: "warning", broken: "error" } as const;

/** How a unit was: its condition, what was missing, what was said, its photos. `photoOf`: where who reads it may see them. */
export function ReportWords(props: {
  view: View;
  report: Report;
  photoOf?: (fileId: string) => string;
}) {
  const { view, report, photoOf = (id) => `/fichiers/${id}` } = props;
  const { t } = view;
  const { condition, missing, words, fileIds } = report;
  return (
    <>
      {condition && <Tag tone={tones[condition]}>{t(`equipment:condition.${condition}`)}</Tag>}
      {missing.length > 0 && (
        <p>{t("equipment:condition.lacks", { pieces: missing.join(", ") })}</p>
      )}
      {words && (
        <p>
          <French view={view}>{words}</French>
        </p>
      )}
      {fileIds.map((id) => (
        <a href={photoOf(id)}>
          <img
            src={photoOf(id)}
            alt={t("equipment:condition.photo")}
            class="report-photo"
            loading="lazy"
          />
        </a>
      ))}
    </>
  );
}
