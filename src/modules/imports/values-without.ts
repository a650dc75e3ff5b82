import { sameEmail, samePhone, withoutThem, type Sought } from "../people/index.ts";

/** Fields whose values are public names, even when a person bears the same. */
const publicNames: ReadonlySet<string> = new Set(["name", "acronym", "places"]);

/** Values of a line without someone: an address or a number that was theirs says nothing any more, a text loses what it said of them. */
export function valuesWithout(value: unknown, who: Sought): unknown {
  if (typeof value === "string")
    return sameEmail(value, who) || samePhone(value, who) ? undefined : withoutThem(value, who);
  if (Array.isArray(value)) return value.map((one) => valuesWithout(one, who) ?? null);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      publicNames.has(field) ? one : valuesWithout(one, who),
    ]),
  );
}
