import { sql } from "kysely";
import { dayOf } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { activityUrls, publishedActivities } from "../../activities/index.ts";
import { associationUrls } from "../../associations/index.ts";
import { newsOf, newsUrls } from "../../news/index.ts";
import { listingsOf } from "../../directory/index.ts";
import type { Entry } from "./atom.ts";

/** What is told at most: who follows the feed comes back long before. */
const entriesAtMost = 50;

/** What the town tells, and the associations and activities that changed last, the latest first. */
export async function entriesOf(ask: Ask): Promise<Entry[]> {
  const all = [...(await changesOf(ask)), ...(await toldIn(ask))];
  return all.toSorted((a, b) => b.updated.getTime() - a.updated.getTime()).slice(0, entriesAtMost);
}

async function toldIn({ tx, view, house }: Ask): Promise<Entry[]> {
  const t = house.words("fr");
  const items = await newsOf(tx, { states: ["published"], limit: entriesAtMost });
  return items.map((item) => ({
    id: item.id,
    title: item.title,
    url: view.origin + newsUrls.item(item.slug),
    summary: item.body,
    category: t(`news:kind.${item.kind}.one`),
    published: item.publishedAt ?? item.changedAt,
    updated: item.changedAt,
    picture: item.photo && {
      url: `${view.origin}/fichiers/${item.photo.id}`,
      bytes: item.photo.bytes,
    },
  }));
}

async function changesOf(ask: Ask): Promise<Entry[]> {
  const { rows } = await sql<{ id: string; feed: string; modified: number; first_at: Date }>`
    select item_id as id, feed, modified, first_at from published_item
    where feed in ('association', 'activity') and not gone
    order by modified desc, item_id limit ${entriesAtMost}`.execute(ask.tx);
  const of = (feed: string) => rows.filter((row) => row.feed === feed).map(({ id }) => id);
  const told = new Map<string, Pick<Entry, "title" | "url" | "summary">>();
  const { origin } = ask.view;
  for (const one of await listingsOf(ask.tx, of("association"), dayOf(ask.now)))
    told.set(one.id, {
      title: one.name,
      url: origin + associationUrls.listing(one.slug),
      summary: one.aims ?? one.name,
    });
  for (const { activity } of await publishedActivities(ask.tx, of("activity")))
    told.set(activity.id, {
      title: `${activity.fields.title} (${activity.association.name})`,
      url: origin + activityUrls.activity(activity.slug),
      summary: activity.fields.what ?? activity.fields.title,
    });
  const t = ask.house.words("fr");
  return rows.flatMap(({ id, modified, first_at }) => {
    const what = told.get(id);
    if (!what) return [];
    const isNew = modified <= first_at.getTime();
    const category = t(isNew ? "open-data:follow.new" : "open-data:follow.changed");
    return [{ id, ...what, category, published: first_at, updated: new Date(modified) }];
  });
}
