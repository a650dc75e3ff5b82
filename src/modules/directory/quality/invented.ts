import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { districts } from "../../../../db/demo/commune.ts";
import { places } from "../../../../db/demo/places.ts";
import { demoAssociations } from "../../../../db/demo/records.ts";
import { synonyms } from "../../../../db/demo/synonyms.ts";
import type { DemoAssociation, DemoPlace } from "../../../../db/demo/types.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { fold, synonymKeys } from "../../language/index.ts";

/** Address of an invented association in the tests. */
export const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Writes the invented commune's districts, places, associations and synonyms by hand, for tests. */
export async function fillInvented(tx: Tx, today: string): Promise<void> {
  const districtIds = new Map(
    districts.map(({ slug }) => [slug as string, randomUUID() as string]),
  );
  await tx
    .insertInto("district")
    .values(
      districts.map(({ slug, name }, position) => ({
        district_id: districtIds.get(slug) ?? "",
        slug,
        name,
        position,
      })),
    )
    .execute();
  const placeIds = new Map<string, string>();
  for (const place of places as readonly DemoPlace[]) {
    const id = randomUUID();
    placeIds.set(place.slug, id);
    await tx
      .insertInto("place")
      .values({
        place_id: id,
        name: place.name,
        name_key: fold(place.name),
        street: place.street,
        latitude: place.latitude,
        longitude: place.longitude,
        district_id: districtIds.get(place.district) ?? null,
        access_yes: Object.keys(place.access),
      })
      .execute();
  }
  for (const one of demoAssociations(today)) await fillOne(tx, one, placeIds);
  await tx
    .insertInto("synonym")
    .values(
      synonyms.map((words) => ({
        words: [...words],
        keys: synonymKeys(words),
        changed_at: new Date(today),
      })),
    )
    .execute();
}

async function fillOne(tx: Tx, one: DemoAssociation, placeIds: ReadonlyMap<string, string>) {
  const id = randomUUID();
  await tx
    .insertInto("association")
    .values({
      association_id: id,
      slug: slugOf(one.name),
      name: one.name,
      name_sort: fold(one.name),
      acronym: one.acronym ?? null,
      legal_form: one.legalForm,
      aims: one.aims,
      schedule: one.when ?? null,
      prices: one.prices ?? null,
      registration: one.registration ?? null,
      themes: [...one.themes],
      publics: [...one.publics],
      keywords: [...one.keywords],
      spoken_languages: [...one.languages],
      access_yes: [...one.access],
      state: one.state,
    })
    .execute();
  if (one.places.length)
    await tx
      .insertInto("association_place")
      .values(
        one.places.map((slug, at) => ({
          association_id: id,
          place_id: placeIds.get(slug) ?? "",
          position: at + 1,
        })),
      )
      .execute();
  if (one.contact)
    await tx
      .insertInto("association_contact")
      .values({
        association_id: id,
        name: one.contact.name,
        role: one.contact.role,
        email: one.contact.email,
        phone: one.contact.phone,
        name_public: one.contact.shown.includes("name"),
        email_public: one.contact.shown.includes("email"),
        phone_public: one.contact.shown.includes("phone"),
      })
      .execute();
  for (const { section, on } of one.confirmations)
    await tx
      .insertInto("confirmation")
      .values({
        association_id: id,
        section,
        confirmed_at: new Date(on),
        by_kind: "association",
        how: "site",
      })
      .execute();
}

/** Writes many associations made of the invented ones, each with its own name: for measures of scale. */
export async function fillMany(tx: Tx, today: string, wanted: number): Promise<void> {
  await fillInvented(tx, today);
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from association`.execute(
    tx,
  );
  const copies = Math.ceil(wanted / (rows[0]?.n ?? 1));
  await sql`
    with copied as (
      insert into association (slug, name, name_sort, acronym, legal_form, aims, schedule, prices, registration, themes, publics,
        keywords, spoken_languages, access_yes, state)
      select slug || '-' || copy, name || ' ' || copy, name_sort || ' ' || copy, acronym, legal_form, aims, schedule, prices,
        registration, themes, publics, case when copy % 7 = 0 then keywords else keywords[2:] end, spoken_languages, access_yes, state
      from association, generate_series(2, ${copies}::integer) copy
      limit ${wanted - (rows[0]?.n ?? 0)}
      returning association_id, slug)
    insert into association_place (association_id, place_id)
    select c.association_id, l.place_id from copied c
      join association a on a.slug = regexp_replace(c.slug, '-[0-9]+$', '')
      join association_place l on l.association_id = a.association_id
    on conflict do nothing`.execute(tx);
}
