import type { Ask } from "../../../platform/http/ask.ts";
import { isUuid } from "../../people/index.ts";
import { associationNames } from "./queries.ts";

/** The record a list is narrowed to by its address (`?fiche=`), or by the form that comes back to it. */
export async function recordAsked(ask: Ask): Promise<{ id: string; name: string } | undefined> {
  const id = ask.query.get("fiche") ?? ask.form.get("fiche");
  return isUuid(id) ? (await associationNames(ask.tx, [id]))[0] : undefined;
}
