import { colon } from "../../../platform/i18n/index.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  Form,
  page,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { ContactFields } from "../contacts/pages.tsx";
import { SectionFields } from "../edit/section-fields.tsx";
import type { SectionName } from "../edit/sections.ts";
import type { Section } from "../codes.ts";
import type { Patch } from "../record/fields.ts";
import { urls } from "../urls.ts";
import type { Holder } from "./holder.ts";

/** What residents would read once it is saved, section by section. */
export type Preview = readonly { section: Section; lines: readonly string[] }[];

/** One part of the listing in its form, for someone of the association. */
export function correctionPage(
  view: View,
  seen: {
    holder: Holder;
    form: SectionName;
    state: FormState;
    base: Patch;
    revision: number;
    /** True when someone else changed the same part meanwhile. */
    moved: boolean;
    preview?: Preview | undefined;
  },
): string {
  const { t, href } = view;
  const { holder, form } = seen;
  return framed(
    view,
    holder,
    t(`registry:section.${form}`),
    seen.moved || Object.keys(seen.state.errors).length > 0,
    <>
      {seen.moved && (
        <div role="alert">
          <Alert view={view} kind="warning">
            <p>{t("confirming:moved")}</p>
          </Alert>
        </div>
      )}
      {seen.preview && <Previewed view={view} preview={seen.preview} />}
      <Form view={view} form={seen.state} action={href(`${holder.base}/${form}`)} keep>
        <input type="hidden" name="_revision" value={String(seen.revision)} />
        <input type="hidden" name="_base" value={JSON.stringify(seen.base)} />
        <SectionFields view={view} form={seen.state} section={form} referents={[]} />
        <Ways view={view} holder={holder} />
      </Form>
      {form === "horaires" && (
        <p>
          {t("confirming:placeMoved")}{" "}
          <a href={href(urls.report(holder.situation.slug))}>{t("confirming:placeTell")}</a>
        </p>
      )}
    </>,
  );
}

/** The reader's own contact, and what of it is published. */
export function contactCorrectionPage(
  view: View,
  { holder, state, preview }: { holder: Holder; state: FormState; preview?: Preview | undefined },
): string {
  return framed(
    view,
    holder,
    view.t("associations:section.contact"),
    Object.keys(state.errors).length > 0,
    <>
      {preview && <Previewed view={view} preview={preview} />}
      <Form view={view} form={state} action={view.href(`${holder.base}/contact`)}>
        <ContactFields view={view} form={state} />
        <Ways view={view} holder={holder} />
      </Form>
    </>,
  );
}

const framed = (
  view: View,
  { situation }: Holder,
  title: string,
  wrong: boolean,
  body: preact.ComponentChildren,
): string =>
  page(
    view,
    {
      title: `${title}${colon(view.lang)}${situation.record.name}`,
      main: "text",
      hidden: true,
      wrong,
    },
    <>
      <h1>{title}</h1>
      <p class="soft">{situation.record.name}</p>
      {body}
    </>,
  );

function Previewed({ view, preview }: { view: View; preview: Preview }) {
  const { t } = view;
  return (
    <section class="flow" aria-labelledby="apercu" data-focus tabIndex={-1}>
      <h2 id="apercu">{t("confirming:preview.title")}</h2>
      {preview.map(({ section, lines }) => (
        <Card title={t(`associations:section.${section}`)}>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
          {lines.length === 0 && <p class="soft">{t("confirming:nothing")}</p>}
        </Card>
      ))}
      <p class="soft">{t("confirming:preview.notYet")}</p>
    </section>
  );
}

const Ways = ({ view, holder }: { view: View; holder: Holder }) => (
  <Actions>
    <Button>{view.t("confirming:save")}</Button>
    <Button kind="secondary" name="step" value="apercu">
      {view.t("confirming:preview.see")}
    </Button>
    <ButtonLink kind="quiet" href={view.href(holder.base)}>
      {view.t("confirming:back")}
    </ButtonLink>
  </Actions>
);
