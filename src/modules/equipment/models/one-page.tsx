import { associationUrls } from "../../associations/index.ts";
import { PhotoFigure } from "../../communes/index.ts";
import { euros } from "../../../ui/money.ts";
import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  ButtonLink,
  Facts,
  Refused,
  Table,
  Tag,
  type Tone,
  type View,
} from "../../../ui/index.ts";
import type { UnitState } from "../codes.ts";
import { ModelUpkeep } from "../upkeep/parts.tsx";
import type { Plan } from "../upkeep/queries.ts";
import type { Unit } from "../units/queries.ts";
import { keptPage, modelsTrail } from "../kept-page.tsx";
import { urls as publicUrls } from "../urls.ts";
import { urls as deskUrls } from "../urls.ts";
import type { Side } from "../who.ts";
import { ShownTag } from "./list-page.tsx";
import type { Model, Piece } from "./queries.ts";

export type ModelKept = {
  side: Side;
  model: Model;
  units: readonly Unit[];
  /** What is done to its units again and again; at the desk. */
  plans: readonly Plan[] | undefined;
  refused?: string;
};

/** A model as who keeps it sees it: what it is, and each unit of it. */
export function modelPage(view: View, { side, model, units, plans, refused }: ModelKept): string {
  const { t, href } = view;
  const { urls } = side;
  const shown = model.state === "shown";
  const showing = (side.name === "desk" || !model.withheldAt) && (
    <ActionForm
      view={view}
      action={href(shown ? urls.hiding(model.id) : urls.showing(model.id))}
      icon={shown ? "close" : "done"}
      kind={shown ? "quiet" : "primary"}
    >
      {t(shown ? "lending:model.hide" : "lending:model.show")}
    </ActionForm>
  );
  return keptPage(
    view,
    side,
    { title: model.name },
    <>
      <Breadcrumb view={view} trail={modelsTrail(view, side)} here={model.name} />
      <h1>{model.name}</h1>
      <Refused view={view} sentence={refused} />
      <p class="row">
        <ShownTag view={view} state={model.state} />
        <span class="soft">{t(`equipment:category.${model.category}`)}</span>
        {side.name === "desk" && model.owner && (
          <a href={href(associationUrls.one(model.owner.id))}>
            {t("equipment:lentBy", { name: model.owner.name })}
          </a>
        )}
      </p>
      {model.withheldAt && (
        <Alert view={view} kind="warning" title={t("lending:model.withheld")}>
          <p>
            {t(side.name === "desk" ? "lending:model.withheldDesk" : "lending:model.withheldOwn")}
          </p>
        </Alert>
      )}
      <p>{model.purpose}</p>
      {!shown && units.length === 0 && (
        <Alert view={view} kind="info" title={t("lending:model.noUnit")}>
          <p>{t("lending:model.noUnitHow")}</p>
        </Alert>
      )}
      <Actions>
        {!shown && showing}
        <ButtonLink href={href(urls.editModel(model.id))} kind="secondary" icon="edit">
          {t("lending:model.edit")}
        </ButtonLink>
        <ButtonLink href={href(urls.photo(model.id))} kind="secondary" icon="picture">
          {t("photo:title")}
        </ButtonLink>
        <ButtonLink href={href(urls.addUnits(model.id))} kind="secondary" icon="add">
          {t("lending:units.add")}
        </ButtonLink>
        {side.name === "desk" && units.length > 0 && (
          <ButtonLink href={href(deskUrls.labelsOf(model.id))} kind="secondary" icon="print">
            {t("paperdesk:labels.title")}
          </ButtonLink>
        )}
        {shown && showing}
      </Actions>
      {shown && (
        <p>
          <a href={href(publicUrls.model(model.slug))}>{t("lending:model.seePublic")}</a>
        </p>
      )}
      {model.photo && <PhotoFigure view={view} photo={model.photo} />}
      <ModelFacts view={view} model={model} />
      <UnitsTable view={view} side={side} units={units} />
      {plans && <ModelUpkeep view={view} modelId={model.id} plans={plans} />}
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
        {
          term: t("lending:field.decision"),
          value: model.owner && t(`lending:ownDecision.${model.decision ?? "asked"}`),
        },
        { term: t("lending:field.ownerRules"), value: model.ownerRules },
        {
          term: t("lending:part.return"),
          value: model.holdsData ? t("lending:model.cleaned") : undefined,
        },
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

/** What a unit is fit for; of one somebody has, that it is out. */
export function UnitTag({ view, unit }: { view: View; unit: Pick<Unit, "state" | "heldBy"> }) {
  const { state, heldBy } = unit;
  if (heldBy) return <Tag tone="info">{view.t("equipment:loan.unit.out")}</Tag>;
  const words = view.t(`lending:unit.${state}`);
  const tone = tones[state];
  return tone ? <Tag tone={tone}>{words}</Tag> : <Tag>{words}</Tag>;
}

const UnitsTable = ({ view, side, units }: { view: View; side: Side; units: readonly Unit[] }) => (
  <Table
    view={view}
    caption={view.t("lending:units.caption")}
    rows={units}
    empty={<p class="soft">{view.t("lending:units.empty")}</p>}
    columns={[
      {
        label: view.t("lending:units.tag"),
        heading: true,
        cell: ({ tag }) => <a href={view.href(side.urls.unit(tag))}>{tag}</a>,
      },
      { label: view.t("lending:units.place"), cell: ({ placeName }) => placeName },
      { label: view.t("lending:units.shelf"), ifAny: true, cell: ({ shelf }) => shelf },
      { label: view.t("lending:units.plan"), ifAny: true, cell: ({ dataPlan }) => dataPlan },
      {
        label: view.t("lending:units.state"),
        cell: (unit) => <UnitTag view={view} unit={unit} />,
      },
      { label: view.t("lending:units.note"), ifAny: true, minor: true, cell: ({ note }) => note },
    ]}
  />
);
