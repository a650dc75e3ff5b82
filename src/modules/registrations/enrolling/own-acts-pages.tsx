import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Form,
  Refused,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { AnswerFields, ContactFields, PeopleFields } from "./fields.tsx";
import { ownLayout, type OwnSeen } from "./own-layout.tsx";

/** Asked once before it is done: cancelling, or erasing for good. */
export function surePage(view: View, seen: OwnSeen, what: "cancel" | "erase"): string {
  const { t, href } = view;
  const { token, about } = seen;
  const title = t(`registrations:sure.${what}.title`);
  const action = what === "cancel" ? urls.ownCancelling(token) : urls.ownErasing(token);
  return ownLayout(
    view,
    seen,
    { title },
    <>
      <p class="lead">
        {about.activity.fields.title}, {about.when.join(", ")}
      </p>
      <p>{t(`registrations:sure.${what}.words`)}</p>
      <Actions>
        <ActionForm view={view} action={href(action)} kind="danger" icon="close">
          {t(`registrations:sure.${what}.do`)}
        </ActionForm>
        <ButtonLink kind="quiet" href={href(urls.own(token))}>
          {t("registrations:sure.back")}
        </ButtonLink>
      </Actions>
    </>,
  );
}

/** Correcting a name, a number, an answer. */
export function correctionPage(view: View, seen: OwnSeen & { form: FormState }): string {
  const { t, href } = view;
  const { about, registration, token, form } = seen;
  const { opening } = about;
  return ownLayout(
    view,
    seen,
    { title: t("registrations:own.correct"), wrong: Object.keys(form.errors).length > 0 },
    <>
      <Refused view={view} sentence={seen.refused} />
      <Form view={view} form={form} action={href(urls.ownCorrection(token))}>
        <input type="hidden" name="lines" value={registration.people.length} />
        <PeopleFields
          view={view}
          form={form}
          lines={registration.people.length}
          asked={opening.asked}
          all
        />
        <ContactFields view={view} form={form} />
        <AnswerFields view={view} form={form} asked={opening.asked} question={opening.question} />
        <Actions>
          <Button icon="done">{t("registrations:own.save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.own(token))}>
            {t("registrations:sure.back")}
          </ButtonLink>
        </Actions>
      </Form>
      <p class="soft">
        {t("registrations:own.more")}{" "}
        <a href={href(urls.enrol(about.activity.slug, opening.id))}>
          {t("registrations:own.moreDo")}
        </a>
      </p>
    </>,
  );
}
