import { Alert, Form, type FormState, type View } from "../../../ui/index.ts";
import type { Activity } from "../record/fields.ts";
import { urls } from "../urls.ts";
import { programmePage, SaveOrBack } from "./frame.tsx";
import { PartFields } from "./part-fields.tsx";
import type { PartName } from "./parts.ts";
import type { Programme } from "./programme.ts";

export type PartSeen = {
  programme: Programme;
  activity: Activity;
  part: PartName;
  form: FormState;
  /** A mark of what the part said when its form was opened. */
  base: string;
  places: readonly string[];
  /** True when somebody else changed the same part meanwhile. */
  moved?: boolean;
};

/** One part of an activity in its form. */
export function partPage(view: View, seen: PartSeen): string {
  const { t, href } = view;
  const { programme, activity, part, form } = seen;
  const title = t(`programme:part.${part}`);
  const sheet = urls.one(programme.base, activity.id);
  return programmePage(
    view,
    programme,
    {
      title: `${title} : ${activity.fields.title}`,
      here: title,
      activity: { id: activity.id, title: activity.fields.title },
      wrong: Object.keys(form.errors).length > 0 || seen.moved === true,
    },
    <>
      <h1>{title}</h1>
      <p class="soft">{activity.fields.title}</p>
      {seen.moved && (
        <div role="alert" tabIndex={-1} data-focus>
          <Alert view={view} kind="warning" title={t("programme:moved.title")}>
            <p>{t("programme:moved.words")}</p>
          </Alert>
        </div>
      )}
      <Form
        view={view}
        form={form}
        action={href(urls.part(programme.base, activity.id, part))}
        keep={part === "essentiel"}
      >
        <input type="hidden" name="_revision" value={String(activity.revision)} />
        <input type="hidden" name="_base" value={seen.base} />
        <PartFields view={view} form={form} part={part} places={seen.places} />
        <SaveOrBack view={view} back={sheet} />
      </Form>
    </>,
  );
}
