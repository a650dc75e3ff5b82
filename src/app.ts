import type { House, Route } from "./platform/http/ask.ts";
import type { ContentVersions } from "./platform/http/content-version.ts";
import { buildSite, type Site } from "./platform/http/site.ts";
import { translations } from "./platform/i18n/index.ts";
import { sendMailJob } from "./platform/mail.ts";
import type { Job, Periodic } from "./platform/jobs.ts";
import { writeVisits, type NoteWriter } from "./platform/notes.ts";
import {
  addressRefused,
  associationPeople,
  associationRoutes,
  associationTasks,
  associationWaiting,
  associationWork,
  campaignJobs,
  letterJobs,
  doublesJobs,
  heldAlone,
  toDoInSpace,
  memberships,
} from "./modules/associations/index.ts";
import {
  communePeople,
  communeRoutes,
  communeWork,
  faultPage,
  hostBook,
  tenantOf,
  type Tasks,
  type Waiting,
} from "./modules/communes/index.ts";
import {
  directoryJobs,
  directoryNotes,
  directoryPeople,
  directoryPeriodic,
  directoryRoutes,
  keepingDirectoryTrue,
} from "./modules/directory/index.ts";
import {
  importJobs,
  importPeople,
  importRoutes,
  importTasks,
  importWork,
  importsWaiting,
} from "./modules/imports/index.ts";
import {
  computedIndicators,
  indicatorPeople,
  indicatorRoutes,
} from "./modules/indicators/index.ts";
import {
  peopleRoutes,
  periodic as peopleWork,
  personOfSession,
  type PersonalData,
} from "./modules/people/index.ts";
import type { SearchBeside } from "./modules/language/index.ts";
import { openDataRoutes, openDataWork } from "./modules/open-data/index.ts";
import { placePeople, placeRoutes } from "./modules/places/index.ts";
import {
  activitiesPart,
  activityDocuments,
  activityIntake,
  activityPeople,
  activityRoutes,
  activityWork,
} from "./modules/activities/index.ts";
import {
  registrationMailRefused,
  registrationPart,
  registrationPeople,
  registrationRoutes,
  registrationSeats,
  registrationWork,
} from "./modules/registrations/index.ts";
import {
  calendarRoutes,
  schedulingJobs,
  schedulingPeople,
  schedulingWork,
  seatJobs,
  seatWork,
} from "./modules/scheduling/index.ts";
import { deskOf } from "./gestion/navigation.ts";
import { queueWork } from "./gestion/queue/jobs.ts";
import { queuePlaces, queueRoutes } from "./gestion/queue/routes.tsx";
import { homeRoutes } from "./gestion/routes.tsx";
import { searchRoutes } from "./gestion/search/routes.tsx";
import { loadAssets } from "./ui/assets.ts";
import { words } from "./words.ts";

/** Translators over the catalogues of every room. */
export const wordsOf = translations(words);

/** What a GET may note, and how each kind is written. */
export const noteWriters: Record<string, NoteWriter> = {
  visit: writeVisits,
  ...directoryNotes,
};

/** What rooms add to the search of associations. */
export const besides: readonly SearchBeside[] = [activityDocuments];

/** Work done outside requests. */
export const jobsOf = (house: House): Job[] => [
  sendMailJob(
    house.database,
    house.config.smtpUrl,
    registrationMailRefused(house, addressRefused(house)),
  ),
  ...directoryJobs(house, besides),
  ...doublesJobs(house),
  ...campaignJobs(house),
  ...letterJobs(house),
  ...importJobs(house, activityIntake),
  ...schedulingJobs(house),
  ...seatJobs(house, [registrationSeats(house)]),
];

/** Work done by the clock. */
export const periodicWork = (house: House): Periodic[] => [
  ...peopleWork(house, personalData),
  ...communeWork(house),
  ...associationWork(house),
  ...importWork(house),
  ...schedulingWork(house),
  ...activityWork(house),
  ...directoryPeriodic(house, besides),
  ...queueWork(house),
  ...seatWork(house),
  ...registrationWork(house),
  ...openDataWork(house),
];

/** What waits for an agent, room by room. */
const tasks: readonly Tasks[] = [associationTasks, importTasks];

/** The same one by one, for the day's queue. */
const waiting: readonly Waiting[] = [associationWaiting, importsWaiting];

/** What each room holds about people, and how it forgets one. */
export const personalData: readonly PersonalData[] = [
  communePeople,
  placePeople,
  associationPeople,
  importPeople,
  activityPeople,
  registrationPeople,
  schedulingPeople,
  directoryPeople,
  indicatorPeople,
];

/** Every address of the site. */
export const routesOf = (): Route[] =>
  keepingDirectoryTrue(
    [
      ...peopleRoutes({
        associationsOf: memberships,
        heldAlone,
        toDoOf: toDoInSpace,
        personalData,
      }),
      ...communeRoutes,
      ...placeRoutes,
      ...associationRoutes,
      ...importRoutes,
      ...activityRoutes([registrationPart]),
      ...registrationRoutes,
      ...calendarRoutes,
      ...homeRoutes(tasks, waiting),
      ...searchRoutes,
      ...queueRoutes(waiting),
      ...indicatorRoutes(computedIndicators),
      ...openDataRoutes,
      ...directoryRoutes([activitiesPart], besides),
    ],
    besides,
  );

const assets = loadAssets();

/** The site as a function, composed from the rooms. */
export function createApp(house: House, versions: ContentVersions): Site {
  return buildSite({
    house,
    versions,
    routes: routesOf(),
    communeOf: hostBook(house.database),
    tenantOf,
    personOf: async (tx, token, now) => {
      const person = await personOfSession(tx, token, now);
      return person && { ...person, associations: await memberships(tx, person.id) };
    },
    deskOf,
    queue: queuePlaces(waiting),
    assetAddress: assets.assetAddress,
    assetAt: assets.assetAt,
    faultPage,
  });
}
