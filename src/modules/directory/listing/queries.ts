import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import {
  frenchOfText,
  type Freshness,
  type SectionState,
  type TextField,
} from "../../associations/index.ts";

export type Listing = {
  id: string;
  slug: string;
  name: string;
  acronym: string | null;
  state: "active" | "dormant" | "ceased";
  stateOn: string | null;
  legalForm: string;
  aims: string | null;
  schedule: string | null;
  prices: string | null;
  registration: string | null;
  themes: string[];
  publics: string[];
  languages: string[];
  /** What it says in other languages, where it says it in French too. */
  texts: ListingText[];
  accessYes: string[];
  accessNo: string[];
  accessNote: string | null;
  website: string | null;
  links: string[];
  createdOn: string | null;
  rna: string | null;
  siret: string | null;
  logo: string | null;
  photo: string | null;
  seat: string | null;
  places: ListingPlace[];
  /** Only what each contact lets be seen. */
  contacts: {
    id: string;
    name: string | null;
    role: string | null;
    email: string | null;
    phone: string | null;
  }[];
  /** True when a message can be passed on, even if no address is shown. */
  reachable: boolean;
  confirmed: SectionState[];
  /** Where the listing stands as a whole. */
  level: Freshness;
};

export type ListingText = {
  lang: string;
  field: TextField;
  words: string;
  by: "association" | "agent";
  on: string;
  /** The French has changed since. */
  stale: boolean;
};

export type ListingPlace = {
  id: string;
  name: string;
  detail: string | null;
  street: string | null;
  postcode: string | null;
  town: string | null;
  district: string | null;
  lat: number | null;
  lon: number | null;
  accessYes: string[];
  accessNo: string[];
  accessNote: string | null;
};

export type Destination = { listing: Listing } | { movedTo: string } | undefined;

/** What is published of an association by its address; where it went when it was merged; nothing when it is not listed. */
export async function listingBySlug(tx: Tx, slug: string, day: string): Promise<Destination> {
  const { rows } = await sql<Told>`${told(day)} where a.slug = ${slug}`.execute(tx);
  const row = rows[0];
  if (row?.movedTo) return { movedTo: row.movedTo };
  return row?.listed ? { listing: row } : undefined;
}

/** What is published of several, in the order of `ids`; those unlisted or merged meanwhile are left out. */
export async function listingsOf(tx: Tx, ids: readonly string[], day: string): Promise<Listing[]> {
  const { rows } = await sql<Told>`${told(day)}
    where a.association_id = any(${[...ids]}::uuid[]) and a.listed and a.merged_into is null
    order by array_position(${[...ids]}::uuid[], a.association_id)`.execute(tx);
  return rows;
}

/** Every association residents may read, by name. */
export async function listedIds(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("association")
    .select("association_id")
    .where("listed", "=", true)
    .where("merged_into", "is", null)
    .orderBy("name_sort")
    .orderBy("association_id")
    .execute();
  return rows.map((row) => row.association_id);
}

type Told = Listing & { listed: boolean; movedTo: string | null };

/** The one place that says what of a record may be read by anybody. */
const told = (day: string) => sql`
    select a.association_id as id, a.slug, a.name, a.acronym, a.state, a.state_on::text as "stateOn", a.legal_form as "legalForm",
      a.aims, a.schedule, a.prices, a.registration, a.themes, a.publics, a.spoken_languages as languages,
      a.access_yes as "accessYes", a.access_no as "accessNo", a.access_note as "accessNote", a.website, a.links,
      a.created_on::text as "createdOn", a.rna, a.siret, a.logo_file_id as logo, a.photo_file_id as photo, a.listed,
      case when a.seat_public then concat_ws(' ', a.seat_street, a.seat_complement, a.seat_postcode, a.seat_town) end as seat,
      (select kept.slug from association kept where kept.association_id = a.merged_into) as "movedTo",
      coalesce((select jsonb_agg(jsonb_build_object('id', p.place_id, 'name', p.name, 'detail', l.detail, 'street', p.street, 'postcode', p.postcode,
          'town', p.town, 'district', d.name, 'lat', p.latitude, 'lon', p.longitude, 'accessYes', p.access_yes,
          'accessNo', p.access_no, 'accessNote', p.access_note) order by l.position, p.name)
        from association_place l join place p on p.place_id = l.place_id left join district d on d.district_id = p.district_id
        where l.association_id = a.association_id), '[]') as places,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.contact_id, 'name', case when c.name_public then c.name end,
          'role', case when c.name_public then c.role end, 'email', case when c.email_public then c.email end,
          'phone', case when c.phone_public then c.phone end) order by c.position)
        from association_contact c where c.association_id = a.association_id
          and (c.name_public or c.email_public or c.phone_public)), '[]') as contacts,
      coalesce((select jsonb_agg(jsonb_build_object('lang', t.lang, 'field', t.field, 'words', t.body, 'by', t.by_kind,
          'on', (t.written_at at time zone 'Europe/Paris')::date, 'stale', t.french <> ${frenchOfText}) order by t.lang, t.field)
        from association_translation t where t.association_id = a.association_id and ${frenchOfText} <> ''), '[]') as texts,
      exists (select from association_contact c where c.association_id = a.association_id and c.email is not null) as reachable,
      (select jsonb_agg(jsonb_build_object('section', f.section, 'level', f.level, 'by', f.by_kind,
          'on', (f.confirmed_at at time zone 'Europe/Paris')::date))
        from section_freshness(${day}::date) f where f.association_id = a.association_id) as confirmed,
      (select level from listing_freshness(${day}::date) f where f.association_id = a.association_id) as level
    from association a`;

/** Where a message to an association goes: its first contact with an address. */
export async function mailboxOf(tx: Tx, associationId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("association_contact")
    .select("email")
    .where("association_id", "=", associationId)
    .where("email", "is not", null)
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();
  return row?.email ?? undefined;
}
