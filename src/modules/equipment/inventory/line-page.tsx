import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  Button,
  deskPage,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { Several, problemWords, whyWords } from "./line-words.tsx";
import { trailOf } from "./list-page.tsx";
import { columnField } from "./new-page.tsx";
import type { Line, Planned } from "./planned.ts";
import type { Inventory } from "./queries.ts";

/** One line of the file, to mend: its cells as they were read, each with what is wrong of it. */
export function linePage(
  view: View,
  one: Inventory,
  line: Line,
  planned: Planned,
  form: FormState,
): string {
  const { t, href } = view;
  const title = t("inventory:line.title", { line: line.line });
  const action = href(urls.inventoryLine(one.id, line.line));
  const choices =
    planned.outcome === "conflict"
      ? (["taken", "left"] as const)
      : planned.outcome === "left"
        ? (["again"] as const)
        : (["left"] as const);
  const why = whyWords(view, planned);
  return deskPage(
    view,
    { title, section: urls.desk, main: "text" },
    <>
      <Breadcrumb view={view} trail={trailOf(view, one)} here={title} />
      <h1>{title}</h1>
      <Alert
        view={view}
        kind={planned.outcome === "refused" || planned.outcome === "conflict" ? "warning" : "info"}
        title={t(`inventory:outcome.${planned.outcome}`)}
      >
        {why.length > 0 && <Several words={why} />}
      </Alert>
      {one.state !== "undone" && (
        <>
          <Form view={view} form={form} action={action}>
            {one.header.map((header, column) => {
              const wrong = planned.problems.find(({ target }) => target === one.targets[column]);
              return (
                <TextField
                  view={view}
                  form={form}
                  name={columnField(column)}
                  label={header || t("imports:columns.unnamed", { number: column + 1 })}
                  {...(wrong ? { hint: problemWords(view, wrong) } : {})}
                  optional
                />
              );
            })}
            <Button icon="done">{t("inventory:line.save")}</Button>
          </Form>
          <Actions>
            {choices.map((choice) => (
              <ActionForm
                view={view}
                action={action}
                kind={choice === "taken" ? "primary" : "quiet"}
                icon={choice === "left" ? "close" : "done"}
                fields={{ choix: choice }}
              >
                {t(`inventory:line.${choice}`)}
              </ActionForm>
            ))}
          </Actions>
        </>
      )}
    </>,
  );
}
