import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { codeWord } from "../words.ts";
import type { Likely } from "./likely.ts";
import { Identity } from "./section-fields.tsx";

/** A new record: its name and numbers, and those that look like it. */
export function newPage(view: View, form: FormState, likely: readonly Likely[]): string {
  const { t } = view;
  const title = t("registry:newOne.title");
  const wrong = Object.keys(form.errors).length > 0;
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("registry:list.title"), path: urls.list }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("registry:newOne.how")}</p>
      {likely.length > 0 && (
        <Alert view={view} kind="warning" title={t("registry:newOne.look")}>
          <p>{t("registry:newOne.lookHow")}</p>
          <Matches view={view} likely={likely} />
        </Alert>
      )}
      <Form view={view} form={form} action={view.href(urls.newOne)}>
        <Identity view={view} form={form} referents={[]} />
        {likely.length > 0 && <input type="hidden" name="anyway" value="on" />}
        <Actions>
          <Button>{t(likely.length ? "registry:newOne.anyway" : "registry:newOne.do")}</Button>
          <ButtonLink kind="quiet" href={view.href(urls.list)}>
            {t("registry:bulk.cancel")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

/** Records that look like a name, as links. */
export function Matches({ view, likely }: { view: View; likely: readonly Likely[] }) {
  return (
    <ul>
      {likely.map((one) => (
        <li>
          <a href={view.href(urls.one(one.id))}>{one.name}</a>
          {one.acronym && ` (${one.acronym})`}
          <span class="soft"> {codeWord(view.t, "state", one.state)}</span>
        </li>
      ))}
    </ul>
  );
}
