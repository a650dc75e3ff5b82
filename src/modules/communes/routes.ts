import type { Route } from "../../platform/http/ask.ts";
import { routes as commitments } from "./commitments/routes.tsx";
import { routes as contact } from "./contact/routes.tsx";
import { routes as districts } from "./districts/routes.tsx";
import { routes as files } from "./files/routes.ts";
import { routes as legal } from "./legal/routes.tsx";
import { routes as settings } from "./settings/routes.tsx";
import { routes as theme } from "./theme/routes.tsx";

/** Every address of this room. */
export const routes: Route[] = [
  ...settings,
  ...theme,
  ...districts,
  ...files,
  ...legal,
  ...contact,
  ...commitments,
];
