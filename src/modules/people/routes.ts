import type { Person } from "../../platform/http/person.ts";
import type { Route } from "../../platform/http/ask.ts";
import type { Translate } from "../../platform/i18n/index.ts";
import type { DeskItem } from "../../ui/index.ts";
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
  ...teamRoutes(),
  ...outboxRoutes(),
];

/** The room's lines in the side navigation of the municipal pages, for administrators. */
export const deskItems = (t: Translate, person: Person): DeskItem[] =>
  person.roles.includes("administrator")
    ? [
        { path: urls.team, words: t("people:team.title"), icon: "people" },
        { path: urls.outbox, words: t("people:outbox.title"), icon: "mail" },
      ]
    : [];
