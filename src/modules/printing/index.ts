export { printingPeople } from "./personal-data.ts";
export { press, printed } from "./press.ts";
export type { Content, Printable } from "./printable.ts";
export { printingRoutes } from "./routes.ts";
export { urls as printingUrls } from "./urls.ts";
