import type { ComponentChildren } from "preact";
import { Breadcrumb, deskPage, page, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Keeper } from "./keeper.ts";

/** A page about the people of an association, on the side it is read from. */
export function keptPage(
  view: View,
  keeper: Pick<Keeper, "association" | "side" | "home">,
  {
    title,
    wrong = false,
    above,
  }: { title: string; wrong?: boolean; above?: { words: string; path: string } },
  children: ComponentChildren,
): string {
  const { t } = view;
  const desk = keeper.side === "desk";
  const trail = [
    desk
      ? { words: t("registry:list.title"), path: urls.list }
      : { words: t("people:space.title"), path: "/espace" },
    { words: keeper.association.name, path: keeper.home },
    ...(above ? [above] : []),
  ];
  const body = (
    <>
      <Breadcrumb view={view} trail={trail} here={title} />
      <h1>{title}</h1>
      {children}
    </>
  );
  return desk
    ? deskPage(view, { title, section: urls.list, main: "text", wrong }, body)
    : page(view, { title, section: "/espace", main: "text", hidden: true, wrong }, body);
}
