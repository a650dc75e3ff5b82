import type { Route } from "../../platform/http/ask.ts";
import { absenceRoutes } from "./absences/routes.tsx";
import { erasingRoutes } from "./erasing/routes.tsx";
import { mineRoutes } from "./mine/routes.ts";
import { outboxRoutes } from "./outbox/routes.tsx";
import { passkeyRoutes } from "./passkeys/routes.tsx";
import { providerRoutes } from "./provider/routes.tsx";
import type { Neighbours } from "./rooms.ts";
import { signInRoutes } from "./sign-in/routes.tsx";
import { spaceRoutes } from "./space/routes.tsx";
import { teamRoutes } from "./team/routes.tsx";

/** Every address of the room. */
export const peopleRoutes = (neighbours: Neighbours): Route[] => [
  ...signInRoutes(neighbours),
  ...passkeyRoutes(neighbours),
  ...providerRoutes(neighbours),
  ...spaceRoutes(neighbours),
  ...mineRoutes(neighbours),
  ...teamRoutes,
  ...absenceRoutes,
  ...outboxRoutes,
  ...erasingRoutes(neighbours),
];
