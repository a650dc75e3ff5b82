import type { Tx } from "../../platform/db/database.ts";
import type { Person } from "../../platform/http/person.ts";
import type { Ask } from "../../platform/http/ask.ts";
import type { IconName } from "../../ui/index.ts";
import type { PersonalData } from "./personal-data.ts";

/** One thing somebody has to do; without a path, it waits elsewhere: in their mailbox. */
export type SpaceToDo = {
  association?: { id: string; name: string };
  words: string;
  detail?: string;
  path?: string;
  action?: string;
  icon?: IconName;
};

/** What this room asks of the rooms above it; `app.ts` brings them. */
export type Neighbours = {
  /** The associations a person belongs to. */
  associationsOf: (tx: Tx, personId: string) => Promise<Person["associations"]>;
  /** What somebody signed in has to do, the most useful first. */
  toDoOf: (ask: Ask) => Promise<SpaceToDo[]>;
  /** Names of the associations nobody would be responsible for without a person. */
  heldAlone: (tx: Tx, personId: string) => Promise<string[]>;
  /** What each of them holds about people. */
  personalData: readonly PersonalData[];
};
