import {
  Breadcrumb,
  Button,
  Form,
  RadioGroup,
  Refused,
  SelectField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Loan } from "../loans/queries.ts";
import { keptPage, loanTrail } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import { conditions, longestWords } from "./codes.ts";
import type { Allocation } from "./queries.ts";

export type ExchangeSeen = {
  side: Side;
  loan: Loan;
  out: readonly Allocation[];
  /** Units of the same shelves that may leave. */
  others: readonly { unitId: string; tag: string; modelName: string }[];
  form: FormState;
  refused: string | undefined;
};

/** Another unit for one that is out and not right. */
export function exchangePage(view: View, seen: ExchangeSeen) {
  const { t, href } = view;
  const { side, loan, out, others, form, refused } = seen;
  const title = t("handing:exchange.title");
  const of = { view, form };
  return keptPage(
    view,
    side,
    { title, form, refused },
    <>
      <Breadcrumb view={view} trail={loanTrail(view, side, loan)} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("handing:exchange.lead")}</p>
      <Refused view={view} sentence={refused} />
      {others.length === 0 ? (
        <p>{t("handing:exchange.none")}</p>
      ) : (
        <Form {...of} action={href(side.urls.exchange(loan.id))}>
          <RadioGroup
            {...of}
            name="old"
            label={t("handing:exchange.old")}
            options={out.map(({ unitId, tag, modelName }) => ({
              value: unitId,
              label: `${tag}, ${modelName}`,
              french: true,
            }))}
          />
          <RadioGroup
            {...of}
            name="condition"
            label={t("handing:report.back")}
            grid
            options={conditions.map((value) => ({ value, label: t(`handing:condition.${value}`) }))}
          />
          <TextField
            {...of}
            name="words"
            label={t("handing:report.words")}
            maxLength={longestWords}
            optional
          />
          <SelectField
            {...of}
            name="fresh"
            label={t("handing:exchange.fresh")}
            options={others.map(({ unitId, tag, modelName }) => ({
              value: unitId,
              label: `${tag}, ${modelName}`,
              french: true,
            }))}
          />
          <Button icon="done">{t("handing:exchange.do")}</Button>
        </Form>
      )}
    </>,
  );
}
