import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { freeSlug, slugOf } from "../../associations/index.ts";
import { publish } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
import type { NewsKind, NewsState } from "../codes.ts";
import type { NewsItem } from "./queries.ts";
import type { Texts } from "./rules.ts";

/** Who writes, and when. */
export type Hand = { by: string; at: Date };

type NewItem = Texts & {
  kind: NewsKind;
  state: "draft" | "proposed";
  /** The association that proposes it: it is about it. */
  proposedBy?: string;
};

export async function addNews(tx: Tx, item: NewItem, hand: Hand): Promise<string> {
  const { proposedBy } = item;
  const { news_id: id } = await tx
    .insertInto("news_item")
    .values({
      slug: await freeAddress(tx, item.title),
      kind: item.kind,
      state: item.state,
      ...textsOf(item),
      ...(proposedBy ? { proposed_by: proposedBy, proposer_id: hand.by } : {}),
      created_at: hand.at,
      changed_at: hand.at,
    })
    .returning("news_id")
    .executeTakeFirstOrThrow();
  if (proposedBy) await tellOf(tx, id, proposedBy);
  await note(tx, id, hand, `news.${item.state}`);
  return id;
}

/** Writes its texts, those it had kept to be put back; false when somebody changed it meanwhile. */
export async function rewrite(
  tx: Tx,
  item: NewsItem,
  texts: Texts,
  revision: number,
  hand: Hand,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("news_item")
    .set({ ...textsOf(texts), previous: JSON.stringify(textsOf(item)), changed_at: hand.at })
    .set({ revision: sql`revision + 1` })
    .where("news_id", "=", item.id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  if (!Number(numUpdatedRows)) return false;
  await note(tx, item.id, hand, "news.written");
  if (item.state === "published") await publish(tx);
  return true;
}

/** Shows another photo, or none; the one from before is kept to be put back. */
export async function changePhoto(
  tx: Tx,
  item: NewsItem,
  photo: string | null,
  hand: Hand,
): Promise<void> {
  const before = item.photo?.id ?? null;
  if (photo === before) return;
  await tx
    .updateTable("news_item")
    .set({ photo_file_id: photo, photo_before_id: before, changed_at: hand.at })
    .where("news_id", "=", item.id)
    .execute();
  await note(tx, item.id, hand, "news.pictured");
  if (item.state === "published") await publish(tx);
}

/** Publishes, withdraws or refuses; published again, it keeps the day it was first read. */
export async function moveTo(
  tx: Tx,
  item: NewsItem,
  state: Exclude<NewsState, "draft" | "proposed">,
  hand: Hand,
  answer: string | null = item.answer,
): Promise<void> {
  await tx
    .updateTable("news_item")
    .set({ state, answer, changed_at: hand.at })
    .$if(state === "published", (query) =>
      query.set({ published_at: sql`coalesce(published_at, ${hand.at})` }),
    )
    .where("news_id", "=", item.id)
    .execute();
  await note(tx, item.id, hand, `news.${state}`);
  if (state === "published" || item.state === "published") await publish(tx);
}

export async function removeNews(tx: Tx, id: string, hand: Hand): Promise<void> {
  await tx.deleteFrom("news_item").where("news_id", "=", id).execute();
  await note(tx, id, hand, "news.removed");
}

/** Says that an item is about an association; twice is once. */
export const tellOf = (tx: Tx, id: string, association: string) =>
  tx
    .insertInto("news_association")
    .values({ news_id: id, association_id: association })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const notOf = (tx: Tx, id: string, association: string) =>
  tx
    .deleteFrom("news_association")
    .where("news_id", "=", id)
    .where("association_id", "in", (eb) =>
      eb
        .selectFrom("association")
        .select("association_id")
        .where((or) =>
          or.or([or("association_id", "=", association), or("merged_into", "=", association)]),
        ),
    )
    .execute();

const textsOf = ({ title, body, support, results }: Texts): Texts => ({
  title,
  body,
  support,
  results,
});

/** The first address free: its title, then its title and a number. */
async function freeAddress(tx: Tx, title: string): Promise<string> {
  const base = slugOf(title) || "actualite";
  const rows = await tx
    .selectFrom("news_item")
    .select("slug")
    .where(sql<boolean>`starts_with(slug, ${base})`)
    .execute();
  return freeSlug(base, new Set(rows.map(({ slug }) => slug)));
}

/** One line of history: what was done, never the words. */
const note = (tx: Tx, id: string, { by, at }: Hand, action: string) =>
  record(tx, {
    actor: { kind: "person", id: by },
    at,
    subject: { kind: "news", id },
    action,
    change: {},
  });
