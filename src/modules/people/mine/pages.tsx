import { colon } from "../../../platform/i18n/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { Actions, Breadcrumb, ButtonLink, Button, Form, page, TextField, type FormState, type View } from "../../../ui/index.ts"; // prettier-ignore
import { urls } from "../urls.ts";
import { groupsOf, whatOf } from "./held.ts";
import type { Told } from "./told.ts";

const shownAtOnce = 6;

/** Everything held, part by part, in words; long parts fold. */
export const HeldThings = ({ view, told }: { view: View; told: readonly Told[] }) => {
  const { t } = view;
  if (!told.length) return <p>{t("mine:nothing")}</p>;
  return (
    <>
      {groupsOf(told).map(({ group, told: some }) => (
        <section class="flow" aria-labelledby={`partie-${group}`}>
          <h2 id={`partie-${group}`}>{t(`mine:group.${group}`)}</h2>
          <Lines view={view} told={some.slice(0, shownAtOnce)} />
          {some.length > shownAtOnce && (
            <details>
              <summary>{t("mine:more", { count: some.length - shownAtOnce })}</summary>
              <Lines view={view} told={some.slice(shownAtOnce)} />
            </details>
          )}
        </section>
      ))}
    </>
  );
};

const Lines = ({ view, told }: { view: View; told: readonly Told[] }) => (
  <ul>
    {told.map((one) => (
      <li>
        <Line view={view} one={one} />
      </li>
    ))}
  </ul>
);

function Line({ view, one }: { view: View; one: Told }) {
  const { t, lang } = view;
  const days = [
    one.at ? momentWords(lang, one.at) : "",
    one.until ? t("mine:until", { day: momentWords(lang, one.until) }) : "",
  ].filter(Boolean);
  const values = one.parts.map(([part, value]) =>
    part === "count" ? value : `${t(`mine:part.${part}`)}${colon(lang)}${value}`,
  );
  return (
    <>
      <strong>{whatOf(t, one)}</strong>
      {values.length > 0 && `${colon(lang)}${values.join(lang === "fr" ? " ; " : "; ")}`}
      {days.length > 0 && <span class="soft"> ({days.join(", ")})</span>}
    </>
  );
}

/** Where the mayor's people are asked about a name without an address. */
export const Others = ({ view }: { view: View }) => (
  <p>
    {view.t("mine:others")} <a href={view.href(urls.contact)}>{view.t("mine:othersLink")}</a>
  </p>
);

export const mineTrail = ({ t }: View) => [
  { words: t("people:space.title"), path: urls.space },
  { words: t("mine:title"), path: urls.mine },
];

/** What the site holds about the reader, and what they can do about it. */
export function minePage(view: View, { email, told }: { email: string; told: readonly Told[] }) {
  const { t, href } = view;
  const title = t("mine:title");
  return page(
    view,
    { title, section: urls.space, hidden: true },
    <>
      <Breadcrumb view={view} trail={mineTrail(view).slice(0, 1)} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("mine:lead", { email })}</p>
      <h2>{t("mine:do")}</h2>
      <Actions>
        <ButtonLink kind="secondary" icon="edit" href={href(urls.mineName)}>
          {t("mine:correct.to")}
        </ButtonLink>
        <ButtonLink kind="secondary" icon="mail" href={href(urls.mineEmail)}>
          {t("mine:email.to")}
        </ButtonLink>
        <ButtonLink kind="quiet" icon="download" href={href(urls.mineTable)}>
          {t("mine:csv")}
        </ButtonLink>
        <ButtonLink kind="quiet" icon="download" href={href(urls.mineFile)}>
          {t("mine:json")}
        </ButtonLink>
        <ButtonLink kind="quiet" icon="remove" href={href(urls.mineErasing)}>
          {t("mine:erase.to")}
        </ButtonLink>
      </Actions>
      <HeldThings view={view} told={told} />
      <Others view={view} />
    </>,
  );
}

/** The form that corrects the name and the number of an account. */
export function correctPage(view: View, form: FormState): string {
  const { t, href } = view;
  const title = t("mine:correct.title");
  return page(
    view,
    { title, section: urls.space, main: "text", hidden: true, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={mineTrail(view)} here={title} />
      <h1>{title}</h1>
      <Form view={view} form={form} action={href(urls.mineName)}>
        <TextField view={view} form={form} name="name" maxLength={120} autocomplete="name" label={t("mine:correct.name")} />
        <TextField view={view} form={form} name="phone" type="tel" maxLength={40} autocomplete="tel" label={t("mine:correct.phone")} />
        <p>{t("mine:correct.contacts")}</p>
        <Actions>
          <Button>{t("mine:correct.do")}</Button>
          <ButtonLink kind="quiet" href={href(urls.mine)}>
            {t("mine:correct.back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
} // prettier-ignore

/** The form that asks for another address. */
export function emailPage(view: View, { form, email }: { form: FormState; email: string }): string {
  const { t, href } = view;
  const title = t("mine:email.title");
  return page(
    view,
    { title, section: urls.space, main: "text", hidden: true, wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={mineTrail(view)} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("mine:email.now", { email })}</p>
      <p>{t("mine:email.how")}</p>
      <Form view={view} form={form} action={href(urls.mineEmail)}>
        <TextField view={view} form={form} name="email" type="email" maxLength={254} autocomplete="email" label={t("mine:email.new")} />
        <p>{t("mine:email.contacts")}</p>
        <Actions>
          <Button icon="mail">{t("mine:email.do")}</Button>
          <ButtonLink kind="quiet" href={href(urls.mine)}>
            {t("mine:correct.back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
} // prettier-ignore
