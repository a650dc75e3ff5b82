import { Breadcrumb, deskPage, EmptyState, RestScene, Stat, type View } from "../../../ui/index.ts";
import { euros } from "../../../ui/money.ts";
import { PeriodChooser, periodHeading } from "../../communes/index.ts";
import { urls as reports } from "../reports/urls.ts";
import { FileLinks } from "../sheets/links.tsx";
import { SheetTable, type Sheet } from "../sheets/sheet.tsx";
import { methodOf } from "./method.ts";
import { Method, PeriodState, StatementBody, Untold, type Asked, type StatementSeen } from "./parts.tsx"; // prettier-ignore
import type { Statement } from "./statements.ts";
import { urls } from "./urls.ts";

export type AnnexSeen = {
  asked: Asked;
  statements: readonly Statement[];
  sheet: Sheet;
  tariffs: Sheet;
  years: number;
};

/** What the commune gave in kind, association by association, for its accounts. */
export function annexPage(view: View, { asked, statements, sheet, tariffs, years }: AnnexSeen) {
  const { t, lang } = view;
  const title = t("reports:annex.title");
  const total = statements.reduce((sum, { totalCents }) => sum + totalCents, 0);
  const untold = statements.reduce((sum, one) => sum + one.untold, 0);
  return deskPage(
    view,
    { title, section: reports.all() },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("reports:title"), path: reports.all(asked.period) }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("reports:annex.lead")}</p>
      <PeriodState view={view} asked={asked} />
      <h2>{periodHeading(t, lang, asked.period)}</h2>
      {statements.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("reports:annex.empty")}>
          <p>{t("reports:annex.emptyHow")}</p>
        </EmptyState>
      ) : (
        <>
          <Stat
            value={euros(lang, total / 100)}
            words={t("reports:annex.words", { count: statements.length })}
          />
          <Untold view={view} count={untold} />
          <SheetTable view={view} caption={title} sheet={sheet} empty="" />
          <FileLinks
            view={view}
            about={title}
            path={(format) => urls.annexFile(format, asked.period)}
            pdf
          />
        </>
      )}
      <section class="flow push">
        <h2>{t("reports:annex.tariffs")}</h2>
        <SheetTable
          view={view}
          caption={t("reports:annex.tariffs")}
          sheet={tariffs}
          empty={t("reports:usage.none")}
        />
      </section>
      <Method view={view} lines={[...methodOf(t, years), t("reports:annex.law")]} />
      <PeriodChooser view={view} {...asked} path={urls.annex} />
    </>,
  );
}

/** The statement of one association at the desk: the rows behind its line. */
export function deskStatementPage(
  view: View,
  seen: StatementSeen & { association: { id: string; name: string } },
) {
  const { t } = view;
  const { association, asked } = seen;
  return deskPage(
    view,
    { title: association.name, section: reports.all() },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("reports:title"), path: reports.all(asked.period) },
          { words: t("reports:annex.title"), path: urls.annex(asked.period) },
        ]}
        here={association.name}
      />
      <h1>{association.name}</h1>
      <p class="lead">{t("reports:annex.one")}</p>
      <StatementBody
        view={view}
        {...seen}
        file={(format) => urls.oneFile(association.id, format, asked.period)}
      />
      <PeriodChooser view={view} {...asked} path={(one) => urls.one(association.id, one)} />
    </>,
  );
}
