import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Form,
  French,
  Refused,
  SelectField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { Borrower, linesWords } from "../loans/parts.tsx";
import type { Loan } from "../loans/queries.ts";
import { keptPage, loanTrail } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import { ReportFields } from "./report-fields.tsx";
import type { Slot } from "./slots.ts";

export type GiveSeen = {
  side: Side;
  loan: Loan;
  slots: readonly Slot[];
  form: FormState;
  refused?: string;
};

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
  const { side, loan, slots, form, refused } = seen;
  const title = t(`handing:${act}.title`);
  const of = { view, form };
  return keptPage(
    view,
    side,
    { title, form, refused },
    <>
      <Breadcrumb view={view} trail={loanTrail(view, side, loan)} here={title} />
      <h1>{title}</h1>
      <p class="lead">
        <French view={view}>{linesWords(loan)}</French>
      </p>
      <p>
        <Borrower view={view} side={side} loan={loan} />, {momentWords(lang, loan.from)}
      </p>
      <Refused view={view} sentence={refused} />
      <Form {...of} action={href(side.urls[act](loan.id))} files={act === "handingOver"}>
        {slots.map((slot) => (
          <fieldset class="flow">
            <legend class="legend">
              <French view={view}>
                {nameOf(view, slots, slot)}
                {slot.shelf && <span class="soft"> ({slot.shelf})</span>}
              </French>
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
          <ButtonLink kind="quiet" href={href(side.urls.deskLoan(loan.id))}>
            {t("handing:leave")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

/** Which of several alike it is: each has its own fields, told one from another. */
function nameOf({ t }: View, slots: readonly Slot[], slot: Slot): string {
  const alike = slots.filter(({ poolId }) => poolId === slot.poolId);
  return alike.length === 1
    ? slot.modelName
    : t("handing:slot.nth", {
        name: slot.modelName,
        nth: alike.indexOf(slot) + 1,
        of: alike.length,
      });
}
