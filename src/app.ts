import type { House, Route } from "./platform/http/ask.ts";
import type { ContentVersions } from "./platform/http/content-version.ts";
import { buildSite, type Site } from "./platform/http/site.ts";
import { translations } from "./platform/i18n/index.ts";
import { sendMailJob } from "./platform/mail.ts";
import type { Job, Periodic } from "./platform/jobs.ts";
import { writeVisits, type NoteWriter } from "./platform/notes.ts";
import { memberships } from "./modules/associations/index.ts";
import { hostBook, tenantOf } from "./modules/communes/index.ts";
import {
  directoryDesk,
  directoryJobs,
  directoryNotes,
  directoryPeriodic,
  directoryRoutes,
  keepingDirectoryTrue,
} from "./modules/directory/index.ts";
import {
  deskItems as peopleDesk,
  peopleRoutes,
  periodic as peoplePeriodic,
  personOfSession,
} from "./modules/people/index.ts";
import { faultPage } from "./fault-page.tsx";
import { loadAssets } from "./ui/assets.ts";
import type { DeskGroup, View } from "./ui/index.ts";
import { words } from "./words.ts";

/** Translators over the catalogues of every room. */
export const wordsOf = translations(words);

/** What a GET may note, and how each kind is written. */
export const noteWriters: Record<string, NoteWriter> = { visit: writeVisits, ...directoryNotes };

/** Work done outside requests. */
export const jobsOf = (house: House): Job[] => [
  sendMailJob(house.database, house.config.smtpUrl),
  ...directoryJobs(house),
];

/** Work done by the clock. */
export const periodicWork = (house: House): Periodic[] => [
  ...peoplePeriodic(house),
  ...directoryPeriodic(house),
];

/** The side navigation of the municipal pages. */
const deskGroups = (view: View): DeskGroup[] => [
  { title: view.t("people:desk.group"), items: [...peopleDesk(view), ...directoryDesk(view)] },
];

/** Every address of the site. */
export const routesOf = (_house: House): Route[] =>
  keepingDirectoryTrue([
    ...peopleRoutes({ associationsOf: memberships, deskGroups }),
    ...directoryRoutes,
  ]);

const assets = loadAssets();

/** The site as a function, composed from the rooms. */
export function createApp(house: House, versions: ContentVersions): Site {
  return buildSite({
    house,
    versions,
    routes: routesOf(house),
    communeOf: hostBook(house.database),
    tenantOf,
    personOf: async (tx, token, now) => {
      const person = await personOfSession(tx, token, now);
      return person && { ...person, associations: await memberships(tx, person.id) };
    },
    deskOf: (t) => [{ title: t("people:desk.group"), items: directoryDesk({ t }) }],
    assetAddress: assets.assetAddress,
    assetAt: assets.assetAt,
    faultPage,
  });
}
