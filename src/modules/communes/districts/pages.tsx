import { Refused } from "../../../ui/alert.tsx";
import { AreaMap } from "../../../ui/area-map.tsx";
import { RadioGroup } from "../../../ui/choices.tsx";
import { FileField, TextField } from "../../../ui/fields.tsx";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Form,
  type FormState,
} from "../../../ui/form.tsx";
import { areasOf } from "../../../ui/map.ts";
import { Table } from "../../../ui/table.tsx";
import type { View } from "../../../ui/view.ts";
import { settingsPage } from "../settings/pages.tsx";
import { settingsUrls } from "../settings/urls.ts";
import type { District } from "./queries.ts";

export type DistrictsPage = {
  districts: readonly District[];
  outline: unknown;
  addForm: FormState;
  shapesForm: FormState;
  /** A refusal that concerns no field: a district in use. */
  refused?: string | undefined;
};

/** The districts: their names and order, their map, a file to draw them. */
export function districtsPage(view: View, data: DistrictsPage): string {
  const { t } = view;
  const wrong = [data.addForm, data.shapesForm].find(
    ({ errors }) => Object.keys(errors).length > 0,
  );
  return settingsPage(
    view,
    {
      title: t("settings:districts.title"),
      lead: t("settings:districts.lead"),
      ...(wrong ? { form: wrong } : {}),
    },
    <>
      <Refused view={view} sentence={data.refused} />
      <DistrictTable view={view} districts={data.districts} />
      <section class="flow push">
        <h2>{t("settings:districts.add.title")}</h2>
        <Form view={view} action={view.href(settingsUrls.districts)} form={data.addForm}>
          <TextField
            view={view}
            form={data.addForm}
            name="name"
            label={t("settings:districts.add.label")}
            hint={t("settings:districts.add.hint")}
            maxLength={80}
          />
          <Actions>
            <Button icon="add">{t("settings:districts.add.do")}</Button>
          </Actions>
        </Form>
      </section>
      <Map view={view} data={data} />
    </>,
  );
}

function DistrictTable({ view, districts }: { view: View; districts: readonly District[] }) {
  const { t } = view;
  return (
    <Table
      view={view}
      caption={t("settings:districts.caption")}
      rows={districts}
      empty={<p>{t("settings:districts.empty")}</p>}
      columns={[
        { label: t("settings:districts.name"), heading: true, cell: ({ name }) => name },
        { label: t("settings:districts.places"), numeric: true, cell: ({ places }) => places },
        {
          label: t("settings:districts.shape"),
          cell: ({ shape }) => t(`settings:districts.${shape ? "drawn" : "notDrawn"}`),
        },
        {
          label: t("settings:districts.actions"),
          cell: (district) => <DistrictActions view={view} district={district} />,
        },
      ]}
    />
  );
}

function DistrictActions({ view, district }: { view: View; district: District }) {
  const { t } = view;
  const which = <span class="sr"> ({district.name})</span>;
  return (
    <div class="row">
      {(["up", "down"] as const).map((direction) => (
        <ActionForm
          view={view}
          kind="quiet"
          icon={direction}
          action={view.href(settingsUrls.moveDistrict(district.id))}
          fields={{ sens: direction }}
        >
          {t(`settings:districts.${direction}`)}
          {which}
        </ActionForm>
      ))}
      <ButtonLink kind="quiet" icon="edit" href={view.href(settingsUrls.district(district.id))}>
        {t("settings:districts.rename")}
        {which}
      </ButtonLink>
      <ActionForm
        view={view}
        kind="quiet"
        icon="remove"
        action={view.href(settingsUrls.removeDistrict(district.id))}
      >
        {t("settings:districts.remove")}
        {which}
      </ActionForm>
    </div>
  );
}

function Map({ view, data }: { view: View; data: DistrictsPage }) {
  const { t } = view;
  const form = data.shapesForm;
  const outline = areasOf(data.outline);
  const drawn = data.districts.flatMap(({ name, shape }) =>
    areasOf(shape).map((area) => ({ ...area, name })),
  );
  return (
    <section class="flow push">
      <h2>{t("settings:districts.map.title")}</h2>
      <p>{t("settings:districts.map.lead")}</p>
      {outline.length + drawn.length > 0 ? (
        <AreaMap view={view} outline={outline} districts={drawn} places={[]} />
      ) : (
        <p>{t("settings:districts.map.none")}</p>
      )}
      <Form view={view} action={view.href(settingsUrls.shapes)} form={form} files>
        <RadioGroup
          view={view}
          form={form}
          name="what"
          label={t("settings:districts.map.what")}
          options={[
            { value: "outline", label: t("settings:districts.map.outline") },
            {
              value: "districts",
              label: t("settings:districts.map.shapes"),
              hint: t("settings:districts.map.shapesHint"),
            },
          ]}
        />
        <FileField
          view={view}
          form={form}
          name="file"
          label={t("settings:districts.map.file")}
          hint={t("settings:districts.map.fileHint")}
          accept=".geojson,.json,application/geo+json,application/json"
        />
        <Actions>
          <Button icon="upload">{t("settings:districts.map.do")}</Button>
        </Actions>
      </Form>
    </section>
  );
}
