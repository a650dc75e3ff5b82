import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  deskPage,
  EmptyState,
  Form,
  HiddenField,
  RestScene,
  Table,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { toolName, type Tool } from "../../associations/index.ts";
import { longest } from "../codes.ts";
import { linesWords } from "../loans/parts.tsx";
import { ShownTag } from "../models/list-page.tsx";
import type { Model } from "../models/queries.ts";
import { kitUrls, urls } from "../urls.ts";
import type { Kit } from "./queries.ts";
import { countField } from "./reading.ts";

const trail = ({ t }: View) => [{ words: t("lending:title"), path: urls.desk }];

/** Models that go together, asked for in one line. */
export function kitsPage(view: View, kits: readonly Kit[]): string {
  const { t, href } = view;
  return deskPage(
    view,
    { title: t("keeping:kits.title"), section: urls.desk },
    <>
      <Breadcrumb view={view} trail={trail(view)} here={t("keeping:kits.title")} />
      <h1>{t("keeping:kits.title")}</h1>
      <p class="lead">{t("keeping:kits.lead")}</p>
      <Actions>
        <ButtonLink href={href(kitUrls.add)} icon="add">
          {t("keeping:kits.add")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("keeping:kits.title")}
        captionHidden
        rows={kits}
        empty={
          <EmptyState scene={<RestScene />} title={t("keeping:kits.empty")}>
            <p>{t("keeping:kits.emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("keeping:kits.name"),
            heading: true,
            cell: ({ id, name }) => <a href={href(kitUrls.one(id))}>{name}</a>,
          },
          { label: t("keeping:kits.holds"), cell: linesWords },
          {
            label: t("keeping:kits.for"),
            ifAny: true,
            cell: ({ forSupportPoints }) =>
              forSupportPoints ? t("keeping:kits.supportPoints") : undefined,
          },
          {
            label: t("lending:models.state"),
            cell: ({ shown }) => <ShownTag view={view} state={shown ? "shown" : "hidden"} />,
          },
        ]}
      />
    </>,
  );
}

export type KitSeen = {
  kit: Kit | undefined;
  models: readonly Model[];
  /** The essential tools it may answer. */
  tools: readonly Tool[];
  form: FormState;
};

/** What a kit is for, and how many of each model it has. */
export function kitPage(view: View, { kit, models, tools, form }: KitSeen): string {
  const { t, href } = view;
  const title = kit?.name ?? t("keeping:kits.add");
  const of = { view, form };
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[...trail(view), { words: t("keeping:kits.title"), path: kitUrls.all }]}
        here={title}
      />
      <h1>{title}</h1>
      {models.length === 0 ? (
        <Alert view={view} kind="info" title={t("keeping:kits.noModel")}>
          <p>
            <a href={href(urls.addModel)}>{t("lending:model.add")}</a>
          </p>
        </Alert>
      ) : (
        <Form {...of} action={href(kit ? kitUrls.one(kit.id) : kitUrls.add)}>
          {kit && <HiddenField name="_revision" value={String(kit.revision)} />}
          <TextField
            {...of}
            name="name"
            label={t("keeping:kits.name")}
            hint={t("keeping:kits.nameHint")}
            maxLength={longest.name}
          />
          <TextArea
            {...of}
            name="purpose"
            label={t("lending:field.purpose")}
            rows={2}
            maxLength={longest.purpose}
          />
          <fieldset class="flow">
            <legend class="legend">{t("keeping:kits.holds")}</legend>
            <p class="soft">{t("keeping:kits.holdsHint")}</p>
            {models.map((model) => (
              <TextField
                {...of}
                name={countField(model.id)}
                label={model.name}
                type="number"
                inputmode="numeric"
                min="0"
                max="500"
                short
                optional="silent"
              />
            ))}
          </fieldset>
          <Checkbox
            {...of}
            name="forSupportPoints"
            label={t("keeping:kits.standard")}
            hint={t("keeping:kits.standardHint")}
          />
          <CheckboxGroup
            {...of}
            name="tools"
            label={t("keeping:kits.tools")}
            hint={t("keeping:kits.toolsHint")}
            optional
            options={tools.map((tool) => ({ value: tool.code, label: toolName(t, tool) }))}
          />
          <Checkbox {...of} name="shown" label={t("keeping:kits.show")} />
          <Actions>
            <Button icon="done">{t("lending:save")}</Button>
            <ButtonLink kind="quiet" href={href(kitUrls.all)}>
              {t("lending:back")}
            </ButtonLink>
          </Actions>
        </Form>
      )}
      {kit && (
        <ActionForm view={view} action={href(kitUrls.removal(kit.id))} kind="danger" icon="remove">
          {t("keeping:kits.remove")}
        </ActionForm>
      )}
    </>,
  );
}
