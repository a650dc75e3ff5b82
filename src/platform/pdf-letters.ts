/** Every character a TrueType font can draw, read from its `cmap` (OpenType 1.9, format 4). */
export function drawnBy(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (entry === undefined) throw new Error("a font without a cmap");
  const map = font.readUInt32BE(entry + 8);
  const encodings = Array.from({ length: font.readUInt16BE(map + 2) }, (_, at) => map + 4 + at * 8);
  const table = encodings
    .map((at) => map + font.readUInt32BE(at + 4))
    .find((at) => font.readUInt16BE(at) === 4);
  if (table === undefined) throw new Error("a font without a cmap of format 4");
  const drawn = new Set<number>();
  const size = font.readUInt16BE(table + 6);
  for (let at = 0; at < size; at += 2) {
    const [end, start] = [font.readUInt16BE(table + 14 + at), font.readUInt16BE(table + 16 + size + at)]; // prettier-ignore
    const delta = font.readUInt16BE(table + 16 + 2 * size + at);
    const place = table + 16 + 3 * size + at;
    const offset = font.readUInt16BE(place);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = offset ? font.readUInt16BE(place + offset + 2 * (code - start)) : code + delta;
      if (glyph & 0xffff) drawn.add(code);
    }
  }
  return drawn;
}

const picture =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Variation_Selector}]/u;

/**
 * What people typed, with the letters there are: a paper is refused whole for one that cannot be drawn. A picture is left out, a
 * letter is written without what cannot be, any other sign becomes a question mark.
 */
export function drawable(value: unknown, drawn: ReadonlySet<number>): unknown {
  if (typeof value === "string")
    return [...value].map((one) => (has(one, drawn) ? one : instead(one, drawn))).join("");
  if (Array.isArray(value)) return value.map((one) => drawable(one, drawn));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, drawable(one, drawn)]));
}

const has = (one: string, drawn: ReadonlySet<number>): boolean =>
  one < " " || drawn.has(one.codePointAt(0) ?? 0);

function instead(one: string, drawn: ReadonlySet<number>): string {
  if (/\s/u.test(one)) return " ";
  if (picture.test(one) || /\p{Cf}/u.test(one)) return "";
  const bare = [...one.normalize("NFKD")].filter((part) => has(part, drawn)).join("");
  return bare || "?";
}
