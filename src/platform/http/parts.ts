import type { Tx } from "../db/database.ts";
import type { Translate } from "../i18n/index.ts";
import type { QueueAsked } from "./beside-queue.ts";
import type { Ask, House, Route, Tenant } from "./ask.ts";
import type { ContentVersions } from "./content-version.ts";
import type { Person } from "./person.ts";
import type { QueuePlace, View } from "./view.ts";

export type FaultStatus = 403 | 404 | 413 | 429 | 500;

/** What the site needs from the rooms to answer any request. */
export type SiteParts = {
  house: House;
  routes: readonly Route[];
  versions: ContentVersions;
  /** Which commune a host name leads to. */
  communeOf: (host: string) => number | undefined | Promise<number | undefined>;
  tenantOf: (tx: Tx, communeId: number, now: Date) => Promise<Tenant>;
  personOf: (tx: Tx, token: string, now: Date) => Promise<Person | undefined>;
  /** The municipal side's navigation, as this person may use it. */
  deskOf: (t: Translate, person: Person) => View["desk"];
  /** The day's queue: under which address, where an item stands in it, and where one goes after an act on its screen. */
  queue?: {
    path: string;
    place: (ask: Ask, asked: QueueAsked) => Promise<QueuePlace>;
    after: (place: QueuePlace, notice: string | undefined) => string;
  };
  assetAddress: (name: string) => string;
  assetAt: (path: string) => StaticFile | undefined;
  /** Pages of the house when something is missing, closed, refused or broken. */
  faultPage: (view: View, status: FaultStatus, reference: string) => string;
};

/** A file served for ever under an address that holds its hash; compressed once when that helps. */
export type StaticFile = {
  contentType: string;
  body: Uint8Array;
  br: Uint8Array | undefined;
  gzip: Uint8Array | undefined;
};

/** What the log may say of a request: its route, never its address, and the visitor's address only for limits. */
export type Passage = { ip: string; route: string };
