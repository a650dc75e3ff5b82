import type { House } from "./platform/http/ask.ts";
import type { Site } from "./platform/http/site.ts";
import { sendMailJob } from "./platform/mail.ts";
import type { Job, Periodic } from "./platform/jobs.ts";
import {
  addressRefused,
  associationPeople,
  associationWork,
  campaignJobs,
  letterJobs,
  doublesJobs,
} from "./modules/associations/index.ts";
import { communePeople, communeWork } from "./modules/communes/index.ts";
import { directoryJobs, directoryPeople, directoryPeriodic } from "./modules/directory/index.ts";
import { exchangeJobs, exchangePeople, exchangeWork } from "./modules/exchange/index.ts";
import { importJobs, importPeople, importWork } from "./modules/imports/index.ts";
import { indicatorPeople } from "./modules/indicators/index.ts";
import { periodic as peopleWork, type PersonalData } from "./modules/people/index.ts";
import type { SearchBeside } from "./modules/language/index.ts";
import { conformityWork, openDataWork } from "./modules/open-data/index.ts";
import { placePeople } from "./modules/places/index.ts";
import {
  activityDocuments,
  activityIntake,
  activityJobs,
  activityPeople,
  activityWork,
} from "./modules/activities/index.ts";
import {
  registrationMailRefused,
  registrationPeople,
  registrationSeats,
  registrationWork,
} from "./modules/registrations/index.ts";
import {
  followerMailRefused,
  followerWork,
  schedulingJobs,
  schedulingPeople,
  schedulingWork,
  seatJobs,
  seatWork,
  type DatesOwner,
} from "./modules/scheduling/index.ts";
import { printingPeople } from "./modules/printing/index.ts";
import {
  equipmentPeople,
  equipmentSeats,
  equipmentWork,
  inventoryWork,
} from "./modules/equipment/index.ts";
import { newsPeople } from "./modules/news/index.ts";
import {
  followedCircles,
  resourcePlacePeople,
  resourcePlaceSeats,
  resourcePlaceWork,
} from "./modules/resource-places/index.ts";
import { queueWork } from "./gestion/queue/jobs.ts";

/** What rooms add to the search of associations. */
export const besides: readonly SearchBeside[] = [activityDocuments];

/** The rooms whose dates people follow. */
export const datesOwners: readonly DatesOwner[] = [followedCircles];

/** Work done outside requests. */
export const jobsOf = (house: House): Job[] => [
  sendMailJob(
    house.database,
    house.config.smtpUrl,
    followerMailRefused(registrationMailRefused(house, addressRefused(house))),
  ),
  ...directoryJobs(house, besides),
  ...doublesJobs(house),
  ...campaignJobs(house),
  ...letterJobs(house),
  ...importJobs(house, activityIntake),
  ...activityJobs(house),
  ...exchangeJobs(house),
  ...schedulingJobs(house),
  ...seatJobs(house, [registrationSeats(house), resourcePlaceSeats(house), equipmentSeats(house)]),
];

/** Work done by the clock; some of it reads the site as anybody would. */
export const periodicWork = (house: House, site: Site): Periodic[] => [
  ...peopleWork(house, personalData),
  ...communeWork(house),
  ...associationWork(house),
  ...importWork(house),
  ...schedulingWork(house),
  ...activityWork(house),
  ...exchangeWork(house),
  ...directoryPeriodic(house, besides),
  ...queueWork(house),
  ...seatWork(house),
  ...followerWork(house, datesOwners),
  ...registrationWork(house),
  ...inventoryWork(house),
  ...equipmentWork(house),
  ...resourcePlaceWork(house),
  ...openDataWork(house),
  ...conformityWork(house, site),
];

/** What each room holds about people, and how it forgets one. */
export const personalData: readonly PersonalData[] = [
  communePeople,
  placePeople,
  printingPeople,
  associationPeople,
  importPeople,
  activityPeople,
  registrationPeople,
  schedulingPeople,
  newsPeople,
  equipmentPeople,
  exchangePeople,
  resourcePlacePeople,
  directoryPeople,
  indicatorPeople,
];
