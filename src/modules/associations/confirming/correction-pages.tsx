import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  page,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { ContactFields } from "../contacts/pages.tsx";
import { SectionFields } from "../edit/section-fields.tsx";
import type { SectionName } from "../edit/sections.ts";
import type { Patch } from "../record/fields.ts";
import { urls } from "../urls.ts";
import type { Holder } from "./holder.ts";

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
      <Form view={view} form={seen.state} action={href(`${holder.base}/${form}`)}>
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
  { holder, state }: { holder: Holder; state: FormState },
): string {
  return framed(
    view,
    holder,
    view.t("associations:section.contact"),
    Object.keys(state.errors).length > 0,
    <Form view={view} form={state} action={view.href(`${holder.base}/contact`)}>
      <ContactFields view={view} form={state} />
      <Ways view={view} holder={holder} />
    </Form>,
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
    { title: `${title} : ${situation.record.name}`, main: "text", hidden: true, wrong },
    <>
      <h1>{title}</h1>
      <p class="soft">{situation.record.name}</p>
      {body}
    </>,
  );

const Ways = ({ view, holder }: { view: View; holder: Holder }) => (
  <Actions>
    <Button>{view.t("confirming:save")}</Button>
    <ButtonLink kind="quiet" href={view.href(holder.base)}>
      {view.t("confirming:back")}
    </ButtonLink>
  </Actions>
);
