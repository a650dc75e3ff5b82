import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import {
  Actions,
  blankForm,
  Breadcrumb,
  Button,
  Form,
  page as html,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { activityUrls } from "../../activities/index.ts";
import { limited } from "../../people/index.ts";
import { codeTyped } from "../opening/rules.ts";
import { phoneKept } from "../record/contact.ts";
import { newLink } from "../record/links.ts";
import { registrationByCode } from "../record/queries.ts";
import { urls } from "../urls.ts";

/** Finding a registration again, by its code and the number or address left with it. */
function findPage(view: View, form: FormState): string {
  const { t, href } = view;
  const title = t("registrations:find.title");
  const fields = { view, form };
  return html(
    view,
    {
      title,
      main: "text",
      hidden: true,
      section: activityUrls.search,
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("activities:find.title"), path: activityUrls.search }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("registrations:find.lead")}</p>
      <Form view={view} form={form} action={href(urls.find)}>
        <TextField
          {...fields}
          name="code"
          label={t("registrations:find.code")}
          hint={t("registrations:find.codeHint")}
          autocomplete="off"
          maxLength={12}
          short
        />
        <TextField
          {...fields}
          name="contact"
          label={t("registrations:find.contact")}
          maxLength={254}
        />
        <Actions>
          <Button>{t("registrations:find.do")}</Button>
        </Actions>
      </Form>
      <p class="soft">{t("registrations:find.lost")}</p>
    </>,
  );
}

async function find(ask: Ask): Promise<Answer> {
  const tooMany = await limited(ask, { kind: "registration_code", who: ask.ip, max: 10, minutes: 60 }); // prettier-ignore
  if (tooMany) return tooMany;
  const code = codeTyped(ask.form.get("code"));
  const contact = ask.form.get("contact").toLowerCase();
  const wrong = (problem: Problem) => page(findPage(ask.view, formState(ask.form, [problem])), 422);
  if (!code) return wrong({ field: "code", sentence: ask.t("registrations:problem.code") });
  if (!contact)
    return wrong({ field: "contact", sentence: ask.t("registrations:problem.contact") });
  const by = contact.includes("@") ? { email: contact } : { phone: phoneKept(contact) };
  const id = await registrationByCode(ask.tx, code, by);
  // Which of the two is wrong is not said.
  if (!id) return wrong({ field: "", sentence: ask.t("registrations:problem.unknown") });
  return redirect(ask.view.href(urls.own(await newLink(ask.tx, id, ask.now))));
}

export const findRoutes: Route[] = [
  get(urls.find, anyone, (ask) => page(findPage(ask.view, blankForm))),
  post(urls.find, anyone, find),
];
