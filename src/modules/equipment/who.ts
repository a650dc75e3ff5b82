import { notFound } from "../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../platform/http/ask.ts";
import { staff, type Who } from "../../platform/http/person.ts";
import { isUuid } from "../people/index.ts";
import type { Hand } from "./journal.ts";
import { modelsOf, type Model } from "./models/queries.ts";

/** Those who keep the equipment. */
export const keepers: Who = staff("equipment_manager");

export const handOf = (ask: Ask): Hand => ({
  actor: { kind: "person", id: requirePerson(ask).id },
  at: ask.now,
});

/** The model of the address, as the town hall sees it. */
export async function requireModel(ask: Ask): Promise<Model> {
  const id = ask.params["id"] ?? "";
  const [model] = isUuid(id) ? await modelsOf(ask.tx, { id }) : [];
  return model ?? notFound();
}
