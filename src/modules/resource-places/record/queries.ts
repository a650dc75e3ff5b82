import { sql, type Selectable } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { ResourcePlaceRow } from "../../../platform/db/types.ts";
import { addressLine } from "../../places/index.ts";
import type { CodesOf } from "../codes.ts";

/** What is written of a place by who keeps it true. */
export type Texts = {
  name: string;
  hybrid: boolean;
  summary: string | null;
  presentation: string | null;
  remote: string | null;
  welcome: string | null;
  connection: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  acceslibre: string | null;
  siret: string | null;
  equipment: CodesOf<"equipment">;
  services: CodesOf<"services">;
  publics: CodesOf<"publics">;
  care: CodesOf<"care">;
  cost: CodesOf<"cost">;
  entry: CodesOf<"entry">;
  support: CodesOf<"support">;
};

export type ResourcePlace = Texts & {
  id: string;
  slug: string;
  state: "draft" | "published";
  timetableId: string;
  changedAt: Date;
  revision: number;
  /** Where it is, and how one gets in: what the list of places says. */
  place: {
    id: string;
    name: string;
    address: string;
    street: string | null;
    complement: string | null;
    postcode: string | null;
    town: string | null;
    insee: string | null;
    latitude: number | null;
    longitude: number | null;
    accessYes: string[];
    accessNo: string[];
    accessNote: string | null;
  };
  /** The association that holds it; one merged into another is that other. */
  association:
    | { id: string; name: string; slug: string; listed: boolean; rna: string | null; siret: string | null }
    | undefined;
}; // prettier-ignore

type Asked = {
  id?: string;
  ids?: readonly string[];
  slug?: string;
  published?: boolean;
  /** Those an association holds, itself or by one merged into it. */
  associationId?: string;
};

/** Resource places, by name. */
export async function resourcePlaces(tx: Tx, asked: Asked = {}): Promise<ResourcePlace[]> {
  const rows = await tx
    .selectFrom("resource_place as r")
    .innerJoin("place as p", "p.place_id", "r.place_id")
    .leftJoin("association as named", "named.association_id", "r.association_id")
    .leftJoin("association as a", (join) =>
      join.on(sql`a.association_id`, "=", sql`coalesce(named.merged_into, named.association_id)`),
    )
    .selectAll("r")
    .select(["p.name as place", "p.street", "p.complement", "p.postcode", "p.town", "p.insee"])
    .select(["p.latitude", "p.longitude", "p.access_yes", "p.access_no", "p.access_note"])
    .select(["a.association_id as holder", "a.name as holder_name", "a.slug as holder_slug"])
    .select(["a.listed", "a.rna", "a.siret as holder_siret"])
    .$if(asked.id !== undefined, (query) => query.where("r.resource_place_id", "=", asked.id ?? ""))
    .$if(asked.ids !== undefined, (query) =>
      query.where("r.resource_place_id", "=", sql<string>`any(${[...(asked.ids ?? [])]}::uuid[])`),
    )
    .$if(asked.associationId !== undefined, (query) =>
      query.where("a.association_id", "=", asked.associationId ?? ""),
    )
    .$if(asked.slug !== undefined, (query) => query.where("r.slug", "=", asked.slug ?? ""))
    .$if(asked.published === true, (query) => query.where("r.state", "=", "published"))
    .orderBy(sql`lower(r.name)`)
    .orderBy("r.resource_place_id")
    .execute();
  return rows.map((row) => ({
    ...textsOf(row),
    id: row.resource_place_id,
    slug: row.slug,
    state: row.state as ResourcePlace["state"],
    timetableId: row.timetable_id,
    changedAt: row.changed_at,
    revision: row.revision,
    place: {
      id: row.place_id,
      name: row.place,
      address: addressLine(row),
      street: row.street,
      complement: row.complement,
      postcode: row.postcode,
      town: row.town,
      insee: row.insee,
      latitude: row.latitude,
      longitude: row.longitude,
      accessYes: row.access_yes,
      accessNo: row.access_no,
      accessNote: row.access_note,
    },
    association:
      row.holder === null
        ? undefined
        : {
            id: row.holder,
            name: row.holder_name ?? "",
            slug: row.holder_slug ?? "",
            listed: row.listed ?? false,
            rna: row.rna,
            siret: row.holder_siret,
          },
  }));
}

const textsOf = (row: Selectable<ResourcePlaceRow>): Texts => ({
  name: row.name,
  hybrid: row.hybrid,
  summary: row.summary,
  presentation: row.presentation,
  remote: row.remote,
  welcome: row.welcome,
  connection: row.connection,
  email: row.email,
  phone: row.phone,
  website: row.website,
  acceslibre: row.acceslibre,
  siret: row.siret,
  equipment: row.equipment as Texts["equipment"],
  services: row.services as Texts["services"],
  publics: row.publics as Texts["publics"],
  care: row.care as Texts["care"],
  cost: row.cost as Texts["cost"],
  entry: row.entry as Texts["entry"],
  support: row.support as Texts["support"],
});
