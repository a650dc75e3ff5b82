import type { Tx } from "../../platform/db/database.ts";

/** Rows made for the tests of the figures, the same at each run. */

// A generator of its own: the same rows at each run, so that a failure can be read again.
let seed = 20_260_915;
const below = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
const dayFrom = (year: number, spread: number) =>
  new Date(Date.UTC(year, 0, 1 + below(spread))).toISOString().slice(0, 10);

type Made = {
  id: string;
  createdOn: string | null;
  state: string;
  source: string | null;
  on: string | null;
  merged: boolean;
  listed: boolean;
  knownAt: string;
  confirmed: { section: string; at: string }[];
};
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
export const sections = ["contact", "places", "prices", "registration", "accessibility"];

export const made: Made[] = Array.from({ length: 400 }, (_, n) => {
  const state = pick(["active", "active", "dormant", "ceased", "ceased"]);
  const diligent = below(2) === 0;
  return {
    id: uuid(n + 1),
    createdOn: below(10) ? dayFrom(1990, 13_300) : null,
    state,
    source: state === "ceased" ? pick(["registry", "declared", "referent", "file", null]) : null,
    on: state === "ceased" && below(5) ? dayFrom(2022, 1700) : null,
    merged: n > 0 && below(12) === 0,
    listed: below(8) > 0,
    knownAt: `${dayFrom(2023, 900)}T12:00:00Z`,
    confirmed: sections
      .filter(() => diligent || below(3) === 0)
      .flatMap((section) =>
        Array.from({ length: 1 + below(2) }, () => ({
          section,
          at: `${dayFrom(diligent ? 2025 : 2023, diligent ? 600 : 1300)}T${String(below(24)).padStart(2, "0")}:30:00Z`,
        })),
      ),
  };
});

export const visits = Array.from({ length: 900 }, (_, n) => ({
  day: dayFrom(2025, 620),
  page_kind: pick(["home", "directory", "association"]),
  channel: pick(["site", "widget", "feed", "api"]),
  subject_id: n % 2 ? pick(made).id : `s${n}`,
  views: 1 + below(40),
}));

/** Writes them all. */
export async function fill(tx: Tx): Promise<void> {
  await tx
    .insertInto("association")
    .values(
      made.map((one, n) => ({
        association_id: one.id,
        slug: `a-${n}`,
        name: `Association ${n}`,
        name_sort: `association ${n}`,
        created_on: one.createdOn,
        state: one.state,
        state_source: one.source,
        state_on: one.on,
        listed: one.listed,
        created_at: new Date(one.knownAt),
      })),
    )
    .execute();
  const merged = made.filter((one) => one.merged).map((one) => one.id);
  await tx
    .updateTable("association")
    .set({ merged_into: made[0]?.id ?? "" })
    .where("association_id", "in", merged)
    .execute();
  await tx
    .insertInto("confirmation")
    .values(
      made.flatMap(({ id, confirmed }) =>
        confirmed.map(({ section, at }) => ({
          association_id: id,
          section,
          confirmed_at: new Date(at),
          by_kind: "association",
          how: "site",
        })),
      ),
    )
    .execute();
  for (const visit of visits)
    await tx
      .insertInto("visit_count")
      .values(visit)
      .onConflict((conflict) =>
        conflict
          .columns(["commune_id", "day", "page_kind", "channel", "subject_id"])
          .doUpdateSet({ views: (eb) => eb("visit_count.views", "+", visit.views) }),
      )
      .execute();
}

/** Merged records are never counted. */
export const alone = () => made.filter((one) => !one.merged);

export const within = (day: string | null, { from, to }: { from: string; to: string }) =>
  day !== null && day >= from && day <= to;
