/** The catalogues of every room, collected: the one place that knows them all. */
import associationsFr from "./modules/associations/locales/fr.json" with { type: "json" };
import associationsEn from "./modules/associations/locales/en.json" with { type: "json" };
import commitmentsFr from "./modules/communes/locales/commitments.fr.json" with { type: "json" };
import commitmentsEn from "./modules/communes/locales/commitments.en.json" with { type: "json" };
import directoryFr from "./modules/directory/locales/fr.json" with { type: "json" };
import directoryEn from "./modules/directory/locales/en.json" with { type: "json" };
import legalFr from "./modules/communes/locales/legal.fr.json" with { type: "json" };
import legalEn from "./modules/communes/locales/legal.en.json" with { type: "json" };
import peopleFr from "./modules/people/locales/fr.json" with { type: "json" };
import absencesFr from "./modules/people/locales/absences.fr.json" with { type: "json" };
import mineFr from "./modules/people/locales/mine.fr.json" with { type: "json" };
import mineEn from "./modules/people/locales/mine.en.json" with { type: "json" };
import peopleEn from "./modules/people/locales/en.json" with { type: "json" };
import houseFr from "./modules/communes/locales/house.fr.json" with { type: "json" };
import houseEn from "./modules/communes/locales/house.en.json" with { type: "json" };
import settingsFr from "./modules/communes/locales/settings.fr.json" with { type: "json" };
import indicatorsFr from "./modules/indicators/locales/fr.json" with { type: "json" };
import registryFr from "./modules/associations/locales/registry.fr.json" with { type: "json" };
import proposalsFr from "./modules/associations/locales/proposals.fr.json" with { type: "json" };
import proposalsEn from "./modules/associations/locales/proposals.en.json" with { type: "json" };
import confirmingFr from "./modules/associations/locales/confirming.fr.json" with { type: "json" };
import confirmingEn from "./modules/associations/locales/confirming.en.json" with { type: "json" };
import remindersFr from "./modules/associations/locales/reminders.fr.json" with { type: "json" };
import remindersEn from "./modules/associations/locales/reminders.en.json" with { type: "json" };
import climbingFr from "./modules/associations/locales/climbing.fr.json" with { type: "json" };
import campaignsFr from "./modules/associations/locales/campaigns.fr.json" with { type: "json" };
import lettersFr from "./modules/associations/locales/letters.fr.json" with { type: "json" };
import dayFr from "./modules/associations/locales/day.fr.json" with { type: "json" };
import claimingFr from "./modules/associations/locales/claiming.fr.json" with { type: "json" };
import claimingEn from "./modules/associations/locales/claiming.en.json" with { type: "json" };
import spaceFr from "./modules/associations/locales/space.fr.json" with { type: "json" };
import doublesFr from "./modules/associations/locales/doubles.fr.json" with { type: "json" };
import importsFr from "./modules/imports/locales/fr.json" with { type: "json" };
import rnaFr from "./modules/imports/locales/rna.fr.json" with { type: "json" };
import documentsFr from "./modules/associations/locales/documents.fr.json" with { type: "json" };
import documentsEn from "./modules/associations/locales/documents.en.json" with { type: "json" };
import placesFr from "./modules/places/locales/fr.json" with { type: "json" };
import activitiesFr from "./modules/activities/locales/fr.json" with { type: "json" };
import activitiesEn from "./modules/activities/locales/en.json" with { type: "json" };
import programmeFr from "./modules/activities/locales/programme.fr.json" with { type: "json" };
import registrationsFr from "./modules/registrations/locales/fr.json" with { type: "json" };
import registrationsEn from "./modules/registrations/locales/en.json" with { type: "json" };
import rollFr from "./modules/registrations/locales/roll.fr.json" with { type: "json" };
import schedulingFr from "./modules/scheduling/locales/fr.json" with { type: "json" };
import schedulingEn from "./modules/scheduling/locales/en.json" with { type: "json" };
import seatsFr from "./modules/scheduling/locales/seats.fr.json" with { type: "json" };
import seatsEn from "./modules/scheduling/locales/seats.en.json" with { type: "json" };
import calendarFr from "./modules/scheduling/locales/calendar.fr.json" with { type: "json" };
import openDataFr from "./modules/open-data/locales/fr.json" with { type: "json" };
import openDataEn from "./modules/open-data/locales/en.json" with { type: "json" };
import columnsFr from "./modules/open-data/locales/columns.fr.json" with { type: "json" };
import newsFr from "./modules/news/locales/fr.json" with { type: "json" };
import newsEn from "./modules/news/locales/en.json" with { type: "json" };
import newsDeskFr from "./modules/news/locales/desk.fr.json" with { type: "json" };
import widgetsFr from "./modules/widgets/locales/fr.json" with { type: "json" };
import widgetsEn from "./modules/widgets/locales/en.json" with { type: "json" };
import diffusionFr from "./modules/widgets/locales/desk.fr.json" with { type: "json" };
import deskFr from "./gestion/locales/fr.json" with { type: "json" };
import uiFr from "./ui/locales/fr.json" with { type: "json" };
import uiEn from "./ui/locales/en.json" with { type: "json" };

export const words = {
  associations: { fr: associationsFr, en: associationsEn },
  commitments: { fr: commitmentsFr, en: commitmentsEn },
  indicators: { fr: indicatorsFr, en: {} },
  directory: { fr: directoryFr, en: directoryEn },
  legal: { fr: legalFr, en: legalEn },
  people: { fr: peopleFr, en: peopleEn },
  mine: { fr: mineFr, en: mineEn },
  absences: { fr: absencesFr, en: {} },
  house: { fr: houseFr, en: houseEn },
  settings: { fr: settingsFr, en: {} },
  activities: { fr: activitiesFr, en: activitiesEn },
  programme: { fr: programmeFr, en: {} },
  news: { fr: newsFr, en: newsEn },
  newsdesk: { fr: newsDeskFr, en: {} },
  widgets: { fr: widgetsFr, en: widgetsEn },
  diffusion: { fr: diffusionFr, en: {} },
  registrations: { fr: registrationsFr, en: registrationsEn },
  roll: { fr: rollFr, en: {} },
  scheduling: { fr: schedulingFr, en: schedulingEn },
  seats: { fr: seatsFr, en: seatsEn },
  registry: { fr: registryFr, en: {} },
  proposals: { fr: proposalsFr, en: proposalsEn },
  confirming: { fr: confirmingFr, en: confirmingEn },
  reminders: { fr: remindersFr, en: remindersEn },
  climbing: { fr: climbingFr, en: {} },
  campaigns: { fr: campaignsFr, en: {} },
  letters: { fr: lettersFr, en: {} },
  day: { fr: dayFr, en: {} },
  claiming: { fr: claimingFr, en: claimingEn },
  space: { fr: spaceFr, en: {} },
  doubles: { fr: doublesFr, en: {} },
  imports: { fr: importsFr, en: {} },
  rna: { fr: rnaFr, en: {} },
  documents: { fr: documentsFr, en: documentsEn },
  places: { fr: placesFr, en: {} },
  calendar: { fr: calendarFr, en: {} },
  "open-data": { fr: openDataFr, en: openDataEn },
  columns: { fr: columnsFr, en: {} },
  desk: { fr: deskFr, en: {} },
  ui: { fr: uiFr, en: uiEn },
};
