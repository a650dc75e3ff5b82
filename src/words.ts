/** The catalogues of every room, collected: the one place that knows them all. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { projectRoot } from "./platform/config.ts";
import { languages, type Catalogue, type Lang } from "./platform/i18n/index.ts";
import associationsFr from "./modules/associations/locales/fr.json" with { type: "json" };
import commitmentsFr from "./modules/communes/locales/commitments.fr.json" with { type: "json" };
import directoryFr from "./modules/directory/locales/fr.json" with { type: "json" };
import legalFr from "./modules/communes/locales/legal.fr.json" with { type: "json" };
import peopleFr from "./modules/people/locales/fr.json" with { type: "json" };
import absencesFr from "./modules/people/locales/absences.fr.json" with { type: "json" };
import mineFr from "./modules/people/locales/mine.fr.json" with { type: "json" };
import houseFr from "./modules/communes/locales/house.fr.json" with { type: "json" };
import periodFr from "./modules/communes/locales/period.fr.json" with { type: "json" };
import photoFr from "./modules/communes/locales/photo.fr.json" with { type: "json" };
import settingsFr from "./modules/communes/locales/settings.fr.json" with { type: "json" };
import indicatorsFr from "./modules/indicators/locales/fr.json" with { type: "json" };
import registryFr from "./modules/associations/locales/registry.fr.json" with { type: "json" };
import proposalsFr from "./modules/associations/locales/proposals.fr.json" with { type: "json" };
import confirmingFr from "./modules/associations/locales/confirming.fr.json" with { type: "json" };
import remindersFr from "./modules/associations/locales/reminders.fr.json" with { type: "json" };
import climbingFr from "./modules/associations/locales/climbing.fr.json" with { type: "json" };
import campaignsFr from "./modules/associations/locales/campaigns.fr.json" with { type: "json" };
import lettersFr from "./modules/associations/locales/letters.fr.json" with { type: "json" };
import dayFr from "./modules/associations/locales/day.fr.json" with { type: "json" };
import claimingFr from "./modules/associations/locales/claiming.fr.json" with { type: "json" };
import spaceFr from "./modules/associations/locales/space.fr.json" with { type: "json" };
import doublesFr from "./modules/associations/locales/doubles.fr.json" with { type: "json" };
import importsFr from "./modules/imports/locales/fr.json" with { type: "json" };
import rnaFr from "./modules/imports/locales/rna.fr.json" with { type: "json" };
import documentsFr from "./modules/associations/locales/documents.fr.json" with { type: "json" };
import supportFr from "./modules/associations/locales/support.fr.json" with { type: "json" };
import supportDeskFr from "./modules/associations/locales/supportdesk.fr.json" with { type: "json" };
import designationFr from "./modules/associations/locales/designation.fr.json" with { type: "json" };
import designationDeskFr from "./modules/associations/locales/designationdesk.fr.json" with { type: "json" };
import toolsFr from "./modules/associations/locales/tools.fr.json" with { type: "json" };
import toolsDeskFr from "./modules/associations/locales/toolsdesk.fr.json" with { type: "json" };
import textsFr from "./modules/associations/locales/texts.fr.json" with { type: "json" };
import placesFr from "./modules/places/locales/fr.json" with { type: "json" };
import activitiesFr from "./modules/activities/locales/fr.json" with { type: "json" };
import programmeFr from "./modules/activities/locales/programme.fr.json" with { type: "json" };
import registrationsFr from "./modules/registrations/locales/fr.json" with { type: "json" };
import rollFr from "./modules/registrations/locales/roll.fr.json" with { type: "json" };
import schedulingFr from "./modules/scheduling/locales/fr.json" with { type: "json" };
import followersFr from "./modules/scheduling/locales/followers.fr.json" with { type: "json" };
import seatsFr from "./modules/scheduling/locales/seats.fr.json" with { type: "json" };
import openingsFr from "./modules/scheduling/locales/openings.fr.json" with { type: "json" };
import hoursFr from "./modules/scheduling/locales/hours.fr.json" with { type: "json" };
import calendarFr from "./modules/scheduling/locales/calendar.fr.json" with { type: "json" };
import openDataFr from "./modules/open-data/locales/fr.json" with { type: "json" };
import columnsFr from "./modules/open-data/locales/columns.fr.json" with { type: "json" };
import newsFr from "./modules/news/locales/fr.json" with { type: "json" };
import newsDeskFr from "./modules/news/locales/newsdesk.fr.json" with { type: "json" };
import exchangeFr from "./modules/exchange/locales/fr.json" with { type: "json" };
import exchangeDeskFr from "./modules/exchange/locales/exchangedesk.fr.json" with { type: "json" };
import equipmentFr from "./modules/equipment/locales/fr.json" with { type: "json" };
import catalogueFr from "./modules/equipment/locales/catalogue.fr.json" with { type: "json" };
import freedaysFr from "./modules/equipment/locales/freedays.fr.json" with { type: "json" };
import loanWaitFr from "./modules/equipment/locales/loanwait.fr.json" with { type: "json" };
import loanWaitDeskFr from "./modules/equipment/locales/loanwaitdesk.fr.json" with { type: "json" };
import ownFr from "./modules/equipment/locales/own.fr.json" with { type: "json" };
import keepingFr from "./modules/equipment/locales/keeping.fr.json" with { type: "json" };
import custodyFr from "./modules/equipment/locales/custody.fr.json" with { type: "json" };
import handingFr from "./modules/equipment/locales/handing.fr.json" with { type: "json" };
import conventionsFr from "./modules/equipment/locales/conventions.fr.json" with { type: "json" };
import conventionDeskFr from "./modules/equipment/locales/conventiondesk.fr.json" with { type: "json" };
import papersFr from "./modules/equipment/locales/papers.fr.json" with { type: "json" };
import signingFr from "./modules/equipment/locales/signing.fr.json" with { type: "json" };
import paperDeskFr from "./modules/equipment/locales/paperdesk.fr.json" with { type: "json" };
import inventoryFr from "./modules/equipment/locales/inventory.fr.json" with { type: "json" };
import loanFileFr from "./modules/equipment/locales/loanfile.fr.json" with { type: "json" };
import remindingFr from "./modules/equipment/locales/reminding.fr.json" with { type: "json" };
import lendingFr from "./modules/equipment/locales/lending.fr.json" with { type: "json" };
import reportsFr from "./modules/equipment/locales/reports.fr.json" with { type: "json" };
import inKindFr from "./modules/equipment/locales/inkind.fr.json" with { type: "json" };
import resourcePlacesFr from "./modules/resource-places/locales/fr.json" with { type: "json" };
import resourceDeskFr from "./modules/resource-places/locales/resourcedesk.fr.json" with { type: "json" };
import widgetsFr from "./modules/widgets/locales/fr.json" with { type: "json" };
import printingFr from "./modules/printing/locales/printing.fr.json" with { type: "json" };
import templatesFr from "./modules/printing/locales/templates.fr.json" with { type: "json" };
import diffusionFr from "./modules/widgets/locales/diffusion.fr.json" with { type: "json" };
import deskFr from "./gestion/locales/fr.json" with { type: "json" };
import uiFr from "./ui/locales/fr.json" with { type: "json" };

const french = {
  associations: { fr: associationsFr },
  commitments: { fr: commitmentsFr },
  indicators: { fr: indicatorsFr },
  directory: { fr: directoryFr },
  legal: { fr: legalFr },
  people: { fr: peopleFr },
  mine: { fr: mineFr },
  absences: { fr: absencesFr },
  house: { fr: houseFr },
  settings: { fr: settingsFr },
  photo: { fr: photoFr },
  period: { fr: periodFr },
  activities: { fr: activitiesFr },
  programme: { fr: programmeFr },
  news: { fr: newsFr },
  newsdesk: { fr: newsDeskFr },
  exchange: { fr: exchangeFr },
  exchangedesk: { fr: exchangeDeskFr },
  equipment: { fr: equipmentFr },
  custody: { fr: custodyFr },
  handing: { fr: handingFr },
  reminding: { fr: remindingFr },
  lending: { fr: lendingFr },
  catalogue: { fr: catalogueFr },
  freedays: { fr: freedaysFr },
  loanwait: { fr: loanWaitFr },
  loanwaitdesk: { fr: loanWaitDeskFr },
  own: { fr: ownFr },
  keeping: { fr: keepingFr },
  reports: { fr: reportsFr },
  inkind: { fr: inKindFr },
  conventions: { fr: conventionsFr },
  conventiondesk: { fr: conventionDeskFr },
  papers: { fr: papersFr },
  signing: { fr: signingFr },
  paperdesk: { fr: paperDeskFr },
  inventory: { fr: inventoryFr },
  loanfile: { fr: loanFileFr },
  "resource-places": { fr: resourcePlacesFr },
  resourcedesk: { fr: resourceDeskFr },
  widgets: { fr: widgetsFr },
  diffusion: { fr: diffusionFr },
  printing: { fr: printingFr },
  templates: { fr: templatesFr },
  registrations: { fr: registrationsFr },
  roll: { fr: rollFr },
  scheduling: { fr: schedulingFr },
  followers: { fr: followersFr },
  seats: { fr: seatsFr },
  openings: { fr: openingsFr },
  hours: { fr: hoursFr },
  registry: { fr: registryFr },
  proposals: { fr: proposalsFr },
  confirming: { fr: confirmingFr },
  reminders: { fr: remindersFr },
  climbing: { fr: climbingFr },
  campaigns: { fr: campaignsFr },
  letters: { fr: lettersFr },
  day: { fr: dayFr },
  claiming: { fr: claimingFr },
  space: { fr: spaceFr },
  doubles: { fr: doublesFr },
  imports: { fr: importsFr },
  rna: { fr: rnaFr },
  documents: { fr: documentsFr },
  support: { fr: supportFr },
  supportdesk: { fr: supportDeskFr },
  designation: { fr: designationFr },
  designationdesk: { fr: designationDeskFr },
  tools: { fr: toolsFr },
  toolsdesk: { fr: toolsDeskFr },
  texts: { fr: textsFr },
  places: { fr: placesFr },
  calendar: { fr: calendarFr },
  "open-data": { fr: openDataFr },
  columns: { fr: columnsFr },
  desk: { fr: deskFr },
  ui: { fr: uiFr },
};

type Room = keyof typeof french;
type Words = { [R in Room]: (typeof french)[R] & Partial<Record<Exclude<Lang, "fr">, Catalogue>> };

/**
 * The French gives the keys their types. The other languages are found beside it: `ar.json` of a room's `locales`
 * is the room in Arabic, `legal.ar.json` its namespace `legal`.
 */
export const words: Words = { ...french };
for (const file of globSync("src/**/locales/*.json", { cwd: projectRoot }).toSorted()) {
  const [lang, part] = basename(file, ".json").split(".").toReversed();
  const room = part ?? basename(join(file, "../.."));
  if (lang === "fr") continue;
  if (!isRoom(room) || !isLanguage(lang)) throw new Error(`${file} translates nothing we know`);
  const catalogue = JSON.parse(readFileSync(join(projectRoot, file), "utf8")) as Catalogue;
  Object.assign(words, { [room]: { ...words[room], [lang]: catalogue } });
}

function isRoom(name: string): name is Room {
  return name in french;
}

function isLanguage(name: string | undefined): name is Lang {
  return (languages as readonly (string | undefined)[]).includes(name);
}
