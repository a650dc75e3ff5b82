import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Form,
  Refused,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { Borrower } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { keptPage, loanTrail } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import type { Allocation } from "./queries.ts";
import { ReportFields } from "./report-fields.tsx";

export type ReturnSeen = {
  side: Side;
  loan: Loan;
  /** Units that are out. */
  out: readonly Allocation[];
  form: FormState;
  refused?: string;
};

export const returnForm = (out: readonly Allocation[]): FormState => ({
  values: Object.fromEntries(out.map(({ id }) => [`c_${id}`, "good"])),
  errors: {},
});

/** What comes back: each unit as it is, not yet, or lost. */
export function returnPage(view: View, { side, loan, out, form, refused }: ReturnSeen): string {
  const { t, href, lang } = view;
  const title = t("handing:takingBack.title");
  return keptPage(
    view,
    side,
    { title, form, refused },
    <>
      <Breadcrumb view={view} trail={loanTrail(view, side, loan)} here={title} />
      <h1>{title}</h1>
      <p>
        <Borrower view={view} side={side} loan={loan} />, {t("handing:takingBack.due")}{" "}
        {momentWords(lang, loan.until)}
      </p>
      <Refused view={view} sentence={refused} />
      <Form view={view} form={form} action={href(side.urls.takingBack(loan.id))} files>
        {out.map((unit) => (
          <section class="flow">
            {unit.out && (unit.out.words ?? unit.out.missing.length > 0) && (
              <p class="soft">
                {unit.tag}, {t("handing:takingBack.left")}{" "}
                {[unit.out.words, ...unit.out.missing.map((piece) => t("handing:report.lacks", { piece }))] // prettier-ignore
                  .filter(Boolean)
                  .join(", ")}
              </p>
            )}
            <ReportFields
              view={view}
              form={form}
              of={unit.id}
              label={`${unit.tag}, ${unit.modelName}`}
              pieces={unit.pieces}
              back
            />
          </section>
        ))}
        <Actions>
          <Button icon="done">{t("handing:takingBack.do")}</Button>
          <ButtonLink kind="quiet" href={href(side.urls.deskLoan(loan.id))}>
            {t("handing:leave")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
