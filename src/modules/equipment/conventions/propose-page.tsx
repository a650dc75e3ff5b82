import { longDay } from "../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  HiddenField,
  RadioGroup,
  SearchBox,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { longestWords } from "./rules.ts";

export type ProposeSeen = {
  /** The association it is proposed to; nothing: to all those that lack one. */
  association: { id: string; name: string } | undefined;
  lacking: number;
  seasons: readonly { from: string; to: string }[];
  /** Associations found by what was typed; nothing when nothing was. */
  sought: { text: string; found: readonly { id: string; name: string }[] } | undefined;
  form: FormState;
};

/** Proposes a convention to one association, or to all those that borrow without one. */
export function proposePage(view: View, seen: ProposeSeen): string {
  const { t, href, lang } = view;
  const { association, lacking, seasons, sought, form } = seen;
  const of = { view, form };
  const title = t("conventiondesk:propose.title");
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: t("conventiondesk:title"), path: urls.deskConventions },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">
        {association
          ? t("conventiondesk:propose.toOne", { name: association.name })
          : t("conventiondesk:propose.toAll", { count: lacking })}
      </p>
      <SearchBox
        view={view}
        action={href(urls.proposeConvention)}
        name="cherche"
        label={t("conventiondesk:propose.another")}
        value={sought?.text ?? ""}
      />
      {sought && (
        <ul>
          {sought.found.map(({ id, name }) => (
            <li>
              <a href={href(urls.proposeTo(id))}>{name}</a>
            </li>
          ))}
          {sought.found.length === 0 && <li>{t("conventiondesk:propose.nobody")}</li>}
        </ul>
      )}
      <Form {...of} action={href(urls.proposeConvention)} keep>
        <HiddenField name="association" value={association?.id ?? ""} />
        <RadioGroup
          {...of}
          name="season"
          label={t("conventiondesk:propose.season")}
          options={seasons.map(({ from, to }) => ({
            value: from,
            label: t("conventiondesk:propose.seasonOf", {
              from: longDay(lang, from),
              to: longDay(lang, to),
            }),
          }))}
        />
        <TextArea
          {...of}
          name="words"
          label={t("conventiondesk:propose.words")}
          hint={t("conventiondesk:propose.wordsHint")}
          rows={20}
          maxLength={longestWords}
        />
        <Actions>
          <Button icon="send">{t("conventiondesk:propose.send")}</Button>
          <ButtonLink kind="quiet" href={href(urls.deskConventions)}>
            {t("lending:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
