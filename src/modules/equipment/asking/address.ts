import { dayTyped } from "../../../platform/http/typed-day.ts";
import type { Days } from "../rules/rules.ts";

/** Most of one thing a request may have. */
const mostOfOne = 500;

/** What an address asks for: days, and how many of each shelf. */
export type Wish = {
  typed: { from: string; until: string };
  days: Days | undefined;
  wrong: readonly ("from" | "until" | "order")[];
  quantities: ReadonlyMap<string, number>;
};

/** The days of an address, `du` and `au`, as people write them; one alone is a day. Nothing wrong while nothing is written. */
export function wishOf(get: (name: string) => string, names: Iterable<string>): Wish {
  const typed = { from: get("du"), until: get("au") };
  const from = dayTyped(typed.from);
  const until = typed.until.trim() === "" ? from : dayTyped(typed.until);
  const quantities = new Map<string, number>();
  for (const name of names) {
    const count = Number(get(name));
    if (name.startsWith("q_") && Number.isInteger(count) && count > 0 && count <= mostOfOne)
      quantities.set(name.slice(2), count);
  }
  const asked = typed.from.trim() !== "" || typed.until.trim() !== "";
  const wrong: Wish["wrong"][number][] = [];
  if (asked && !from) wrong.push("from");
  if (asked && from && !until) wrong.push("until");
  if (from && until && until < from) wrong.push("order");
  const days = from && until && !wrong.length ? { from, until } : undefined;
  return { typed, days, wrong, quantities };
}

/** The address of a page that goes on with a wish; `associationId`: who it is for, when that is known. */
export function withWish(
  path: string,
  { days, quantities, associationId }: Pick<Wish, "days" | "quantities"> & { associationId?: string | undefined }, // prettier-ignore
): string {
  const query = new URLSearchParams(days ? { du: days.from, au: days.until } : {});
  for (const [poolId, count] of quantities) query.set(`q_${poolId}`, String(count));
  if (associationId) query.set("association", associationId);
  return `${path}?${query.toString()}`;
}
