/** A row of a table, as JSON. */
export type Row = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A row as it was, with what was written on it since the merge; `ignored` columns are as they were. */
export function rowBack(
  before: Row,
  merged: Row,
  now: Row,
  ignored: ReadonlySet<string>,
): { row: Row; edited: string[] } {
  const edited = Object.keys(before).filter(
    (column) => !ignored.has(column) && !same(merged[column], now[column]),
  );
  return {
    row: { ...before, ...Object.fromEntries(edited.map((column) => [column, now[column]])) },
    edited,
  };
}

/**
 * The rows of a list (contacts, places…) of two records as they were, with what happened since the merge: a row changed
 * keeps its change on the record it came from, a row removed stays removed, a row added stays on the record kept.
 */
export function listsBack(
  was: { kept: readonly Row[]; absorbed: readonly Row[]; merged: readonly Row[] },
  now: readonly Row[],
  key: string,
): { kept: Row[]; absorbed: Row[]; edited: number } {
  const merged = byKey(was.merged, key);
  const today = byKey(now, key);
  const owner = new Set(["association_id", ...(key === "place_id" ? ["position"] : [])]);
  let edited = 0;
  const back = (rows: readonly Row[]): Row[] =>
    rows.flatMap((row) => {
      const then = merged.get(row[key]);
      const known = today.get(row[key]);
      // Put aside by the merge, as the double of another row: nobody could change it since.
      if (!then) return known ? [] : [row];
      if (!known) {
        edited++;
        return [];
      }
      const { row: whole, edited: columns } = rowBack(row, then, known, owner);
      edited += columns.length ? 1 : 0;
      return [whole];
    });
  const kept = back(was.kept);
  const absorbed = back(was.absorbed);
  const old = byKey([...was.kept, ...was.absorbed], key);
  const added = now.filter((row) => !old.has(row[key]));
  return { kept: [...kept, ...added], absorbed, edited: edited + added.length };
}

const byKey = (rows: readonly Row[], key: string): Map<unknown, Row> =>
  new Map(rows.map((row) => [row[key], row]));
