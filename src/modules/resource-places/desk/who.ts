import { notFound } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { staff, type Who } from "../../../platform/http/person.ts";
import { isUuid } from "../../people/index.ts";
import { resourcePlaces, type ResourcePlace } from "../record/queries.ts";
import type { By } from "../record/write.ts";

/** Those who keep resource places and welcome there. */
export const keepers: Who = staff("referent", "front_desk");

export const byOf = (ask: Ask): By => ({
  actor: { kind: "person", id: requirePerson(ask).id },
  at: ask.now,
});

/** The place of the address. */
export async function requirePlace(ask: Ask): Promise<ResourcePlace> {
  const id = ask.params["id"] ?? "";
  const [place] = isUuid(id) ? await resourcePlaces(ask.tx, { id }) : [];
  return place ?? notFound();
}
