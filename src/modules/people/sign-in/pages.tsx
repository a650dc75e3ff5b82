import {
  Refused,
  Actions,
  Alert,
  Button,
  ButtonLink,
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
import { DemonstrationDoors, ProviderDoor } from "./doors.tsx";
import { tokenMinutes } from "./rules.ts";
import type { DemonstrationDoor } from "./demonstration.ts";

type SignIn = {
  form: FormState;
  /** Why another door than the mail stayed closed. */
  closed?: string | undefined;
  next: string | undefined;
  doors: readonly DemonstrationDoor[];
  /** Name of the provider through which agents may enter, when the operator chose one. */
  provider: string | undefined;
};

/** One field: where to send the mail that opens the door. */
export function signInPage(view: View, { form, closed, next, doors, provider }: SignIn): string {
  const { t } = view;
  const title = t("people:sign_in.title");
  const wrong = closed !== undefined || Object.keys(form.errors).length > 0;
  return page(
    view,
    { title, section: urls.signIn, hidden: true, wrong },
    <Split end side={<Beside view={view} />}>
      <h1>{title}</h1>
      <Refused view={view} sentence={closed} />
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
      {provider && <ProviderDoor view={view} next={next} provider={provider} />}
      {doors.length > 0 && <DemonstrationDoors view={view} next={next} doors={doors} />}
    </Split>,
  );
}

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
