import { texts } from "../../../db/demo/texts.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { WrittenAssociation } from "./associations.ts";

const day = 86_400_000;

/** What some invented associations say in other languages. */
export async function writeTexts(
  tx: Tx,
  associations: readonly WrittenAssociation[],
  now: Date,
): Promise<void> {
  const rows = texts.flatMap((told) => {
    const found = associations.find(({ name }) => name === told.about);
    if (!found) throw new Error(`no invented association is called ${told.about}`);
    const { aims, when, registration, prices } = found.facts;
    const french = { aims, schedule: when, registration, prices, ...told.before };
    return Object.entries(told.texts).map(([field, body]) => ({
      association_id: found.id,
      lang: told.lang,
      field,
      body,
      french: french[field as keyof typeof french] ?? "",
      by_kind: told.by,
      written_at: new Date(now.getTime() - told.daysAgo * day),
    }));
  });
  await tx.insertInto("association_translation").values(rows).execute();
}
