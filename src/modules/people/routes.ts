import type { Route } from "../../platform/http/ask.ts";
import type { DeskItem, View } from "../../ui/index.ts";
import { outboxRoutes } from "./outbox/routes.tsx";
import type { Neighbours } from "./rooms.ts";
import { signInRoutes } from "./sign-in/routes.tsx";
import { spaceRoutes } from "./space/routes.tsx";
import { teamRoutes } from "./team/routes.tsx";
import { urls } from "./urls.ts";

/** Every address of the room. */
export const peopleRoutes = (neighbours: Neighbours): Route[] => [
  ...signInRoutes(neighbours),
  ...spaceRoutes,
  ...teamRoutes(neighbours),
  ...outboxRoutes(neighbours),
];

/** The room's lines in the side navigation of the municipal pages, for administrators. */
export const deskItems = ({ t }: View): DeskItem[] => [
  { path: urls.team, words: t("people:team.title"), icon: "people" },
  { path: urls.outbox, words: t("people:outbox.title"), icon: "mail" },
];
