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
import type { Unit } from "../units/queries.ts";
import { urls } from "../urls.ts";
import { BorrowerFields } from "./borrower-fields.tsx";

/** A unit used where it is, until an hour. */
export function spotPage(view: View, unit: Unit, form: FormState, refused?: string): string {
  const { t, href } = view;
  const title = t("custody:onTheSpot.title");
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: !!refused || Object.keys(form.errors).length > 0 }, // prettier-ignore
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: unit.tag, path: urls.unit(unit.tag) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">
        {unit.tag}, {unit.modelName}. {t("custody:onTheSpot.lead")}
      </p>
      <Refused view={view} sentence={refused} />
      <Form {...of} action={href(urls.onTheSpot(unit.tag))}>
        <BorrowerFields {...of} />
        <TextField {...of} name="untilHour" label={t("custody:onTheSpot.until")} short />
        <TextField {...of} name="purpose" label={t("custody:adding.purpose")} maxLength={600} />
        <Button icon="done">{t("custody:onTheSpot.do")}</Button>
      </Form>
    </>,
  );
}
