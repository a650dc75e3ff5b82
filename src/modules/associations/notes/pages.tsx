import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  HiddenField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { NoteFields } from "./notes.tsx";
import type { Note } from "./queries.ts";

/** One's own note, to write anew or to put back as it was. */
export function notePage(
  view: View,
  seen: { id: string; name: string; note: Note; form: FormState; revision: number },
): string {
  const { t, href } = view;
  const { id, note, form } = seen;
  const title = t("day:note.editTitle");
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("registry:list.title"), path: urls.list },
          { words: seen.name, path: urls.one(id) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Form view={view} form={form} action={href(urls.note(id, note.id))}>
        <HiddenField name="_revision" value={String(seen.revision)} />
        <NoteFields view={view} form={form} />
        <Actions>
          <Button>{t("day:note.save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.one(id))}>
            {t("registry:edit.back")}
          </ButtonLink>
        </Actions>
      </Form>
      {note.previous && (
        <>
          <h2>{t("day:note.before")}</h2>
          <p class="prose">{note.previous}</p>
          <ActionForm
            view={view}
            action={href(urls.note(id, note.id))}
            kind="secondary"
            icon="undo"
            fields={{ body: note.previous, sure: "on", _revision: String(note.revision) }}
          >
            {t("day:note.putBack")}
          </ActionForm>
        </>
      )}
    </>,
  );
}
