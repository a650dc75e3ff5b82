import {
  Breadcrumb,
  Button,
  deskPage,
  Form,
  Refused,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { MomentFields } from "./moment-fields.tsx";
import { LoanFacts } from "./parts.tsx";
import type { Loan } from "./queries.ts";

/** Another day for the return, and for a provision when it is looked at again. */
export function movingPage(view: View, loan: Loan, form: FormState, refused?: string): string {
  const { t, href } = view;
  const title = t(
    loan.regime === "provision" ? "handing:moving.provision" : "handing:moving.title",
  );
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: !!refused || Object.keys(form.errors).length > 0 }, // prettier-ignore
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: t("equipment:loan.title", { code: loan.code }), path: urls.deskLoan(loan.id) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <LoanFacts view={view} loan={loan} />
      <Refused view={view} sentence={refused} />
      <Form {...of} action={href(urls.moving(loan.id))}>
        <MomentFields {...of} name="until" label={t("handing:moving.until")} />
        {loan.regime === "provision" && (
          <TextField {...of} name="reviewOn" label={t("handing:moving.review")} short />
        )}
        <Button icon="done">{t("handing:moving.do")}</Button>
      </Form>
    </>,
  );
}
