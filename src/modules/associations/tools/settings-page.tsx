import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  Card,
  deskPage,
  Form,
  HiddenField,
  SelectField,
  Tag,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { toolName, type Tool } from "./list.ts";
import { lentCategories, longestName } from "./rules.ts";

const lentOptions = ({ t }: View) =>
  lentCategories.map((value) => ({ value, label: t(`equipment:category.${value}`) }));

/** The commune's list of essential tools: what it asks every association about. */
export function toolListPage(
  view: View,
  { tools, form }: { tools: readonly Tool[]; form: FormState },
): string {
  const { t, href } = view;
  const title = t("toolsdesk:settings.title");
  const kept = tools.filter(({ removed }) => !removed);
  const removed = tools.filter((tool) => tool.removed);
  return deskPage(
    view,
    { title, section: urls.needs, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("toolsdesk:list.title"), path: urls.needs }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("toolsdesk:settings.lead")}</p>
      <h2 class="sr">{t("toolsdesk:settings.kept")}</h2>
      {kept.map((tool) => (
        <OneTool view={view} tool={tool} />
      ))}
      {removed.length > 0 && (
        <section class="flow push">
          <h2>{t("toolsdesk:settings.removed")}</h2>
          <ul class="plain">
            {removed.map((tool) => (
              <li class="row">
                {toolName(t, tool)}
                <ActionForm
                  view={view}
                  action={href(urls.toolBack(tool.code))}
                  kind="quiet"
                  icon="undo"
                >
                  {t("toolsdesk:settings.restore")}
                  <span class="sr"> : {toolName(t, tool)}</span>
                </ActionForm>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="flow push">
        <h2>{t("toolsdesk:settings.add")}</h2>
        <Form view={view} form={form} action={href(urls.toolList)}>
          <TextField
            view={view}
            form={form}
            name="name"
            label={t("toolsdesk:settings.name")}
            hint={t("toolsdesk:settings.nameHint")}
            maxLength={longestName}
          />
          <SelectField
            view={view}
            form={form}
            name="category"
            label={t("toolsdesk:settings.category")}
            empty={t("toolsdesk:settings.notLent")}
            options={lentOptions(view)}
            optional
          />
          <Actions>
            <Button icon="add">{t("toolsdesk:settings.do")}</Button>
          </Actions>
        </Form>
      </section>
    </>,
  );
}

function OneTool({ view, tool }: { view: View; tool: Tool }) {
  const { t, href } = view;
  const { code, category } = tool;
  const words = toolName(t, tool);
  const form = { values: { [`category-${code}`]: category ?? "" }, errors: {} };
  return (
    <Card title={words}>
      <p>
        {category ? (
          <Tag icon="equipment">
            {t(`equipment:category.${category}` as "equipment:category.other")}
          </Tag>
        ) : (
          <span class="soft">{t("toolsdesk:settings.notLent")}</span>
        )}
      </p>
      <details>
        <summary>
          {t("toolsdesk:settings.change")}
          <span class="sr"> : {words}</span>
        </summary>
        <Form view={view} form={form} action={href(urls.toolChange(code))}>
          <HiddenField name="tool" value={code} />
          <SelectField
            view={view}
            form={form}
            name={`category-${code}`}
            label={t("toolsdesk:settings.category")}
            empty={t("toolsdesk:settings.notLent")}
            options={lentOptions(view)}
            optional
          />
          <Button kind="secondary">{t("toolsdesk:settings.save")}</Button>
        </Form>
        <ActionForm view={view} action={href(urls.toolRemoval(code))} kind="quiet" icon="remove">
          {t("toolsdesk:settings.remove")}
          <span class="sr"> : {words}</span>
        </ActionForm>
      </details>
    </Card>
  );
}
