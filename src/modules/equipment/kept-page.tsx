import type { ComponentChildren } from "preact";
import { deskPage, page, type FormState, type View } from "../../ui/index.ts";
import { ownUrls, urls } from "./urls.ts";
import type { Side } from "./who.ts";

/** A page where equipment is kept: at the desk, or in the space of an association. `form` when something is typed there. */
export function keptPage(
  view: View,
  side: Side,
  { title, form, refused }: { title: string; form?: FormState; refused?: string | undefined },
  children: ComponentChildren,
): string {
  const options = {
    title,
    ...(form
      ? { main: "text" as const, wrong: !!refused || Object.keys(form.errors).length > 0 }
      : {}),
  };
  return side.name === "desk"
    ? deskPage(view, { ...options, section: urls.desk }, children)
    : page(view, { ...options, section: "/espace", hidden: true }, children);
}

/** What stands above all of equipment on a side. */
export const homeTrail = (view: View, side: Side): { words: string; path: string }[] =>
  side.name === "desk"
    ? [{ words: view.t("lending:title"), path: urls.desk }]
    : [
        { words: view.t("people:space.title"), path: "/espace" },
        { words: view.t("own:title"), path: ownUrls.home },
      ];

/** What stands above a loan on a side. */
export const loansTrail = (view: View, side: Side): { words: string; path: string }[] => [
  ...homeTrail(view, side),
  ...(side.name === "desk" ? [] : [{ words: view.t("own:requests"), path: ownUrls.asked }]),
];

/** What stands above a gesture on a loan. */
export const loanTrail = (view: View, side: Side, { id, code }: { id: string; code: string }) => [
  ...loansTrail(view, side),
  { words: view.t("equipment:loan.title", { code }), path: side.urls.deskLoan(id) },
];

/** What stands above the models on a side. */
export const modelsTrail = (view: View, side: Side): { words: string; path: string }[] => [
  ...homeTrail(view, side),
  ...(side.name === "desk" ? [{ words: view.t("lending:models.title"), path: urls.models }] : []),
];
