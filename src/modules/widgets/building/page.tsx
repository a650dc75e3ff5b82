import {
  Breadcrumb,
  Button,
  deskPage,
  SelectField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { publics, themes } from "../../associations/index.ts";
import { mostLines, type Widget } from "../address.ts";
import { grounds, isOfOne, widgetKinds, widgetNames, type Ground } from "../codes.ts";
import { urls } from "../urls.ts";
import { Codes, Preview } from "./pieces.tsx";

export type BuildingSeen = {
  widget: Widget;
  title: string;
  /** False when what it is of is not there. */
  exists: boolean;
  districts: readonly { slug: string; name: string }[];
  form: FormState;
  framedBy: readonly string[];
};

/** A widget is chosen, looked at, then copied to the commune's own site. */
export function buildingPage(view: View, seen: BuildingSeen): string {
  const { t } = view;
  return deskPage(
    view,
    { title: t("diffusion:title"), section: urls.desk },
    <>
      <Breadcrumb view={view} trail={[]} here={t("diffusion:title")} />
      <h1>{t("diffusion:title")}</h1>
      <p class="lead">{t("diffusion:lead")}</p>
      <Choice view={view} seen={seen} />
      {seen.exists ? (
        <>
          <Preview view={view} widget={seen.widget} title={seen.title} />
          <Codes view={view} widget={seen.widget} title={seen.title} framedBy={seen.framedBy} />
        </>
      ) : (
        <p>
          {t(seen.widget.kind === "activity" ? "diffusion:noActivity" : "diffusion:noAssociation")}
        </p>
      )}
    </>,
  );
}

function Choice({ view, seen }: { view: View; seen: BuildingSeen }) {
  const { t, href } = view;
  const { widget, form, districts } = seen;
  const fields = { view, form };
  const many = widget.kind !== "search" && !isOfOne(widget.kind);
  const searched = widget.kind === "associations" || widget.kind === "activities";
  return (
    <form method="get" action={href(urls.desk)} class="flow card">
      <SelectField
        {...fields}
        name="widget"
        label={t("diffusion:field.widget")}
        hint={t("diffusion:hint.widget")}
        empty={false}
        options={widgetKinds.map((kind) => ({
          value: widgetNames[kind],
          label: t(`diffusion:kind.${kind}`),
        }))}
      />
      {isOfOne(widget.kind) && (
        <TextField
          {...fields}
          name={widgetNames[widget.kind]}
          label={t(`diffusion:field.${widget.kind}`)}
          hint={t(`diffusion:hint.${widget.kind}`)}
          maxLength={200}
        />
      )}
      {searched && (
        <TextField
          {...fields}
          name="q"
          label={t("diffusion:field.text")}
          maxLength={100}
          optional
        />
      )}
      {many && (
        <>
          <SelectField
            {...fields}
            name="theme"
            label={t("diffusion:field.theme")}
            empty={t("diffusion:any.theme")}
            optional="silent"
            options={themes.map((code) => ({
              value: code,
              label: t(`associations:theme.${code}`),
            }))}
          />
          {searched && (
            <SelectField
              {...fields}
              name="public"
              label={t("diffusion:field.public")}
              empty={t("diffusion:any.public")}
              optional="silent"
              options={publics.map((code) => ({
                value: code,
                label: t(`associations:public.${code}`),
              }))}
            />
          )}
          <SelectField
            {...fields}
            name="quartier"
            label={t("diffusion:field.district")}
            empty={t("diffusion:any.district")}
            optional="silent"
            options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          {widget.kind === "agenda" && (
            <SelectField
              {...fields}
              name="genre"
              label={t("diffusion:field.dates")}
              empty={t("diffusion:dates.events")}
              optional="silent"
              options={[{ value: "tout", label: t("diffusion:dates.all") }]}
            />
          )}
          <TextField
            {...fields}
            name="combien"
            label={t("diffusion:field.most")}
            hint={t("diffusion:hint.most", { most: mostLines })}
            inputmode="numeric"
            maxLength={2}
            short
          />
        </>
      )}
      <SelectField
        {...fields}
        name="fond"
        label={t("diffusion:field.ground")}
        empty={false}
        options={(Object.keys(grounds) as Ground[]).map((ground) => ({
          value: grounds[ground],
          label: t(`diffusion:ground.${ground}`),
        }))}
      />
      <TextField
        {...fields}
        name="couleur"
        label={t("diffusion:field.colour")}
        hint={t("diffusion:hint.colour")}
        maxLength={7}
        short
        optional
      />
      <Button icon="eye">{t("diffusion:see")}</Button>
    </form>
  );
}
