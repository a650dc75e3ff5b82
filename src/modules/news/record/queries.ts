import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { photosOf, type Photo } from "../../communes/index.ts";
import type { NewsKind, NewsState } from "../codes.ts";
import type { Texts } from "./rules.ts";

export type NewsItem = Texts & {
  id: string;
  slug: string;
  kind: NewsKind;
  state: NewsState;
  previous: Texts | null;
  photo: Photo | undefined;
  /** The photo it had before this one, to be put back. */
  photoBefore: string | null;
  proposedBy: string | null;
  proposerId: string | null;
  answer: string | null;
  publishedAt: Date | null;
  changedAt: Date;
  revision: number;
  /** Those it is about, by name; one merged into another is that other. */
  associations: readonly { id: string; slug: string; name: string; listed: boolean }[];
};

type Asked = {
  id?: string;
  slug?: string;
  association?: string;
  proposedBy?: string;
  states?: readonly NewsState[];
  kind?: NewsKind | undefined;
  limit?: number;
  offset?: number;
};

const about = sql<NewsItem["associations"]>`
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.association_id, 'slug', a.slug, 'name', a.name, 'listed', a.listed)
     order by a.name_sort), '[]')
   from (select distinct coalesce(m.merged_into, m.association_id) as id
         from news_association n join association m on m.association_id = n.association_id
         where n.news_id = news_item.news_id) named
   join association a on a.association_id = named.id)`;

/** Items, the latest published first, then the latest changed. */
export async function newsOf(tx: Tx, asked: Asked): Promise<NewsItem[]> {
  const rows = await choosing(tx, asked)
    .select(["news_id", "slug", "kind", "state", "title", "body", "support", "results"])
    .select(["previous", "proposed_by", "proposer_id", "answer", "published_at", "changed_at"])
    .select(["photo_file_id", "photo_before_id", "revision", about.as("associations")])
    .orderBy(sql`published_at desc nulls first`)
    .orderBy("changed_at", "desc")
    .orderBy("news_id")
    .limit(asked.limit ?? 500)
    .offset(asked.offset ?? 0)
    .execute();
  const photos = await photosOf(
    tx,
    rows.map((row) => row.photo_file_id),
  );
  return rows.map((row) => ({
    id: row.news_id,
    slug: row.slug,
    kind: row.kind as NewsKind,
    state: row.state as NewsState,
    title: row.title,
    body: row.body,
    support: row.support,
    results: row.results,
    previous: row.previous as Texts | null,
    photo: photos.get(row.photo_file_id ?? ""),
    photoBefore: row.photo_before_id,
    proposedBy: row.proposed_by,
    proposerId: row.proposer_id,
    answer: row.answer,
    publishedAt: row.published_at,
    changedAt: row.changed_at,
    revision: row.revision,
    associations: row.associations,
  }));
}

/** How many items newsOf would give without limit. */
export async function countNews(tx: Tx, asked: Asked): Promise<number> {
  const row = await choosing(tx, asked)
    .select((eb) => eb.fn.countAll<string>().as("n"))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

const choosing = (tx: Tx, { id, slug, association, proposedBy, states, kind }: Asked) =>
  tx
    .selectFrom("news_item")
    .$if(id !== undefined, (query) => query.where("news_id", "=", id ?? ""))
    .$if(slug !== undefined, (query) => query.where("slug", "=", slug ?? ""))
    .$if(proposedBy !== undefined, (query) => query.where("proposed_by", "=", proposedBy ?? ""))
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
    .$if(states !== undefined, (query) => query.where("state", "in", [...(states ?? [])]))
    .$if(association !== undefined, (query) =>
      query.where(
        sql<boolean>`exists (select from news_association n join association m on m.association_id = n.association_id
          where n.news_id = news_item.news_id and ${association ?? ""}::uuid in (m.association_id, m.merged_into))`,
      ),
    );
