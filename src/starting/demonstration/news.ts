import { news } from "../../../db/demo/news.ts";
import { addNews, moveTo, newsOf, tellOf } from "../../modules/news/index.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { WrittenAssociation } from "./associations.ts";
import type { StaffIds } from "./people.ts";

const day = 86_400_000;

/** What the invented commune tells of its associations, and what one of them proposes. */
export async function writeNews(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  staff: StaffIds,
  now: Date,
): Promise<void> {
  const by = staff.find(({ role }) => role === "communication")?.id ?? "";
  for (const told of news) {
    const about = told.about.map((name) => {
      const found = associations.find(({ facts }) => facts.name === name);
      if (!found) throw new Error(`no invented association is called ${name}`);
      return found.id;
    });
    const hand = { by, at: new Date(now.getTime() - (told.daysAgo ?? 1) * day) };
    const { kind, title, body, support = null, results = null } = told;
    const proposed = told.daysAgo === undefined;
    const id = await addNews(
      tx,
      {
        kind,
        title,
        body,
        support,
        results,
        ...(proposed
          ? { state: "proposed" as const, proposedBy: about[0] ?? "" }
          : { state: "draft" as const }),
      },
      hand,
    );
    for (const association of about) await tellOf(tx, id, association);
    const [item] = await newsOf(tx, { id });
    if (item && !proposed) await moveTo(tx, item, "published", hand);
  }
}
