import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  CheckboxGroup,
  deskPage,
  EmptyState,
  Form,
  RestScene,
  SelectField,
  Table,
  Tag,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { longest } from "../codes.ts";
import type { LendingPlace } from "../lending-places/queries.ts";
import type { Model } from "../models/queries.ts";
import { partUrls, urls } from "../urls.ts";
import type { Part } from "./queries.ts";
import { NoPlace } from "../lending-places/no-place.tsx";

export const partsTrail = ({ t }: View) => [
  { words: t("lending:title"), path: urls.desk },
  { words: t("keeping:parts.title"), path: partUrls.all },
];

export const StockTag = ({ view, part }: { view: View; part: Part }) =>
  part.low ? (
    <Tag tone="warning">{view.t("keeping:parts.low")}</Tag>
  ) : (
    <Tag tone="success">{view.t("keeping:parts.enough")}</Tag>
  );

/** Cables, lamps, cartridges: how many there are and where, those to buy first. */
export function partsPage(view: View, parts: readonly Part[]): string {
  const { t, href } = view;
  const low = parts.filter((part) => part.low);
  return deskPage(
    view,
    { title: t("keeping:parts.title"), section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={partsTrail(view).slice(0, 1)}
        here={t("keeping:parts.title")}
      />
      <h1>{t("keeping:parts.title")}</h1>
      <p class="lead">{t("keeping:parts.lead")}</p>
      {low.length > 0 && (
        <Alert view={view} kind="warning" title={t("keeping:parts.toBuy", { count: low.length })}>
          <p>{low.map(({ name }) => name).join(", ")}</p>
        </Alert>
      )}
      <Actions>
        <ButtonLink href={href(partUrls.add)} icon="add">
          {t("keeping:parts.add")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("keeping:parts.title")}
        captionHidden
        rows={parts}
        empty={
          <EmptyState scene={<RestScene />} title={t("keeping:parts.empty")}>
            <p>{t("keeping:parts.emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("keeping:parts.name"),
            heading: true,
            cell: ({ id, name }) => <a href={href(partUrls.one(id))}>{name}</a>,
          },
          {
            label: t("keeping:parts.inStock"),
            numeric: true,
            cell: ({ inStock }) => inStock,
          },
          {
            label: t("lending:units.state"),
            cell: (part) => <StockTag view={view} part={part} />,
          },
          { label: t("lending:units.place"), cell: ({ placeName }) => placeName },
          { label: t("lending:units.shelf"), ifAny: true, cell: ({ shelf }) => shelf },
          {
            label: t("keeping:parts.for"),
            ifAny: true,
            minor: true,
            cell: ({ models }) => models.map(({ name }) => name).join(", "),
          },
        ]}
      />
    </>,
  );
}

export type PartEdited = {
  part: Part | undefined;
  places: readonly LendingPlace[];
  models: readonly Model[];
  form: FormState;
};

/** What a part is for, where it is kept, and when to buy some. */
export function partEditPage(view: View, { part, places, models, form }: PartEdited): string {
  const { t, href } = view;
  const title = t(part ? "lending:model.edit" : "keeping:parts.add");
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          ...partsTrail(view),
          ...(part ? [{ words: part.name, path: partUrls.one(part.id) }] : []),
        ]}
        here={title}
      />
      <h1>{title}</h1>
      {places.length === 0 ? (
        <NoPlace view={view} />
      ) : (
        <Form {...of} action={href(part ? partUrls.edit(part.id) : partUrls.add)}>
          <TextField
            {...of}
            name="name"
            label={t("keeping:parts.name")}
            hint={t("keeping:parts.nameHint")}
            maxLength={longest.name}
          />
          <SelectField
            {...of}
            name="place"
            label={t("lending:units.place")}
            empty={false}
            options={places.map(({ placeId, name }) => ({ value: placeId, label: name }))}
          />
          <TextField
            {...of}
            name="shelf"
            label={t("lending:units.shelf")}
            maxLength={longest.shelf}
            optional
          />
          <TextField
            {...of}
            name="threshold"
            label={t("keeping:parts.threshold")}
            hint={t("keeping:parts.thresholdHint")}
            inputmode="numeric"
            short
          />
          {models.length > 0 && (
            <CheckboxGroup
              {...of}
              name="models"
              label={t("keeping:parts.for")}
              options={models.map(({ id, name }) => ({ value: id, label: name }))}
              optional
            />
          )}
          <Actions>
            <Button icon="done">{t("lending:save")}</Button>
            <ButtonLink kind="quiet" href={href(part ? partUrls.one(part.id) : partUrls.all)}>
              {t("lending:back")}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </>,
  );
}
