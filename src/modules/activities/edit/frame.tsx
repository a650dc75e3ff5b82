import type { ComponentChildren } from "preact";
import { associationUrls } from "../../associations/index.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  page,
  type View,
} from "../../../ui/index.ts";
import type { Programme } from "./programme.ts";
import { urls } from "../urls.ts";

/** A page of the programme, in the space or at the desk: the same content in two buildings. */
export function programmePage(
  view: View,
  programme: Programme,
  options: {
    title: string;
    wrong?: boolean;
    /** The last word of the trail, when it is not the list itself. */
    here?: string;
    activity?: { id: string; title: string };
  },
  children: ComponentChildren,
): string {
  const { t } = view;
  const { side, base, id, name } = programme;
  const { title, here, activity, wrong = false } = options;
  const trail = [
    side === "desk"
      ? { words: t("registry:list.title"), path: associationUrls.list }
      : { words: t("people:space.title"), path: "/espace" },
    {
      words: name,
      path: side === "desk" ? associationUrls.one(id) : associationUrls.spaceListing(id),
    },
    ...(here ? [{ words: t("programme:title"), path: base }] : []),
    ...(activity ? [{ words: activity.title, path: urls.one(base, activity.id) }] : []),
  ];
  const body = (
    <>
      <Breadcrumb view={view} trail={trail} here={here ?? t("programme:title")} />
      {children}
    </>
  );
  return side === "desk"
    ? deskPage(view, { title, section: associationUrls.list, main: "text", wrong }, body)
    : page(view, { title, section: "/espace", main: "text", hidden: true, wrong }, body);
}

/** The end of a form: saving, or going back as it was. */
export const SaveOrBack = ({ view, back }: { view: View; back: string }) => (
  <Actions>
    <Button icon="done">{view.t("programme:save")}</Button>
    <ButtonLink kind="quiet" href={view.href(back)}>
      {view.t("programme:cancel")}
    </ButtonLink>
  </Actions>
);
