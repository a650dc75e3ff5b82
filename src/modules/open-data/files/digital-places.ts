import { csvRecords } from "../../../platform/csv.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { addDays, dayOf } from "../../../platform/clock.ts";
import {
  mayBeExported,
  pivotOf,
  resourcePlaces,
  resourcePlaceUrls,
  type ResourcePlace,
} from "../../resource-places/index.ts";
import {
  calendarOf,
  osmHours,
  timetablesByIds,
  type OpeningCalendar,
  type Timetable,
} from "../../scheduling/index.ts";

/** Schéma national des lieux de médiation numérique v1.0.2 (LaMednum): its own words, to the letter. */
export const nationalSchema = "https://schema.data.gouv.fr/LaMednum/standard-mediation-num/";

const national = {
  services: {
    procedures: "Aide aux démarches administratives",
    everyday: "Maîtrise des outils numériques du quotidien",
    work: "Insertion professionnelle via le numérique",
    safety: "Utilisation sécurisée du numérique",
    parenting: "Parentalité et éducation avec le numérique",
    leisure: "Loisirs et créations numériques",
    culture: "Compréhension du monde numérique",
    access: "Accès internet et matériel informatique",
    equipment: "Acquisition de matériel informatique à prix solidaire",
  },
  publics: {
    youth: "Jeunes",
    students: "Étudiants",
    families: "Familles et/ou enfants",
    seniors: "Seniors",
    women: "Femmes",
  },
  care: {
    deafness: "Surdité",
    motor: "Handicaps moteurs",
    mental: "Handicaps mentaux",
    illiteracy: "Illettrisme",
    english: "Langues étrangères (anglais)",
    languages: "Langues étrangères (autres)",
    sight: "Déficience visuelle",
  },
  cost: { free: "Gratuit", conditional: "Gratuit sous condition", paid: "Payant" },
  // The apostrophe is straight: a curly one is refused.
  entry: {
    come: "Se présenter",
    phone: "Téléphoner",
    mail: "Contacter par mail",
    online: "Prendre un RDV en ligne",
    none: "Ce lieu n'accueille pas de public",
    referred: "Envoyer un mail avec une fiche de prescription",
  },
  support: {
    alone: "En autonomie",
    individual: "Accompagnement individuel",
    group: "Dans un atelier collectif",
    remote: "À distance",
  },
} as const;

const joined = (words: Record<string, string>, codes: readonly string[]): string =>
  codes.map((code) => words[code] ?? "").join("|");

/** Numbers of the territories by their first figures; the others are those of the mainland. */
const dialling: readonly [start: RegExp, code: string][] = [
  [/^0(590|690|691)/, "+590"],
  [/^0(594|694)/, "+594"],
  [/^0(596|696|697)/, "+596"],
  [/^0(262|263|269|692|693|639)/, "+262"],
];

/** One number as the schema takes it, E.164; nothing when it is none it knows. */
export function nationalPhone(phone: string | null): string {
  const digits = (phone ?? "").replaceAll(/[^\d+]/g, "");
  if (/^\+(33|590|594|262|596|269|687|689|508|681)\d{6,9}$/.test(digits)) return digits;
  if (!/^0[1-9]\d{8}$/.test(digits)) return "";
  const code = dialling.find(([start]) => start.test(digits))?.[1] ?? "+33";
  return code + digits.slice(1);
}

type Row = { place: ResourcePlace; hours: string; origin: string; source: string };

const columns: readonly (readonly [name: string, value: (row: Row) => string | number | null])[] = [
  ["id", ({ place }) => place.id],
  ["pivot", ({ place }) => pivotOf(place) ?? ""],
  ["nom", ({ place }) => place.name],
  ["commune", ({ place }) => place.place.town],
  ["code_postal", ({ place }) => place.place.postcode],
  ["code_insee", ({ place }) => place.place.insee],
  ["adresse", ({ place }) => place.place.street],
  ["complement_adresse", ({ place }) => place.place.complement],
  ["latitude", ({ place }) => place.place.latitude],
  ["longitude", ({ place }) => place.place.longitude],
  ["typologie", ({ place }) => (place.association ? "ASSO" : "MUNI")],
  ["telephone", ({ place }) => nationalPhone(place.phone)],
  ["courriels", ({ place }) => place.email],
  ["site_web", ({ place }) => place.website],
  ["horaires", ({ hours }) => hours],
  ["presentation_resume", ({ place }) => place.summary],
  ["presentation_detail", ({ place }) => place.presentation],
  ["source", ({ source }) => source],
  ["itinerance", () => "Fixe"],
  ["structure_parente", ({ place }) => place.association?.name ?? null],
  ["date_maj", ({ place }) => dayOf(place.changedAt)],
  ["services", ({ place }) => joined(national.services, place.services)],
  ["publics_specifiquement_adresses", ({ place }) => joined(national.publics, place.publics)],
  ["prise_en_charge_specifique", ({ place }) => joined(national.care, place.care)],
  ["frais_a_charge", ({ place }) => joined(national.cost, place.cost)],
  ["dispositif_programmes_nationaux", () => null],
  ["formations_labels", () => null],
  ["autres_formations_labels", () => null],
  ["modalites_acces", ({ place }) => joined(national.entry, place.entry)],
  ["modalites_accompagnement", ({ place }) => joined(national.support, place.support)],
  ["fiche_acces_libre", ({ place }) => place.acceslibre],
  ["prise_rdv", ({ place, origin }) => origin + resourcePlaceUrls.one(place.slug)],
];

/** Published places that the schema can say, as its file. */
export async function digitalPlaces(
  tx: Tx,
  about: { origin: string; source: string; now: Date },
): Promise<string> {
  const places = (await resourcePlaces(tx, { published: true })).filter(mayBeExported);
  const tables = await timetablesByIds(tx, places.map(({ timetableId }) => timetableId)); // prettier-ignore
  const today = dayOf(about.now);
  const calendar = await calendarOf(tx, today, addDays(today, 365));
  const rows = places.map((place): Row => ({
    place,
    hours: hoursOf(tables.get(place.timetableId), calendar, today),
    ...about,
  }));
  return csvRecords([
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, value]) => value(row) || null)),
  ]);
}

/** The hours, without what is over. */
const hoursOf = (
  timetable: Timetable | undefined,
  calendar: OpeningCalendar,
  today: string,
): string =>
  timetable
    ? osmHours(
        {
          ...timetable,
          exceptions: timetable.exceptions.filter(({ lastDay }) => lastDay >= today),
        },
        calendar,
      )
    : "";

/** How many places the file tells. */
export const countDigitalPlaces = async (tx: Tx): Promise<number> =>
  (await resourcePlaces(tx, { published: true })).filter(mayBeExported).length;
