import { sql, type SqlBool } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { DesignationKind } from "../designations/rules.ts";
import { plainWords } from "../identity/names.ts";
import { pageSize, type Filters, type Listing } from "./rules.ts";

export type Line = {
  id: string;
  slug: string;
  name: string;
  acronym: string | null;
  themes: string[];
  state: string;
  listed: boolean;
  referent: string | null;
  places: string[];
  priority: number;
  designations: DesignationKind[];
  updatedAt: Date;
};

/** One page of the list, and how many records it narrows down to. */
export async function lines(tx: Tx, listing: Listing): Promise<{ rows: Line[]; count: number }> {
  const [{ count } = { count: 0 }] = await narrowed(tx, listing.filters)
    .select(sql<number>`count(*)`.as("count"))
    .execute();
  const direction = listing.descending ? "desc" : "asc";
  const column = {
    name: "name_sort",
    state: "state",
    updated: "updated_at",
    priority: "p.score",
  } as const;
  const rows = await narrowed(tx, listing.filters)
    .leftJoin("person", "person.person_id", "a.referent_id")
    .innerJoin(
      sql<{
        id: string;
        score: number;
      }>`(select association_id as id, score from association_priority())`.as("p"),
      "p.id",
      "a.association_id",
    )
    .select([
      "a.association_id as id",
      "p.score as priority",
      "slug",
      "a.name",
      "acronym",
      "themes",
      "state",
      "listed",
    ])
    .select(["person.name as referent", "a.updated_at as updatedAt"])
    .select(
      sql<string[]>`array(select p.name from association_place ap
        join place p on p.commune_id = ap.commune_id and p.place_id = ap.place_id
        where ap.commune_id = a.commune_id and ap.association_id = a.association_id
        order by ap.position, p.name_key)`.as("places"),
    )
    .select(
      sql<DesignationKind[]>`array(select d.kind from association_designation d
        where d.association_id = a.association_id and d.ended_on is null order by d.kind)`.as(
        "designations",
      ),
    )
    .orderBy(column[listing.sort], direction)
    .orderBy("name_sort")
    .orderBy("a.association_id")
    .limit(pageSize)
    .offset((listing.page - 1) * pageSize)
    .execute();
  return { rows, count: Number(count) };
}

/** Ids of every record the filters keep, by name. */
export async function narrowedIds(tx: Tx, filters: Filters): Promise<string[]> {
  const rows = await narrowed(tx, filters).select("association_id").orderBy("name_sort").execute();
  return rows.map((row) => row.association_id);
}

/** Records of the registry, merged ones left out. */
export async function registrySize(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("association")
    .select(sql<number>`count(*)`.as("count"))
    .where("merged_into", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** How many records lack what an agent can add, ceased ones left aside, in one reading of the registry. */
export async function registryGaps(tx: Tx) {
  return await tx
    .selectFrom("association as a")
    .select(sql<number>`count(*)::integer`.as("size"))
    .select([
      lacking("contact").as("contact"),
      lacking("place").as("place"),
      lacking("theme").as("theme"),
    ])
    .where("merged_into", "is", null)
    .executeTakeFirstOrThrow();
}

/** People who may follow an association, and those who do. */
export async function referents(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom("person")
    .select(["person_id as id", "name"])
    .where(
      sql<SqlBool>`(exists (select from staff_role s where s.commune_id = person.commune_id and s.person_id = person.person_id and s.role in ('referent', 'administrator'))
        or exists (select from association a where a.commune_id = person.commune_id and a.referent_id = person.person_id))`,
    )
    .orderBy("name")
    .execute();
}

export const districts = (tx: Tx) =>
  tx
    .selectFrom("district")
    .select(["district_id as id", "name"])
    .orderBy("position")
    .orderBy("name")
    .execute();

const without = {
  contact: sql<SqlBool>`not exists (select from association_contact c where c.commune_id = a.commune_id
    and c.association_id = a.association_id and (c.email is not null or c.phone is not null))`,
  place: sql<SqlBool>`not exists (select from association_place p where p.commune_id = a.commune_id
    and p.association_id = a.association_id)`,
  theme: sql<SqlBool>`cardinality(themes) = 0`,
  aims: sql<SqlBool>`coalesce(aims, '') = ''`,
};

const lacking = (gap: keyof typeof without) =>
  sql<number>`(count(*) filter (where ${without[gap]} and state <> 'ceased'))::integer`;

/** The records the filters keep. Row-level security first narrows to the commune: a few thousand rows are read. */
function narrowed(tx: Tx, filters: Filters) {
  let query = tx.selectFrom("association as a").where("merged_into", "is", null);
  const { theme, state, district, referent, listed, missing, designation } = filters;
  if (filters.q) {
    const words = plainWords(filters.q).join(" ");
    const number = filters.q.toUpperCase().replace(/[\s.]/g, "");
    query = query.where(
      sql<SqlBool>`((${words} <> '' and position(${words} in name_sort || ' ' || lower(coalesce(acronym, ''))) > 0)
        or rna = ${number} or siret = ${number} or siren = ${number})`,
    );
  }
  if (theme) query = query.where(sql<SqlBool>`${theme} = any(themes)`);
  if (state) query = query.where("state", "=", state);
  if (listed !== undefined) query = query.where("listed", "=", listed);
  if (referent === "nobody") query = query.where("referent_id", "is", null);
  else if (referent) query = query.where("referent_id", "=", referent);
  if (missing) query = query.where(without[missing]).where("state", "<>", "ceased");
  if (designation)
    query = query.where(
      sql<SqlBool>`exists (select from association_designation d where d.association_id = a.association_id
        and d.ended_on is null and d.kind = coalesce(${designation === "any" ? null : designation}::text, d.kind))`,
    );
  if (district)
    query = query.where(
      sql<SqlBool>`exists (select from association_place ap join place p on p.commune_id = ap.commune_id and p.place_id = ap.place_id
        where ap.commune_id = a.commune_id and ap.association_id = a.association_id and p.district_id = ${district})`,
    );
  return query;
}
