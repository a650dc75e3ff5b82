import {
  Breadcrumb,
  Button,
  Form,
  Refused,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { keptPage, loanTrail } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import { MomentFields } from "./moment-fields.tsx";
import { LoanFacts } from "./parts.tsx";
import type { Loan } from "./queries.ts";

/** Another day for the return, and for a provision when it is looked at again. */
export function movingPage(
  view: View,
  side: Side,
  loan: Loan,
  form: FormState,
  refused?: string,
): string {
  const { t, href } = view;
  const title = t(
    loan.regime === "provision" ? "handing:moving.provision" : "handing:moving.title",
  );
  const of = { view, form };
  return keptPage(
    view,
    side,
    { title, form, refused },
    <>
      <Breadcrumb view={view} trail={loanTrail(view, side, loan)} here={title} />
      <h1>{title}</h1>
      <LoanFacts view={view} loan={loan} />
      <Refused view={view} sentence={refused} />
      <Form {...of} action={href(side.urls.moving(loan.id))}>
        <MomentFields {...of} name="until" label={t("handing:moving.until")} />
        {loan.regime === "provision" && (
          <TextField {...of} name="reviewOn" label={t("handing:moving.review")} short />
        )}
        <Button icon="done">{t("handing:moving.do")}</Button>
      </Form>
    </>,
  );
}
