export type { CommuneView, PersonView, View } from "../platform/http/view.ts";
