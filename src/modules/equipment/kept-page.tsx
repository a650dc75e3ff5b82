import type { ComponentChildren } from "preact";
import { deskPage, page, type FormState, type View } from "../../ui/index.ts";
import { urls } from "./urls.ts";
import type { Side } from "./who.ts";

/** A page where equipment is kept: at the desk, or in the space of an association. `form` when something is typed there. */
export function keptPage(
  view: View,
  side: Side,
  { title, form }: { title: string; form?: FormState },
  children: ComponentChildren,
): string {
  const options = {
    title,
    ...(form ? { main: "text" as const, wrong: Object.keys(form.errors).length > 0 } : {}),
  };
  return side.name === "desk"
    ? deskPage(view, { ...options, section: urls.desk }, children)
    : page(view, { ...options, section: "/espace", hidden: true }, children);
}

/** What stands above the models on a side. */
export const modelsTrail = (view: View, side: Side): { words: string; path: string }[] =>
  side.name === "desk"
    ? [
        { words: view.t("lending:title"), path: urls.desk },
        { words: view.t("lending:models.title"), path: urls.models },
      ]
    : [
        { words: view.t("people:space.title"), path: "/espace" },
        { words: view.t("own:title"), path: side.urls.models },
      ];
