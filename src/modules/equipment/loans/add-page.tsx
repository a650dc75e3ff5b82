import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  HiddenField,
  RadioGroup,
  Refused,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { NoPlace } from "../lending-places/no-place.tsx";
import { urls } from "../urls.ts";
import { BorrowerFields } from "./borrower-fields.tsx";
import { regimes } from "./codes.ts";
import { MomentFields } from "./moment-fields.tsx";

export type AddSeen = {
  places: readonly { placeId: string; name: string }[];
  /** What the place chosen holds; nothing before one is chosen. */
  placeId: string | undefined;
  pools: readonly { poolId: string; name: string; ready: number }[];
  /** What the address asks for already, kept while a place is chosen. */
  carried: readonly (readonly [string, string])[];
  form: FormState;
  refused: string | undefined;
  /** It is not free then: who borrows may wait for it. */
  mayWait: boolean;
};

/** A loan an agent writes for who calls or is there: short, for months, or on the spot. */
export function addLoanPage(view: View, seen: AddSeen): string {
  const { t, href } = view;
  const { places, placeId, pools, form, refused } = seen;
  const title = t("custody:adding.title");
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: !!refused || Object.keys(form.errors).length > 0 }, // prettier-ignore
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("custody:adding.lead")}</p>
      <Refused view={view} sentence={refused} />
      {places.length === 0 ? (
        <NoPlace view={view} />
      ) : placeId === undefined ? (
        <form class="form" method="get" action={href(urls.addLoan)}>
          {seen.carried.map(([name, value]) => (
            <HiddenField name={name} value={value} />
          ))}
          <SelectField
            {...of}
            name="lieu"
            label={t("custody:adding.place")}
            options={places.map((place) => ({ value: place.placeId, label: place.name }))}
          />
          <Button>{t("custody:board.open")}</Button>
        </form>
      ) : (
        <Form {...of} action={href(`${urls.addLoan}?lieu=${placeId}`)}>
          <BorrowerFields {...of} />
          <RadioGroup
            {...of}
            name="regime"
            label={t("custody:adding.regime")}
            options={regimes.map((value) => ({ value, label: t(`custody:regime.${value}`) }))}
          />
          <MomentFields {...of} name="from" label={t("custody:adding.from")} />
          <MomentFields {...of} name="until" label={t("custody:adding.until")} />
          <TextField
            {...of}
            name="reviewOn"
            label={t("custody:adding.review")}
            hint={t("custody:adding.reviewHint")}
            short
            optional
          />
          <fieldset class="flow">
            <legend class="legend">{t("custody:adding.things")}</legend>
            {pools.map(({ poolId, name }) => (
              <TextField
                {...of}
                name={`q_${poolId}`}
                label={t("custody:adding.quantity", { name })}
                inputmode="numeric"
                short
                optional="silent"
              />
            ))}
          </fieldset>
          <TextArea
            {...of}
            name="purpose"
            label={t("custody:adding.purpose")}
            rows={2}
            maxLength={600}
          />
          {seen.mayWait && <p>{t("loanwaitdesk:addHow")}</p>}
          <Actions>
            <Button icon="done">{t("custody:adding.do")}</Button>
            {seen.mayWait && (
              <Button kind="secondary" icon="wait" name="wait" value="on">
                {t("loanwaitdesk:add")}
              </Button>
            )}
            <ButtonLink kind="quiet" href={href(urls.desk)}>
              {t("lending:back")}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </>,
  );
}
