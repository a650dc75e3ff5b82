import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  Refused,
  SelectField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { Borrower, linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { urls } from "../urls.ts";
import { ReportFields } from "./report-fields.tsx";
import type { Slot } from "./slots.ts";

export type GiveSeen = { loan: Loan; slots: readonly Slot[]; form: FormState; refused?: string };

/** The form as it begins: units set aside or proposed, all in good condition. */
export const givenForm = (slots: readonly Slot[]): FormState => ({
  values: Object.fromEntries(
    slots.flatMap(({ key, unitId }) => [
      [`u_${key}`, unitId],
      [`c_${key}`, "good"],
    ]),
  ),
  errors: {},
});

/** Units put together for a loan, by shelf. */
export const preparePage = (view: View, seen: GiveSeen): string =>
  givePage(view, seen, "preparation");

/** Units handed over, each as it is when it leaves. */
export const handOverPage = (view: View, seen: GiveSeen): string =>
  givePage(view, seen, "handingOver");

function givePage(view: View, seen: GiveSeen, act: "preparation" | "handingOver"): string {
  const { t, href, lang } = view;
  const { loan, slots, form, refused } = seen;
  const title = t(`handing:${act}.title`);
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: !!refused || Object.keys(form.errors).length > 0 }, // prettier-ignore
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          {
            words: t("equipment:loan.title", { code: loan.code }),
            path: urls.deskLoan(loan.id),
          },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{linesWords(loan)}</p>
      <p>
        <Borrower view={view} loan={loan} />, {momentWords(lang, loan.from)}
      </p>
      <Refused view={view} sentence={refused} />
      <Form {...of} action={href(urls[act](loan.id))} files={act === "handingOver"}>
        {slots.map((slot) => (
          <fieldset class="flow">
            <legend>
              {slot.modelName}
              {slot.shelf && <span class="soft"> ({slot.shelf})</span>}
            </legend>
            <SelectField
              {...of}
              name={`u_${slot.key}`}
              label={t("handing:slot.unit")}
              empty={t(`handing:${act}.none`)}
              options={slot.options.map(({ unitId, tag, free }) => ({
                value: unitId,
                label: free ? tag : t("handing:slot.aside", { tag }),
              }))}
            />
            {slot.options.length === 0 && <p class="soft">{t("handing:slot.empty")}</p>}
            {act === "handingOver" && (
              <ReportFields
                {...of}
                of={slot.key}
                label={t("handing:report.out")}
                pieces={slot.pieces}
              />
            )}
          </fieldset>
        ))}
        <Actions>
          <Button icon="done">{t(`handing:${act}.do`)}</Button>
          <ButtonLink kind="quiet" href={href(urls.deskLoan(loan.id))}>
            {t("handing:leave")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
