import { longDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  Button,
  ErrorSummary,
  Form,
  HiddenField,
  page,
  Refused,
  SelectField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { clockWords } from "../../scheduling/index.ts";
import { urls } from "../urls.ts";
import { LoanFacts, borrowedTrail } from "./parts.tsx";
import type { Loan } from "./queries.ts";

export type ExtensionSeen = {
  loan: Loan;
  /** The new day of return and the hours left on it, as minutes; nothing while none is chosen. */
  chosen: { day: string; slots: readonly number[] } | undefined;
  form: FormState;
  refused: string | undefined;
};

/** Another day of return: the day first, then an hour of it. */
export function extensionPage(view: View, { loan, chosen, form, refused }: ExtensionSeen): string {
  const { t, href, lang } = view;
  const title = t("equipment:extension.title");
  const of = { view, form };
  const here = href(urls.extension(loan.id));
  return page(
    view,
    {
      title,
      main: "text",
      section: "/espace",
      hidden: true,
      wrong: !!refused || Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          ...borrowedTrail(view),
          { words: t("equipment:loan.title", { code: loan.code }), path: urls.loan(loan.id) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <LoanFacts view={view} loan={loan} />
      <Refused view={view} sentence={refused} />
      <form class="form" method="get" action={here}>
        {!chosen && <ErrorSummary view={view} form={form} />}
        <TextField {...of} name="au" type="date" label={t("equipment:extension.day")} short />
        <Button kind={chosen ? "secondary" : "primary"}>{t("equipment:extension.hours")}</Button>
      </form>
      {chosen && (
        <Form {...of} action={here}>
          <HiddenField name="au" value={chosen.day} />
          <SelectField
            {...of}
            name="slot"
            label={t("equipment:request.back", { day: longDay(lang, chosen.day, true) })}
            options={chosen.slots.map((minute) => ({
              value: String(minute),
              label: clockWords(t, lang, minute),
            }))}
          />
          <Button icon="done">{t("equipment:extension.do")}</Button>
        </Form>
      )}
    </>,
  );
}
