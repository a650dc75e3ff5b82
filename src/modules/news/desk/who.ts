import { notFound } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { staff, type Who } from "../../../platform/http/person.ts";
import { isUuid } from "../../people/index.ts";
import { newsOf, type NewsItem } from "../record/queries.ts";
import type { Hand } from "../record/write.ts";

/** Those who publish what the commune tells. */
export const newsWriters: Who = staff("communication", "referent");

export const handOf = (ask: Ask): Hand => ({ by: requirePerson(ask).id, at: ask.now });

/** The item of the address. */
export async function requireItem(ask: Ask): Promise<NewsItem> {
  const id = ask.params["id"] ?? "";
  const [item] = isUuid(id) ? await newsOf(ask.tx, { id }) : [];
  return item ?? notFound();
}
