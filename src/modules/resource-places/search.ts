import { sql } from "kysely";
import { flat } from "../associations/index.ts";
import type { Searching } from "../communes/index.ts";
import { keepers } from "./desk/who.ts";
import { urls } from "./urls.ts";

type Row = { id: string; name: string; state: "draft" | "published"; place: string };

/** Resource places by their name, by what is booked there, by the topic of a circle. */
export const resourcePlaceSearching: Searching = async ({ tx, t, person }, { plain }, most) => {
  if (!plain || !keepers.allows(person)) return [];
  const { rows } = await sql<Row>`
    select r.resource_place_id as id, r.name, r.state, p.name as place
    from resource_place r join place p on p.place_id = r.place_id
    where position(${plain} in ${flat("r.name")}) > 0
      or exists (select from bookable b where b.resource_place_id = r.resource_place_id and position(${plain} in ${flat("b.name")}) > 0)
      or exists (select from circle c where c.resource_place_id = r.resource_place_id and position(${plain} in ${flat("c.topic")}) > 0)
    order by position(${plain} in ${flat("r.name")}) = 0, lower(r.name), r.resource_place_id limit ${most}`.execute(
    tx,
  );
  return rows.map(({ id, name, state, place }) => ({
    kind: "places",
    path: urls.place(id),
    icon: "equipment",
    title: name,
    detail: [t("resourcedesk:found"), place, state === "draft" && t("resourcedesk:state.draft")]
      .filter(Boolean)
      .join(", "),
  }));
};
