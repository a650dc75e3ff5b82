import { Alert, Refused, Stat } from "../../../ui/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { EmptyState, RestScene, type View } from "../../../ui/index.ts";
import { euros } from "../../../ui/money.ts";
import { periodHeading, type Period } from "../../communes/index.ts";
import { FileLinks } from "../sheets/links.tsx";
import { SheetTable, type Sheet } from "../sheets/sheet.tsx";
import { methodOf } from "./method.ts";
import type { Statement } from "./statements.ts";

export type Asked = {
  period: Period;
  today: string;
  /** The period of the address was refused, and this is why. */
  refused: string | undefined;
};

export type StatementSeen = {
  asked: Asked;
  statement: Statement | undefined;
  sheet: Sheet;
  years: number;
};

/** A statement as it is read, by the association and at the desk: the sum, the lines, their files, how it is worked out. */
export function StatementBody(
  props: StatementSeen & { view: View; file: (format: string) => string },
) {
  const { view, asked, statement, sheet, years } = props;
  const { t, lang } = view;
  const total = statement?.totalCents ?? 0;
  return (
    <>
      <PeriodState view={view} asked={asked} />
      <h2>{periodHeading(t, lang, asked.period)}</h2>
      {sheet.lines.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("inkind:empty")}>
          <p>{t("inkind:emptyHow")}</p>
        </EmptyState>
      ) : (
        <>
          <Stat value={euros(lang, total / 100)} words={t("inkind:words")} />
          <Untold view={view} count={statement?.untold ?? 0} />
          <SheetTable view={view} caption={t("inkind:caption")} sheet={sheet} empty="" />
          <FileLinks view={view} about={t("inkind:title")} path={props.file} pdf />
        </>
      )}
      <Method view={view} lines={methodOf(t, years)} />
    </>
  );
}

/** Lines without a tariff are told, never hidden. */
export function Untold({ view, count }: { view: View; count: number }) {
  if (count === 0) return null;
  return (
    <Alert view={view} kind="warning" title={view.t("inkind:untold", { count })}>
      <p>{view.t("inkind:untoldHow")}</p>
    </Alert>
  );
}

export function Method({ view, lines }: { view: View; lines: readonly string[] }) {
  return (
    <section class="flow push">
      <h2>{view.t("inkind:methodTitle")}</h2>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  );
}

/** What is wrong with the days asked for, or that they are not over. */
export function PeriodState({ view, asked }: { view: View; asked: Asked }) {
  const { refused, period, today } = asked;
  return (
    <>
      <Refused view={view} sentence={refused} />
      {!refused && period.to >= today && (
        <Alert view={view} kind="info">
          <p>{view.t("inkind:running", { date: longDay(view.lang, today) })}</p>
        </Alert>
      )}
    </>
  );
}
