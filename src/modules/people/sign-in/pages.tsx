import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  Form,
  HiddenField,
  HumanHelp,
  page,
  Split,
  Steps,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { DeviceForm } from "../passkeys/device-form.tsx";
import { urls } from "../urls.ts";
import { tokenMinutes } from "./rules.ts";
import type { DemonstrationDoor } from "./demonstration.ts";

type SignIn = {
  form: FormState;
  next: string | undefined;
  doors: readonly DemonstrationDoor[];
  /** Name of the provider through which agents may enter, when the operator chose one. */
  provider: string | undefined;
};

/** One field: where to send the mail that opens the door. */
export function signInPage(view: View, { form, next, doors, provider }: SignIn): string {
  const { t } = view;
  const title = t("people:sign_in.title");
  return page(
    view,
    { title, section: urls.signIn, hidden: true, wrong: Object.keys(form.errors).length > 0 },
    <Split end side={<Beside view={view} />}>
      <h1>{title}</h1>
      {view.person && (
        <Alert view={view} kind="info">
          <p>
            {t("people:sign_in.already", { name: view.person.name })}{" "}
            <a href={view.href(urls.space)}>{t("people:sign_in.to_space")}</a>
          </p>
        </Alert>
      )}
      <p>{t("people:sign_in.how", { count: tokenMinutes })}</p>
      <Form view={view} action={view.href(urls.signIn)} form={form}>
        {next && <HiddenField name="suite" value={next} />}
        <TextField
          view={view}
          form={form}
          name="email"
          type="email"
          autocomplete="email"
          maxLength={254}
          label={t("people:field.email")}
          hint={t("people:sign_in.hint")}
        />
        <Actions>
          <Button icon="mail" waiting={t("people:sign_in.waiting")}>
            {t("people:sign_in.do")}
          </Button>
        </Actions>
      </Form>
      <DeviceForm
        view={view}
        kind="secondary"
        challenge={urls.enteringChallenge}
        action={urls.enterWithDevice}
        next={next}
        words={t("people:sign_in.with_device")}
      />
      {provider && <Provider view={view} next={next} provider={provider} />}
      {doors.length > 0 && <Demonstration view={view} next={next} doors={doors} />}
    </Split>,
  );
}

const Provider = (props: { view: View; next: string | undefined; provider: string }) => (
  <section class="flow push" aria-labelledby="agents">
    <h2 id="agents">{props.view.t("people:provider.title")}</h2>
    <ActionForm
      view={props.view}
      kind="secondary"
      icon="key"
      action={props.view.href(urls.provider)}
      fields={props.next ? { suite: props.next } : {}}
    >
      {props.view.t("people:provider.do", { provider: props.provider })}
    </ActionForm>
  </section>
);

const Beside = ({ view }: { view: View }) => (
  <>
    <div class="card">
      <h2>{view.t("people:sign_in.resident.title")}</h2>
      <p>{view.t("people:sign_in.resident.words")}</p>
    </div>
    <HumanHelp view={view} title={view.t("people:sign_in.help.title")} phone={view.commune.phone}>
      <p>{view.t("people:sign_in.help.words")}</p>
    </HumanHelp>
  </>
);

function Demonstration({ view, next, doors }: { view: View } & Pick<SignIn, "next" | "doors">) {
  const { t } = view;
  return (
    <section class="flow push" aria-labelledby="demonstration">
      <h2 id="demonstration">{t("people:demonstration.title")}</h2>
      <p>{t("people:demonstration.words")}</p>
      <ul class="grid plain">
        {doors.map(({ part, name }) => (
          <li>
            <Card>
              <p>
                {name}
                <br />
                <span class="soft">{t(`people:part.${part}.does`)}</span>
              </p>
              <ActionForm
                view={view}
                kind="secondary"
                icon="key"
                action={view.href(urls.demonstration)}
                fields={{ role: part, ...(next ? { suite: next } : {}) }}
              >
                {t("people:demonstration.enter", { part: t(`people:part.${part}.name`) })}
              </ActionForm>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Code = { form: FormState; request: string; over: boolean; demonstration: boolean };

/** Six digits, and nothing that tells whether the address is known. */
export function codePage(view: View, { form, request, over, demonstration }: Code): string {
  const { t } = view;
  const title = over ? t("people:code.over_title") : t("people:code.title");
  const again = (
    <ButtonLink kind={over ? "primary" : "quiet"} icon="mail" href={view.href(urls.signIn)}>
      {t("people:code.again")}
    </ButtonLink>
  );
  return page(
    view,
    { title, main: "text", hidden: true, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Steps view={view} step={2} steps={2} words={t("people:code.step")} />
      <h1>{title}</h1>
      {over ? (
        <>
          <Alert view={view} kind="error">
            <p>{form.errors[""] ?? t("people:refusal.code_spent")}</p>
          </Alert>
          <Actions>{again}</Actions>
        </>
      ) : (
        <>
          <p>{t("people:code.sent", { count: tokenMinutes })}</p>
          <Form view={view} action={view.href(urls.code)} form={form}>
            <HiddenField name="demande" value={request} />
            <TextField
              view={view}
              form={form}
              name="code"
              short
              inputmode="numeric"
              autocomplete="one-time-code"
              maxLength={11}
              label={t("people:field.code")}
              hint={t("people:code.hint")}
            />
            <Actions>
              <Button icon="key">{t("people:code.do")}</Button>
              {again}
            </Actions>
          </Form>
          <h2>{t("people:code.nothing.title")}</h2>
          <p>{t("people:code.nothing.words")}</p>
        </>
      )}
      {demonstration && (
        <Alert view={view} kind="info" title={t("people:code.demonstration.title")}>
          <p>
            {t("people:code.demonstration.words")}{" "}
            <a href={view.href(urls.outbox)}>{t("people:code.demonstration.link")}</a>
          </p>
        </Alert>
      )}
    </>,
  );
}
