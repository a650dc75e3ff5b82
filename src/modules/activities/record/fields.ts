import type { AccessFeature, Public, Theme } from "../../associations/index.ts";
import type { Kind, Level, PriceKind, Source, State, TakenUp, Trial } from "../codes.ts";

/** What an association says of an activity. */
export type ActivityFields = {
  title: string;
  what: string | null;
  themes: Theme[];
  publics: Public[];
  minAge: number | null;
  maxAge: number | null;
  level: Level;
  accessYes: AccessFeature[];
  spokenLanguages: string[];
  placeId: string | null;
  placeDetail: string | null;
  priceKind: PriceKind;
  /** In euros: the lowest price. */
  priceFrom: number | null;
  priceNote: string | null;
  reductions: string | null;
  trial: Trial;
  registration: string | null;
  registrationUrl: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  photo: string | null;
};
export type ActivityField = keyof ActivityFields;

/** The column of each field. */
export const columnOf: Record<ActivityField, string> = {
  title: "title",
  what: "what",
  themes: "themes",
  publics: "publics",
  minAge: "min_age",
  maxAge: "max_age",
  level: "level",
  accessYes: "access_yes",
  spokenLanguages: "spoken_languages",
  placeId: "place_id",
  placeDetail: "place_detail",
  priceKind: "price_kind",
  priceFrom: "price_from",
  priceNote: "price_note",
  reductions: "reductions",
  trial: "trial",
  registration: "registration",
  registrationUrl: "registration_url",
  contactName: "contact_name",
  contactPhone: "contact_phone",
  contactEmail: "contact_email",
  photo: "photo_file_id",
};
export const activityFields = Object.keys(columnOf) as ActivityField[];

/** Kept apart in the history, and erased with their person. */
export const personalFields: ReadonlySet<string> = new Set([
  "contactName",
  "contactPhone",
  "contactEmail",
]);

/** An activity as it is kept. */
export type Activity = {
  id: string;
  slug: string;
  kind: Kind;
  /** The year its season begins in; none for an event. */
  season: number | null;
  state: State;
  fields: ActivityFields;
  /** The photo it had before this one, to be put back. */
  photoBefore: string | null;
  /** The one that answers for it; not listed, its activities are not shown either. */
  association: { id: string; slug: string; name: string; listed: boolean };
  /** That of the season before, and how it was taken up. */
  continuesId: string | null;
  takenUp: TakenUp | null;
  confirmedOn: string | null;
  stoppedOn: string | null;
  publishedAt: Date | null;
  source: Source;
  /** What the last file said of it, and when it was imported; null when no file did. */
  told: Told | null;
  toldOn: string | null;
  revision: number;
  updatedAt: Date;
};

/** What a file said, to know what a person has changed since: `what` and `priceNote` by their digest only. */
export type Told = {
  fields: Partial<Record<ActivityField, unknown>>;
  /** Ages apart from one another, when the file leaves a hole between them: the last one may have no end. */
  ages?: (readonly [from: number, to: number | null])[];
  /** `WE 1110-1185`: day and minutes since midnight. */
  hours: string[];
};

/** One regular hour, or one day of an event; where it is not the place of the activity. */
export type Slot = { seriesId: string; placeId: string | null; placeDetail: string | null };

export const blankFields: ActivityFields = {
  title: "",
  what: null,
  themes: [],
  publics: [],
  minAge: null,
  maxAge: null,
  level: "all",
  accessYes: [],
  spokenLanguages: [],
  placeId: null,
  placeDetail: null,
  priceKind: "unknown",
  priceFrom: null,
  priceNote: null,
  reductions: null,
  trial: "unknown",
  registration: null,
  registrationUrl: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
  photo: null,
};
