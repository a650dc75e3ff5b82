import type { ComponentChildren } from "preact";
import type { View } from "../../../ui/index.ts";
import { programmePage } from "../../activities/index.ts";
import type { Keeping } from "./keeping.ts";

/** A page of the registrations of an activity, in the space or at the desk. */
export const rollPage = (
  view: View,
  { programme, activity }: Keeping,
  { title, wrong = false }: { title: string; wrong?: boolean },
  children: ComponentChildren,
): string =>
  programmePage(
    view,
    programme,
    {
      title: `${title} : ${activity.fields.title}`,
      here: title,
      activity: { id: activity.id, title: activity.fields.title },
      wrong,
    },
    children,
  );
