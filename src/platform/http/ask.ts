import type { Database, Tx } from "../db/database.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Files } from "../files.ts";
import type { Lang, Translate } from "../i18n/index.ts";
import type { Log } from "../log.ts";
import type { Notes } from "../notes.ts";
import type { Answer } from "./answer.ts";
import type { Typed } from "./form.ts";
import type { Person, Who } from "./person.ts";
import type { CommuneView, View } from "./view.ts";

/** What the whole site stands on; made once by `server.ts`, or by a test. */
export type House = {
  config: Config;
  database: Database;
  clock: Clock;
  files: Files;
  log: Log;
  notes: Notes;
  /** Translator of a language, over the catalogues of every room. */
  words: (lang: Lang) => Translate;
};

/** The commune of the request: what every page needs of its settings. */
export type Tenant = {
  id: number;
  view: CommuneView;
  senderName: string;
  senderEmail: string | undefined;
  insee: string | undefined;
  /** Outside services the commune turned on; the others are never asked. */
  outside: { addressLookup: boolean; mapTiles: boolean; calendars: boolean; neighbours: boolean };
  /** Sites that may show our pieces in a frame; any when none is said. */
  framedBy: readonly string[];
};

/** One request, ready to be answered: everything a handler may use, nothing ambient. */
export type Ask = {
  house: House;
  tx: Tx;
  tenant: Tenant;
  person: Person | undefined;
  url: URL;
  /** Path without its language. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  lang: Lang;
  t: Translate;
  view: View;
  now: Date;
  /** What was typed; empty for GET. */
  form: Typed;
  /** What `prepare` made of it. */
  prepared: unknown;
  /** Address of the visitor, only to count hits; never stored as it is. */
  ip: string;
  request: Request;
  /** Counts a view of this page: `ask.count("association", id)`; by the site itself unless it is said otherwise. */
  count: (pageKind: string, subjectId?: string, channel?: Channel) => void;
};

/** By what a page is read: the site, a piece of it on another one, what follows it, a program. */
export type Channel = "site" | "widget" | "feed" | "api";

export type Handler = (ask: Ask) => Promise<Answer> | Answer;

export type Route = {
  method: "GET" | "POST";
  path: string;
  who: Who;
  handle: Handler;
  /** Rendered page may be kept for signed-out visitors until what is published changes. */
  cached: boolean;
  /** Largest body, in bytes. */
  limit: number;
  /** Slow work on what was typed (pictures, files, outside services), done before the transaction opens. */
  prepare: Prepare<unknown> | undefined;
  /** Also sent by programs that are not our pages: its address holds the secret that allows it, whoever is signed in. */
  foreign: boolean;
};

/** `asked` is the request itself, and the public origin it was sent to. */
type Prepare<P> = (
  form: Typed,
  house: House,
  tenant: Tenant,
  asked: { request: Request; origin: string },
) => Promise<P>;

const defaults = { cached: false, limit: 200_000, prepare: undefined, foreign: false };

/** A page. It never changes anything. */
export const get = (
  path: string,
  who: Who,
  handle: Handler,
  options: { cached?: boolean } = {},
): Route => ({ ...defaults, ...options, method: "GET", path, who, handle });

/** An act. Its transaction commits before the answer leaves. */
export const post = (
  path: string,
  who: Who,
  handle: Handler,
  options: { foreign?: boolean } = {},
): Route => ({
  ...defaults,
  ...options,
  method: "POST",
  path,
  who,
  handle,
});

/** An act with slow work: `prepare` works on what was sent before the transaction opens, `handle` receives its result. */
export const postPrepared = <P>(
  path: string,
  who: Who,
  limit: number,
  prepare: Prepare<P>,
  handle: (ask: Ask, prepared: P) => Promise<Answer> | Answer,
): Route => ({
  ...defaults,
  method: "POST",
  path,
  who,
  limit,
  prepare,
  handle: (ask) => handle(ask, ask.prepared as P),
});

/** The signed-in person of a route whose `who` guarantees one. */
export function requirePerson(ask: Ask): Person {
  if (!ask.person) throw new Error("this route must ask for someone signed in");
  return ask.person;
}
