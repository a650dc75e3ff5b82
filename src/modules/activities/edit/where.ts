import type { Tx } from "../../../platform/db/database.ts";
import { ensurePlace, placeById, placeKey, placeLines } from "../../places/index.ts";

/** Names of the places the commune knows, to propose while typing. */
export const placeNames = async (tx: Tx): Promise<string[]> =>
  (await placeLines(tx)).map(({ name }) => name);

/** The place a form names: one the commune knows, or one added with its street; nothing when nothing was typed. */
export async function placeTyped(
  tx: Tx,
  typed: { place: string; street: string | null },
): Promise<string | null> {
  if (!placeKey(typed.place)) return null;
  return ensurePlace(tx, {
    name: typed.place,
    ...(typed.street ? { street: typed.street } : {}),
  });
}

export const placeNamed = async (tx: Tx, id: string | null) =>
  id === null ? undefined : await placeById(tx, id);
