import type { Tx } from "../../platform/db/database.ts";
import type { Person } from "../../platform/http/person.ts";
import type { PersonalData } from "./personal-data.ts";

/** What this room asks of the rooms above it; `app.ts` brings them. */
export type Neighbours = {
  /** The associations a person belongs to. */
  associationsOf: (tx: Tx, personId: string) => Promise<Person["associations"]>;
  /** Names of the associations nobody would be responsible for without a person. */
  heldAlone: (tx: Tx, personId: string) => Promise<string[]>;
  /** What each of them holds about people. */
  personalData: readonly PersonalData[];
};
