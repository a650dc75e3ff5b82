import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  deskPage,
  Form,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { listNames, lists, longest } from "../codes.ts";
import { urls } from "../urls.ts";

export type EditSeen = {
  /** Absent while it is new. */
  place: { id: string; name: string; revision: number } | undefined;
  places: readonly { id: string; name: string }[];
  form: FormState;
};

/** What is written of a place. */
export function editPage(view: View, { place, places, form }: EditSeen): string {
  const { t, href } = view;
  const shared = { view, form };
  const title = t(place ? "resourcedesk:about.edit" : "resourcedesk:add");
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("resourcedesk:title"), path: urls.desk },
          ...(place ? [{ words: place.name, path: urls.place(place.id) }] : []),
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Form view={view} form={form} action={href(place ? urls.edit(place.id) : urls.add)}>
        {place && <HiddenField name="_revision" value={String(place.revision)} />}
        <TextField
          {...shared}
          name="name"
          label={t("resourcedesk:field.name")}
          hint={t("resourcedesk:hint.name")}
          maxLength={longest.name}
        />
        <SelectField
          {...shared}
          name="place"
          label={t("resourcedesk:field.place")}
          hint={t("resourcedesk:hint.place")}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p>
          <a href={href("/gestion/lieux/nouveau")}>{t("resourcedesk:newPlace")}</a>
        </p>
        <TextField
          {...shared}
          name="association"
          label={t("resourcedesk:field.association")}
          hint={t("resourcedesk:hint.association")}
          maxLength={250}
          optional
        />
        <TextArea
          {...shared}
          name="summary"
          label={t("resourcedesk:field.summary")}
          hint={t("resourcedesk:hint.summary")}
          rows={3}
          maxLength={longest.summary}
          optional
        />
        <TextArea
          {...shared}
          name="presentation"
          label={t("resourcedesk:field.presentation")}
          rows={6}
          maxLength={longest.presentation}
          optional
        />
        <TextField
          {...shared}
          name="welcome"
          label={t("resourcedesk:field.welcome")}
          hint={t("resourcedesk:hint.welcome")}
          maxLength={longest.welcome}
          optional
        />
        <TextField
          {...shared}
          name="phone"
          type="tel"
          label={t("resource-places:phone")}
          optional
        />
        <TextField
          {...shared}
          name="email"
          type="email"
          label={t("resource-places:email")}
          optional
        />
        <TextField
          {...shared}
          name="website"
          type="url"
          label={t("resource-places:website")}
          optional
        />
        {listNames.map((list) => (
          <CheckboxGroup
            {...shared}
            name={list}
            label={t(`resource-places:list.${list}`)}
            optional
            grid={["equipment", "publics", "cost"].includes(list)}
            options={lists[list].map((value) => ({
              value,
              label: t(`resource-places:${list}.${value}` as "resource-places:services.work"),
            }))}
          />
        ))}
        <TextField
          {...shared}
          name="connection"
          label={t("resource-places:connection")}
          hint={t("resourcedesk:hint.connection")}
          maxLength={longest.connection}
          optional
        />
        <Checkbox {...shared} name="hybrid" label={t("resourcedesk:field.hybrid")} />
        <TextField
          {...shared}
          name="remote"
          label={t("resourcedesk:field.remote")}
          hint={t("resourcedesk:hint.remote")}
          maxLength={longest.remote}
          optional
        />
        <TextField
          {...shared}
          name="acceslibre"
          type="url"
          label={t("resourcedesk:field.acceslibre")}
          hint={t("resourcedesk:hint.acceslibre")}
          optional
        />
        <TextField
          {...shared}
          name="siret"
          label={t("resourcedesk:field.siret")}
          hint={t("resourcedesk:hint.siret")}
          inputmode="numeric"
          maxLength={20}
          optional
        />
        <Actions>
          <Button icon="done">{t("resourcedesk:save")}</Button>
          <ButtonLink kind="quiet" href={href(place ? urls.place(place.id) : urls.desk)}>
            {t("resourcedesk:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
