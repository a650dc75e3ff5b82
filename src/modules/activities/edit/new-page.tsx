import { Actions, Button, ButtonLink, Form, type FormState, type View } from "../../../ui/index.ts";
import { PatternFields } from "../../scheduling/index.ts";
import type { Kind } from "../codes.ts";
import { urls } from "../urls.ts";
import { programmePage } from "./frame.tsx";
import { Ages, Price, Title, What, Where } from "./part-fields.tsx";
import type { Programme } from "./programme.ts";

export type NewSeen = {
  programme: Programme;
  kind: Kind;
  form: FormState;
  places: readonly string[];
};

/** A new activity: the few questions residents ask, the rest comes part by part. */
export function newPage(view: View, seen: NewSeen): string {
  const { t, href } = view;
  const { programme, kind, form } = seen;
  const title = t(`programme:add.${kind}`);
  const fields = { view, form, places: seen.places };
  return programmePage(
    view,
    programme,
    { title, here: title, wrong: Object.keys(form.errors).length > 0 },
    <>
      <h1>{title}</h1>
      <p class="lead">{t("programme:add.lead")}</p>
      <Form view={view} form={form} action={href(urls.addKind(programme.base, kind))} keep>
        <h2>{t("programme:add.what")}</h2>
        <Title {...fields} />
        <What {...fields} />
        <h2>{t("programme:add.when")}</h2>
        <PatternFields view={view} form={form} />
        <h2>{t("programme:add.where")}</h2>
        <Where {...fields} />
        <h2>{t("programme:add.whom")}</h2>
        <Ages {...fields} />
        <Price {...fields} />
        <Actions>
          <Button icon="done">{t("programme:add.save")}</Button>
          <ButtonLink kind="quiet" href={href(programme.base)}>
            {t("programme:cancel")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
