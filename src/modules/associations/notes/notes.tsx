import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  Form,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Note } from "./queries.ts";
import { longestNote } from "./rules.ts";

type Seen = {
  view: View;
  id: string;
  notes: readonly Note[];
  noting: FormState;
  me: string | undefined;
};

/** What agents tell one another of an association, and a place to add to it. Residents and associations never see it. */
export function Notes({ view, id, notes, noting, me }: Seen) {
  const { t, href } = view;
  const shown = notes.filter((note) => !note.removedAt || note.authorId === me);
  return (
    <section class="flow" id="notes">
      <h2>{t("day:note.title")}</h2>
      {shown.map((note) => (
        <OneNote view={view} id={id} note={note} mine={note.authorId === me} />
      ))}
      <details open={"body" in noting.errors}>
        <summary>{t("day:note.add")}</summary>
        <Form view={view} form={noting} action={href(urls.notes(id))}>
          <NoteFields view={view} form={noting} />
          <Button>{t("day:note.save")}</Button>
        </Form>
      </details>
    </section>
  );
}

/** The text of a note, what it should not say, and the box of who knows what they write. */
export const NoteFields = ({ view, form }: { view: View; form: FormState }) => (
  <>
    <TextArea
      view={view}
      form={form}
      name="body"
      label={view.t("day:note.body")}
      hint={view.t("day:note.hint")}
      rows={4}
      maxLength={longestNote}
    />
    {form.values["warned"] && (
      <Checkbox
        view={view}
        form={form}
        name="sure"
        label={view.t("day:note.sure")}
        optional="silent"
      />
    )}
  </>
);

function OneNote(props: { view: View; id: string; note: Note; mine: boolean }) {
  const { view, id, note, mine } = props;
  const { t, href } = view;
  const date = momentWords(view.lang, note.at);
  const name = note.author ?? t("registry:history.actor.person");
  if (note.removedAt)
    return (
      <div class="row">
        <p class="soft">{t("day:note.removed", { date })}</p>
        <ActionForm view={view} action={href(urls.noteBack(id, note.id))} kind="quiet" icon="undo">
          {t("day:note.restore")}
        </ActionForm>
      </div>
    );
  return (
    <Card>
      <p class="prose">{note.body}</p>
      <p class="soft">
        {t("day:note.by", { name, date })}
        {note.editedAt && ` ${t("day:note.edited")}`}
      </p>
      {mine && (
        <div class="row">
          <ButtonLink href={href(urls.note(id, note.id))} kind="quiet" icon="edit">
            {t("day:note.edit")}
            <span class="sr"> {date}</span>
          </ButtonLink>
          <ActionForm
            view={view}
            action={href(urls.noteRemoval(id, note.id))}
            kind="quiet"
            icon="remove"
          >
            {t("day:note.remove")}
            <span class="sr"> {date}</span>
          </ActionForm>
        </div>
      )}
    </Card>
  );
}
