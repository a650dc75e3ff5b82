import { longDay } from "../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  Card,
  deskPage,
  Form,
  HiddenField,
  RadioGroup,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Designation } from "./queries.ts";
import { choices, longestWords } from "./rules.ts";
import { designationWords, kindName } from "./told.tsx";

export type DesignationSeen = {
  association: { id: string; name: string };
  designations: readonly Designation[];
  mayDesignate: boolean;
  /** The form of a new one, and that of the end of one. */
  form: FormState;
  ending: { id: string; form: FormState } | undefined;
  today: string;
};

/** What an association is designated as, why, since when, by whom; and the ways to say so or to end it. */
export function designationPage(view: View, seen: DesignationSeen): string {
  const { t, href } = view;
  const { association, form } = seen;
  const title = t("designationdesk:title");
  const inForce = seen.designations.filter(({ endedOn }) => !endedOn);
  const ended = seen.designations.filter(({ endedOn }) => endedOn);
  const wrong = Object.keys({ ...form.errors, ...seen.ending?.form.errors }).length > 0;
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("registry:list.title"), path: urls.list },
          { words: association.name, path: urls.one(association.id) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("designationdesk:lead")}</p>
      {inForce.length === 0 && <p>{t("designationdesk:noneYet")}</p>}
      {inForce.map((one) => (
        <InForce view={view} seen={seen} one={one} />
      ))}
      {seen.mayDesignate && (
        <section class="flow push">
          <h2>{t("designationdesk:form.title")}</h2>
          <Form view={view} form={form} action={href(urls.designation(association.id))}>
            <RadioGroup
              view={view}
              form={form}
              name="choice"
              label={t("designationdesk:form.choice")}
              options={choices.map((value) => ({ value, label: t(`designation:choice.${value}`) }))}
            />
            <TextArea
              view={view}
              form={form}
              name="words"
              label={t("designationdesk:form.words")}
              hint={t("designationdesk:form.wordsHint")}
              rows={3}
              maxLength={longestWords}
              optional
            />
            <TextField
              view={view}
              form={form}
              name="since"
              type="date"
              label={t("designationdesk:form.since")}
              max={seen.today}
            />
            <Actions>
              <Button icon="star">{t("designationdesk:form.save")}</Button>
            </Actions>
          </Form>
        </section>
      )}
      {ended.length > 0 && (
        <section class="flow push">
          <h2>{t("designationdesk:ended")}</h2>
          <ul>
            {ended.map((one) => (
              <li>
                {designationWords(t, one)}, {fromTo(view, one)}
                <p class="soft prose">
                  {one.endReason}
                  {one.endedBy && ` (${one.endedBy})`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

const fromTo = ({ t, lang }: View, { since, endedOn }: Designation): string =>
  t("designationdesk:fromTo", {
    from: longDay(lang, since),
    to: endedOn ? longDay(lang, endedOn) : "",
  });

function InForce({ view, seen, one }: { view: View; seen: DesignationSeen; one: Designation }) {
  const { t, href, lang } = view;
  const ending = seen.ending?.id === one.id ? seen.ending.form : undefined;
  return (
    <Card title={kindName(t, one.kind)}>
      <p>{t(`designation:criterion.${one.criterion}`)}</p>
      {one.words && <p class="prose">{one.words}</p>}
      <p class="soft">
        {t(one.by ? "designationdesk:sinceBy" : "designationdesk:since", {
          day: longDay(lang, one.since),
          name: one.by ?? "",
        })}
      </p>
      {seen.mayDesignate && (
        <details open={ending !== undefined}>
          <summary>{t("designationdesk:end.open")}</summary>
          <Form
            view={view}
            form={ending ?? { values: {}, errors: {} }}
            action={href(urls.designationEnd(seen.association.id))}
          >
            <HiddenField name="designation" value={one.id} />
            <TextArea
              view={view}
              form={ending ?? { values: {}, errors: {} }}
              name={`reason-${one.kind}`}
              label={t("designationdesk:end.reason")}
              hint={t("designationdesk:end.hint")}
              rows={2}
              maxLength={longestWords}
            />
            <Button kind="secondary">{t("designationdesk:end.do")}</Button>
          </Form>
        </details>
      )}
    </Card>
  );
}
