export {
  commitmentIds,
  commitmentsOf,
  axes,
  axisOf,
  type CommitmentId,
} from "./commitments/codes.ts";
export { hostBook, hostOfCommune, originOfCommune, preferredHost } from "./hosts.ts";
export { addCommune, type NewCommune } from "./operate.ts";
export { communePeople } from "./personal-data.ts";
export { publish } from "./published.ts";
export { communeWork } from "./jobs.ts";
export { siteNameOf, tenantOf } from "./tenant.ts";
export { PhotoFigure, PhotoThumb } from "./photo/figure.tsx";
export { PhotoForm } from "./photo/form.tsx";
export { photoOf, photosOf, type Photo } from "./photo/queries.ts";
export {
  photoFormState,
  photoLimit,
  receivePhoto,
  savePhoto,
  type SentPhoto,
} from "./photo/receiving.ts";
export { insidePicture } from "./files/routes.ts";
export { addPicture, removeFile, type KeptPicture } from "./files/queries.ts";
export { routes as communeRoutes } from "./routes.ts";
export { faultPage } from "./faults/pages.tsx";
export { recordChanges } from "./settings/journal.ts";
export { changesBetween } from "./settings/rules.ts";
export { legalUrls } from "./legal/urls.ts";
export type {
  BesideFigure,
  Chart,
  Indicator,
  Period,
  Question,
  Reading,
  Rows,
} from "./indicator.ts";
export { seasonAround, seasonOf, seasonPrepared, seasonYear } from "./season.ts";
export { PeriodChooser } from "./period/chooser.tsx";
export {
  before,
  daysIn,
  kindOfPeriod,
  readPeriod,
  seriesOf,
  yearAround,
  yearOf,
} from "./period/periods.ts";
export { compared, percent, periodHeading, periodWords } from "./period/words.ts";
export type { HomePart, ListingPart, ResultsPart } from "./listing-part.ts";
export type { Task, Tasks } from "./tasks.ts";
export { foundKinds, type Found, type FoundKind, type Searching, type Sought } from "./search.ts";
export { settingsScreens } from "./settings/screens.ts";
export type { Waiting, WaitingItem } from "./waiting.ts";
