import type { House, Route } from "./platform/http/ask.ts";
import type { ContentVersions } from "./platform/http/content-version.ts";
import { buildSite, type Site } from "./platform/http/site.ts";
import { translations } from "./platform/i18n/index.ts";
import { writeVisits, type NoteWriter } from "./platform/notes.ts";
import {
  associationRoutes,
  associationTasks,
  associationWaiting,
  heldAlone,
  toDoInSpace,
  memberships,
} from "./modules/associations/index.ts";
import {
  communeRoutes,
  faultPage,
  hostBook,
  tenantOf,
  type Tasks,
  type Waiting,
} from "./modules/communes/index.ts";
import {
  directoryNotes,
  directoryRoutes,
  keepingDirectoryTrue,
} from "./modules/directory/index.ts";
import { exchangeRoutes, exchangeWaiting, neighboursBeside } from "./modules/exchange/index.ts";
import { importRoutes, importTasks, importsWaiting } from "./modules/imports/index.ts";
import { computedIndicators, indicatorRoutes } from "./modules/indicators/index.ts";
import { peopleRoutes, personOfSession } from "./modules/people/index.ts";
import { conformityWaiting, openDataRoutes } from "./modules/open-data/index.ts";
import { placeRoutes } from "./modules/places/index.ts";
import { printingRoutes } from "./modules/printing/index.ts";
import { activitiesPart, activityRoutes, followedWaiting } from "./modules/activities/index.ts";
import { registrationPart, registrationRoutes } from "./modules/registrations/index.ts";
import {
  equipmentAddresses,
  equipmentDocuments,
  equipmentFigures,
  equipmentRoutes,
  lendingToDo,
  standardKitPart,
  supportInKindRoutes,
  type HoursOf,
  equipmentWaiting,
} from "./modules/equipment/index.ts";
import { newsAtHome, newsPart, newsRoutes, newsWaiting } from "./modules/news/index.ts";
import {
  bookedHours,
  resourcePlacePart,
  resourcePlaceRoutes,
  resourcePlaceWaiting,
  resourcePlacesAtHome,
} from "./modules/resource-places/index.ts";
import { widgetRoutes } from "./modules/widgets/index.ts";
import { calendarRoutes, followerRoutes } from "./modules/scheduling/index.ts";
import { deskOf } from "./gestion/navigation.ts";
import { queuePlaces, queueRoutes } from "./gestion/queue/routes.tsx";
import { homeRoutes } from "./gestion/routes.tsx";
import { searchRoutes } from "./gestion/search/routes.tsx";
import { loadAssets } from "./ui/assets.ts";
import { words } from "./words.ts";
import { besides, datesOwners, personalData } from "./work.ts";

export { jobsOf, periodicWork, personalData } from "./work.ts";

/** Translators over the catalogues of every room. */
export const wordsOf = translations(words);

/** What a GET may note, and how each kind is written. */
export const noteWriters: Record<string, NoteWriter> = {
  visit: writeVisits,
  ...directoryNotes,
};

/** What waits for an agent, room by room. */
const tasks: readonly Tasks[] = [associationTasks, importTasks];

/** The same one by one, for the day's queue. */
const waiting: readonly Waiting[] = [
  associationWaiting,
  importsWaiting,
  newsWaiting,
  followedWaiting,
  conformityWaiting,
  exchangeWaiting,
  resourcePlaceWaiting,
  equipmentWaiting,
];

/** The hours associations had of rooms and workstations, for support in kind. */
const hoursOfRooms: HoursOf = bookedHours;

/** Every address of the site. */
export const routesOf = (): Route[] =>
  keepingDirectoryTrue(
    [
      ...peopleRoutes({
        associationsOf: memberships,
        heldAlone,
        toDoOf: async (ask) => [...(await lendingToDo(ask)), ...(await toDoInSpace(ask))],
        personalData,
      }),
      ...communeRoutes,
      ...placeRoutes,
      ...associationRoutes([standardKitPart]),
      ...importRoutes,
      ...activityRoutes([registrationPart]),
      ...registrationRoutes,
      ...newsRoutes,
      ...equipmentRoutes,
      ...supportInKindRoutes(hoursOfRooms),
      ...printingRoutes(equipmentDocuments),
      ...exchangeRoutes,
      ...resourcePlaceRoutes,
      ...calendarRoutes,
      ...followerRoutes(datesOwners),
      ...homeRoutes(tasks, waiting),
      ...searchRoutes,
      ...queueRoutes(waiting),
      ...indicatorRoutes(computedIndicators, equipmentFigures(hoursOfRooms)),
      ...openDataRoutes,
      ...widgetRoutes,
      ...directoryRoutes(
        {
          listing: [activitiesPart, newsPart, resourcePlacePart],
          home: [resourcePlacesAtHome, newsAtHome],
          results: [neighboursBeside],
          addresses: [equipmentAddresses],
        },
        besides,
      ),
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
