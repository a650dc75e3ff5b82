import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  FileField,
  Form,
  SelectField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { trailOf } from "./list-page.tsx";
import type { Inventory } from "./queries.ts";
import { targets } from "./targets.ts";
import { NoPlace } from "../lending-places/no-place.tsx";

export const fileField = "fichier";
export const columnField = (column: number): string => `colonne-${column}`;

/** Which file: nothing is written before one has seen what it would do. */
export function newInventoryPage(view: View, form: FormState, lends: boolean): string {
  const { t, href } = view;
  const title = t("inventory:new.title");
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={trailOf(view)} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("inventory:new.lead")}</p>
      {!lends && <NoPlace view={view} />}
      <Form view={view} form={form} action={href(urls.inventories)} files>
        <FileField
          view={view}
          form={form}
          name={fileField}
          label={t("inventory:new.file")}
          hint={t("inventory:new.fileHint")}
          accept=".csv,.txt,.tsv,.xlsx,.ods"
        />
        <Actions>
          <Button icon="upload" waiting={t("imports:new.waiting")}>
            {t("inventory:new.read")}
          </Button>
          <ButtonLink kind="quiet" href={href(urls.inventories)}>
            {t("lending:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}

/** Column by column: some of its values, and what it holds. */
export function columnsPage(
  view: View,
  one: Inventory,
  samples: readonly string[],
  form: FormState,
): string {
  const { t, href } = view;
  const title = t("inventory:columns.title");
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb view={view} trail={trailOf(view, one)} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("inventory:columns.lead")}</p>
      <Form view={view} form={form} action={href(urls.inventoryColumns(one.id))}>
        {one.header.map((header, column) => (
          <SelectField
            view={view}
            form={form}
            name={columnField(column)}
            label={header || t("imports:columns.unnamed", { number: column + 1 })}
            hint={t("inventory:columns.samples", { samples: samples[column] || "…" })}
            options={targets.map((value) => ({ value, label: t(`inventory:column.${value}`) }))}
            empty={t("imports:columns.none")}
          />
        ))}
        <Actions>
          <Button icon="done">{t("inventory:columns.save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.inventory(one.id))}>
            {t("lending:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
