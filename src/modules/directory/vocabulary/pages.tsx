import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  deskPage,
  Form,
  Table,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { defaultSynonyms } from "../../language/index.ts";
import { urls } from "../urls.ts";
import type { Group } from "./queries.ts";

/** The commune's groups of words, the form to add one, and those every commune has. */
export function synonymsPage(view: View, groups: readonly Group[], form: FormState): string {
  const { t, href } = view;
  return deskPage(
    view,
    {
      title: t("directory:synonyms.title"),
      section: urls.synonyms,
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{t("directory:synonyms.title")}</h1>
      <p class="lead">{t("directory:synonyms.lead")}</p>
      <WordsForm
        view={view}
        form={form}
        action={href(urls.synonyms)}
        send={t("directory:synonyms.add")}
      />
      <Table
        view={view}
        caption={t("directory:synonyms.ours", { count: groups.length })}
        rows={groups}
        empty={<p>{t("directory:synonyms.none")}</p>}
        columns={[
          {
            label: t("directory:synonyms.words"),
            heading: true,
            cell: (group) => group.words.join(", "),
          },
          {
            label: t("directory:synonyms.act"),
            cell: (group) => (
              <div class="row">
                <ButtonLink kind="quiet" icon="edit" href={href(urls.synonym(group.id))}>
                  {t("directory:synonyms.change")}
                  <span class="sr"> : {group.words[0]}</span>
                </ButtonLink>
                <ActionForm
                  view={view}
                  action={href(urls.synonymRemoval(group.id))}
                  kind="quiet"
                  icon="remove"
                >
                  {t("directory:synonyms.remove")}
                  <span class="sr"> : {group.words[0]}</span>
                </ActionForm>
              </div>
            ),
          },
        ]}
      />
      <details>
        <summary>{t("directory:synonyms.common", { count: defaultSynonyms.length })}</summary>
        <ul>
          {defaultSynonyms.map((group) => (
            <li>{group.join(", ")}</li>
          ))}
        </ul>
      </details>
      <p>
        <a href={href(urls.needs)}>{t("directory:needs.title")}</a>
      </p>
    </>,
  );
}

/** Changes one group. */
export function synonymPage(view: View, id: string, form: FormState): string {
  const { t, href } = view;
  return deskPage(
    view,
    {
      title: t("directory:synonyms.changeTitle"),
      section: urls.synonyms,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{t("directory:synonyms.changeTitle")}</h1>
      <WordsForm
        view={view}
        form={form}
        action={href(urls.synonym(id))}
        send={t("directory:synonyms.save")}
      />
      <p>
        <a href={href(urls.synonyms)}>{t("directory:synonyms.back")}</a>
      </p>
    </>,
  );
}

const WordsForm = (props: { view: View; form: FormState; action: string; send: string }) => (
  <Form view={props.view} form={props.form} action={props.action}>
    <TextArea
      view={props.view}
      form={props.form}
      name="words"
      label={props.view.t("directory:synonyms.field")}
      hint={props.view.t("directory:synonyms.hint")}
      rows={2}
      maxLength={2000}
    />
    <Actions>
      <Button>{props.send}</Button>
    </Actions>
  </Form>
);
