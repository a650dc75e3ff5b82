export type { CommuneView, DeskGroup, DeskItem, PersonView, View } from "../platform/http/view.ts";
