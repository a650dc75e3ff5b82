import { euros } from "../../../ui/money.ts";
import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Facts,
  Table,
  Tag,
  type Tone,
  type View,
} from "../../../ui/index.ts";
import type { UnitState } from "../codes.ts";
import type { Unit } from "../units/queries.ts";
import { urls } from "../urls.ts";
import { ShownTag } from "./list-page.tsx";
import type { Model, Piece } from "./queries.ts";

/** A model at the desk: what it is, and each unit of it. */
export function modelPage(view: View, model: Model, units: readonly Unit[]): string {
  const { t, href } = view;
  const shown = model.state === "shown";
  return deskPage(
    view,
    { title: model.name, section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("lending:title"), path: urls.desk },
          { words: t("lending:models.title"), path: urls.models },
        ]}
        here={model.name}
      />
      <h1>{model.name}</h1>
      <p class="row">
        <ShownTag view={view} state={model.state} />
        <span class="soft">{t(`equipment:category.${model.category}`)}</span>
      </p>
      <p>{model.purpose}</p>
      {!shown && units.length === 0 && (
        <Alert view={view} kind="info" title={t("lending:model.noUnit")}>
          <p>{t("lending:model.noUnitHow")}</p>
        </Alert>
      )}
      <Actions>
        <ActionForm
          view={view}
          action={href(shown ? urls.hiding(model.id) : urls.showing(model.id))}
          icon={shown ? "close" : "done"}
          kind={shown ? "quiet" : "primary"}
        >
          {t(shown ? "lending:model.hide" : "lending:model.show")}
        </ActionForm>
        <ButtonLink href={href(urls.editModel(model.id))} kind="secondary" icon="edit">
          {t("lending:model.edit")}
        </ButtonLink>
        <ButtonLink href={href(urls.addUnits(model.id))} kind="secondary" icon="add">
          {t("lending:units.add")}
        </ButtonLink>
        {units.length > 0 && (
          <ButtonLink href={href(urls.labelsOf(model.id))} kind="secondary" icon="print">
            {t("paperdesk:labels.title")}
          </ButtonLink>
        )}
      </Actions>
      <ModelFacts view={view} model={model} />
      <UnitsTable view={view} units={units} />
    </>,
  );
}

function ModelFacts({ view, model }: { view: View; model: Model }) {
  const { t, lang } = view;
  const money = (cents: number | null) => (cents === null ? undefined : euros(lang, cents / 100));
  return (
    <Facts
      view={view}
      facts={[
        { term: t("lending:field.pieces"), value: piecesWords(model) },
        { term: t("lending:field.value"), value: money(model.valueCents) },
        { term: t("lending:field.dayValue"), value: money(model.dayValueCents) },
        { term: t("lending:field.checklist"), value: model.checklist.join(", ") },
        { term: t("lending:part.return"), value: model.holdsData && t("lending:model.cleaned") },
      ]}
    />
  );
}

export const piecesWords = ({ pieces }: Pick<Model, "pieces">): string | undefined =>
  pieces.map(pieceWords).join(", ") || undefined;

export const pieceWords = ({ name, quantity }: Piece): string =>
  quantity === 1 ? name : `${quantity} ${name}`;

const tones: Partial<Record<UnitState, Tone>> = {
  ready: "success",
  to_check: "warning",
  repair: "warning",
  lost: "error",
};

export function UnitTag({ view, state }: { view: View; state: UnitState }) {
  const words = view.t(`lending:unit.${state}`);
  const tone = tones[state];
  return tone ? <Tag tone={tone}>{words}</Tag> : <Tag>{words}</Tag>;
}

const UnitsTable = ({ view, units }: { view: View; units: readonly Unit[] }) => (
  <Table
    view={view}
    caption={view.t("lending:units.caption")}
    rows={units}
    empty={<p class="soft">{view.t("lending:units.empty")}</p>}
    columns={[
      {
        label: view.t("lending:units.tag"),
        heading: true,
        cell: ({ tag }) => <a href={view.href(urls.unit(tag))}>{tag}</a>,
      },
      { label: view.t("lending:units.place"), cell: ({ placeName }) => placeName },
      { label: view.t("lending:units.shelf"), ifAny: true, cell: ({ shelf }) => shelf },
      { label: view.t("lending:units.plan"), ifAny: true, cell: ({ dataPlan }) => dataPlan },
      {
        label: view.t("lending:units.state"),
        cell: ({ state }) => <UnitTag view={view} state={state} />,
      },
      { label: view.t("lending:units.note"), ifAny: true, minor: true, cell: ({ note }) => note },
    ]}
  />
);
