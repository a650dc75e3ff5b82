import {
  Breadcrumb,
  Button,
  deskPage,
  Form,
  HiddenField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { urls } from "../urls.ts";
import { codeWord } from "../words.ts";
import type { Priority } from "./queries.ts";
import { because, levelOf, reasons } from "./rules.ts";

/** How much each reason weighs, as the commune decides. */
export function weightsPage(view: View, form: FormState): string {
  const { t, href } = view;
  const title = t("day:priority.title");
  return deskPage(
    view,
    { title, section: urls.priority, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("day:priority.lead")}</p>
      <Form view={view} form={form} action={href(urls.priority)}>
        <HiddenField name="_base" value={String(form.values["_base"] ?? "")} />
        {reasons.map((name) => (
          <TextField
            view={view}
            form={form}
            name={name}
            short
            inputmode="numeric"
            maxLength={2}
            label={t(`day:priority.weight.${name}`)}
            hint={t(`day:priority.weight.${name}Hint`)}
          />
        ))}
        <Button>{t("day:priority.save")}</Button>
      </Form>
      <p>
        <a href={href(`${urls.list}?tri=-priorite`)}>{t("day:priority.see")}</a>
      </p>
    </>,
  );
}

/** "62 sur 100, élevée", and why. */
export function PriorityWords({ view, priority }: { view: View; priority: Priority }) {
  const { t } = view;
  const { score } = priority;
  return (
    <>
      {t("day:priority.score", { score, level: t(`day:priority.level.${levelOf(score)}`) })}
      <ul>
        {because(priority).map((reason) => (
          <li>{reasonWords(t, reason, priority)}</li>
        ))}
      </ul>
    </>
  );
}

function reasonWords(
  t: Translate,
  reason: ReturnType<typeof because>[number],
  { farPublics, members, employees }: Priority,
): string {
  const band = (code: string | null) => t(`registry:size.${(code ?? "unknown") as "none"}`);
  switch (reason.key) {
    case "publics":
      return t("day:priority.because.publics", {
        publics: farPublics.map((code) => codeWord(t, "public", code)).join(", "),
      });
    case "size":
      return t("day:priority.because.size", {
        members: band(members).toLowerCase(),
        employees: band(employees).toLowerCase(),
      });
    case "access":
      return t("day:priority.because.access", { count: reason.count });
    default:
      return t(`day:priority.because.${reason.key}`);
  }
}
