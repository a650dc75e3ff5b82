export type {
  CommuneView,
  DeskGroup,
  DeskItem,
  PersonView,
  QueuePlace,
  View,
} from "../platform/http/view.ts";
