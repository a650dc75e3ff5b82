import type { Door, View } from "../../../ui/index.ts";
import type { Keeper } from "../members/keeper.ts";
import { urls } from "../urls.ts";

/** Where things are, for somebody of an association: each leads to a page they may open. */
export function doorsOf(
  { t, href }: View,
  { keeper, writes }: { keeper: Keeper; writes: boolean },
): Door[] {
  const { id, slug } = keeper.association;
  const texts: Door = {
    title: t("texts:door.title"),
    words: t("texts:door.words"),
    href: href(urls.spaceTexts(id)),
    icon: "language",
  };
  const tools: Door = {
    title: t("tools:title"),
    words: t("tools:door"),
    href: href(urls.spaceTools(id)),
    icon: "equipment",
  };
  const support: Door = {
    title: t("support:space.title"),
    words: t("support:space.door"),
    href: href(urls.spaceSupport(id)),
    icon: "heart",
  };
  const door = (
    name:
      | "page"
      | "activities"
      | "bookings"
      | "diffusion"
      | "news"
      | "public"
      | "people"
      | "handover"
      | "documents"
      | "history"
      | "data"
      | "loans"
      | "equipment"
      | "support",
    path: string,
    icon: Door["icon"],
  ): Door => ({
    title: t(`space:door.${name}.title`),
    words: t(`space:door.${name}.words`),
    href: href(path),
    icon,
  });
  return [
    ...(writes ? [door("page", urls.spaceConfirm(id), "edit")] : []),
    door("activities", urls.spaceActivities(id), "calendar"),
    door("public", urls.listing(slug), "eye"),
    ...(writes ? [texts] : []),
    ...(writes ? [door("news", urls.spaceNews(id), "newspaper")] : []),
    door("bookings", urls.spaceBookings(id), "place"),
    door("diffusion", urls.spaceDiffusion(id), "share"),
    door("loans", urls.spaceLoans, "wait"),
    door("equipment", urls.spaceEquipment, "equipment"),
    door("people", keeper.people, "people"),
    ...(keeper.may === "all" ? [door("handover", keeper.handover, "heart")] : []),
    door("documents", urls.spaceDocuments(id), "document"),
    tools,
    support,
    door("support", urls.spaceInKind(id), "heart"),
    door("history", urls.spaceHistory(id), "history"),
    ...(keeper.may === "all" ? [door("data", urls.spaceData(id), "download")] : []),
  ];
}
