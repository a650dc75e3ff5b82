import type { Tx } from "../../platform/db/database.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { createAssociation } from "../associations/index.ts";
import { ensurePlace } from "../places/index.ts";
import type { Timetable } from "../scheduling/index.ts";
import { addBookable, type BookableTerms } from "./booking/bookables.ts";
import { bookablesOf } from "./booking/queries.ts";
import type { Bookable } from "./booking/rules.ts";
import { resourcePlaces, type ResourcePlace, type Texts } from "./record/queries.ts";
import { addResourcePlace, moveTo, writeHours } from "./record/write.ts";

const by = (site: TestSite) => ({ actor: { kind: "system" } as const, at: site.clock.now() });

export const texts: Texts = {
  name: "Espace multimédia",
  hybrid: false,
  summary: "Des postes et de l’aide.",
  presentation: null,
  remote: null,
  welcome: null,
  connection: null,
  email: null,
  phone: null,
  website: null,
  acceslibre: null,
  siret: "21499980000013",
  equipment: ["wifi"],
  services: ["procedures", "access"],
  publics: ["seniors"],
  care: [],
  cost: ["free"],
  entry: ["come", "phone"],
  support: ["alone"],
};

export const terms: BookableTerms = {
  kind: "workstation",
  name: "Poste",
  units: 1,
  people: 1,
  holds: null,
  least: 60,
  most: 120,
  aheadDays: 30,
  dailyMinutes: 120,
  who: "all",
  open: true,
  hourValueCents: null,
};

/** Every working day from 9 to 12 and from 14 to 18. */
export const working: Timetable = {
  zone: "Europe/Paris",
  publicHolidays: "closed",
  closedDays: true,
  rules: (["MO", "TU", "WE", "TH", "FR"] as const).flatMap((weekday) =>
    ([[540, 720], [840, 1080]] as const).map(([from, until]) => ({ weekday, from, until, season: "always" as const, weeks: "every" as const, firstDay: null, lastDay: null })),
  ),
  exceptions: [],
}; // prettier-ignore

export type OpenPlace = { site: TestSite; place: ResourcePlace; poste: Bookable };

/** A site with a published place and one workstation; the clock says Tuesday 15 September 2026, 10 in the morning. */
export async function openResourcePlace(more: Partial<BookableTerms> = {}): Promise<OpenPlace> {
  const site = await openTestSite();
  site.clock.set("2026-09-15T08:00:00Z");
  const made = await site.database.write(site.communeId, async (tx) => {
    const place = await makePlace(tx, site, texts);
    const added = await addBookable(tx, place.id, { ...terms, ...more }, by(site));
    const [poste] = await bookablesOf(tx, { id: "done" in added ? added.done : "" });
    if (!poste) throw new Error("no workstation");
    return { place, poste };
  });
  return { site, ...made };
}

export async function makePlace(tx: Tx, site: TestSite, said: Texts): Promise<ResourcePlace> {
  const placeId = await ensurePlace(tx, {
    name: "Médiathèque",
    street: "12 rue du Port",
    postcode: "49000",
    town: "Valbrume",
    insee: "49007",
    latitude: 47.3,
    longitude: -0.7,
  });
  const id = await addResourcePlace(tx, said, { placeId, associationId: null }, by(site));
  const [draft] = await resourcePlaces(tx, { id });
  if (!draft) throw new Error("no place");
  await writeHours(tx, draft, working, by(site));
  await moveTo(tx, draft, "published", by(site));
  const [place] = await resourcePlaces(tx, { id });
  return place ?? draft;
}

/** An association of this name. */
export const addClub = (site: TestSite, name: string) =>
  site.database.write(site.communeId, (tx) =>
    createAssociation(
      tx,
      { name },
      { source: "hand", at: site.clock.now(), actor: { kind: "system" } },
    ),
  );

/** The words of a page, without its marks. */
export const plain = (html: string): string =>
  html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
