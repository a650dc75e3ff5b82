import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Refused,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { AnswerFields, ContactFields, PeopleFields, WaitField } from "../enrolling/fields.tsx";
import type { Shown } from "../enrolling/part.tsx";
import { urls } from "../urls.ts";
import { rollPage } from "./frame.tsx";
import { countWords, openingName } from "./home-page.tsx";
import type { Keeping } from "./keeping.ts";

type Seen = { keeping: Keeping; one: Shown; form: FormState; refused?: string | undefined };

/** Somebody who calls or stands there: the same form, filled in for them. */
export function addPage(view: View, { keeping, one, form, refused }: Seen): string {
  const { t, href } = view;
  const { opening, counts } = one;
  const at = [keeping.programme.base, keeping.activity.id, opening.id] as const;
  const title = t("roll:add.title");
  return rollPage(
    view,
    keeping,
    { title, wrong: Object.keys(form.errors).length > 0 || refused !== undefined },
    <>
      <h1>{title}</h1>
      <p class="soft">
        {openingName(view, one)} : {countWords(view, one)}
      </p>
      <Refused view={view} sentence={refused} />
      <Form view={view} form={form} action={href(urls.newcomer(...at))}>
        <PeopleFields view={view} form={form} lines={opening.most} asked={opening.asked} />
        <ContactFields view={view} form={form} />
        <AnswerFields view={view} form={form} asked={opening.asked} question={opening.question} />
        {counts.mayWait && counts.capacity !== null && <WaitField view={view} form={form} />}
        <Actions>
          <Button icon="done">{t("roll:add.do")}</Button>
          <ButtonLink kind="quiet" href={href(urls.one(...at))}>
            {t("roll:person.back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

/** Cancelling everything: people are told, with a word. */
export function cancelAllPage(view: View, { keeping, one, form }: Seen): string {
  const { t, href } = view;
  const at = [keeping.programme.base, keeping.activity.id, one.opening.id] as const;
  const title = t("roll:cancelAll.title");
  return rollPage(
    view,
    keeping,
    { title, wrong: Object.keys(form.errors).length > 0 },
    <>
      <h1>{title}</h1>
      <p class="soft">
        {openingName(view, one)} : {countWords(view, one)}
      </p>
      <p>{t("roll:cancelAll.words")}</p>
      <Form view={view} form={form} action={href(urls.cancelling(...at))}>
        <TextArea
          view={view}
          form={form}
          name="word"
          label={t("roll:cancelAll.word")}
          hint={t("roll:cancelAll.wordHint")}
          rows={3}
          maxLength={300}
          optional
        />
        <Actions>
          <Button kind="danger" icon="close">
            {t("roll:cancelAll.do")}
          </Button>
          <ButtonLink kind="quiet" href={href(urls.one(...at))}>
            {t("roll:person.back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
