/** A row brought to the width of the header, or undefined when nothing says how. */
export function fitRow(cells: readonly string[], header: readonly string[]): string[] | undefined {
  const extra = cells.length - header.length;
  if (extra === 0) return [...cells];
  if (extra < 0) return padEnd(cells, header.length);
  if (cells.slice(header.length).every((cell) => cell.trim() === ""))
    return cells.slice(0, header.length);
  return joinCoordinates(cells, extra) ?? joinUnquotedCommas(cells, extra);
}

/** Some programs drop the empty cells at the end of a line; a line cut before its middle is not one of those. */
function padEnd(cells: readonly string[], width: number): string[] | undefined {
  if (cells.length * 2 < width) return undefined;
  return [...cells, ...Array.from({ length: width - cells.length }, () => "")];
}

/** `43.6, 1.44` written without quotes makes one cell too many. */
function joinCoordinates(cells: readonly string[], extra: number): string[] | undefined {
  if (extra !== 1) return undefined;
  const at = cells.findIndex(
    (cell, i) =>
      /^\s*-?\d{1,2}\.\d{2,}\s*$/.test(cell) &&
      /^\s*-?\d{1,3}\.\d{2,}\s*$/.test(cells[i + 1] ?? ""),
  );
  return at === -1 ? undefined : joinAt(cells, new Set([at + 1]));
}

/** A comma inside a sentence is followed by a space; a comma between two cells is not. */
function joinUnquotedCommas(cells: readonly string[], extra: number): string[] | undefined {
  const after = new Set<number>();
  for (const [i, cell] of cells.entries()) if (i > 0 && /^ \S/.test(cell)) after.add(i);
  return after.size === extra ? joinAt(cells, after) : undefined;
}

function joinAt(cells: readonly string[], continued: ReadonlySet<number>): string[] {
  const joined: string[] = [];
  for (const [i, cell] of cells.entries()) {
    if (continued.has(i)) joined.push(`${joined.pop() ?? ""},${cell}`);
    else joined.push(cell);
  }
  return joined;
}
