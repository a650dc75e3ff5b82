import { sql } from "kysely";
import { flat, recordWriters } from "../associations/index.ts";
import type { Searching } from "../communes/index.ts";
import type { State } from "./codes.ts";
import { urls } from "./urls.ts";

/** Activities by their title, the coming season first; who registers to them is never looked at. */
export const activitySearching: Searching = async ({ tx, t, person }, { plain }, most) => {
  if (!plain || !recordWriters.allows(person)) return [];
  const { rows } = await sql<{
    id: string;
    owner: string;
    association: string;
    title: string;
    season: number | null;
    state: State;
  }>`
    select a.activity_id as id, o.association_id as owner, o.name as association, a.title, a.season, a.state
    from activity a
    join association given on given.association_id = a.association_id
    join association o on o.association_id = coalesce(given.merged_into, given.association_id)
    where position(${plain} in ${flat("a.title")}) > 0
    order by a.state = 'stopped', a.season desc nulls first, a.title, a.activity_id limit ${most}`.execute(
    tx,
  );
  return rows.map((row) => ({
    kind: "activities",
    path: urls.one(urls.desk(row.owner), row.id),
    icon: "calendar",
    title: row.title,
    detail: [
      row.association,
      row.season && t("programme:season", { from: row.season, to: row.season + 1 }),
      row.state !== "published" && t(`programme:state.${row.state}`),
    ]
      .filter(Boolean)
      .join(", "),
  }));
};
