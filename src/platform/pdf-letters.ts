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

/** What a paper can draw: the letters of the site, and those of other scripts, drawn by the fonts that stand in for them. */
export type Letters = { own: ReadonlySet<number>; others: ReadonlySet<number> };

/**
 * What people typed, with the letters there are: a paper is refused whole for one that cannot be drawn. A picture is left out, a
 * letter is written without what cannot be, any other sign becomes a question mark.
 */
export function drawable(value: unknown, drawn: Letters): unknown {
  // A letter and its marks typed one after the other are one letter where there is one.
  if (typeof value === "string")
    return [...value.normalize("NFC")].map((one) => written(one, drawn)).join("");
  if (Array.isArray(value)) return value.map((one) => drawable(one, drawn));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, drawable(one, drawn)]));
}

const has = (one: string, drawn: ReadonlySet<number>): boolean =>
  one < " " || drawn.has(one.codePointAt(0) ?? 0);

/** The same with the letters of the site if they can say it, else with those of another script, else what comes nearest. */
function written(one: string, { own, others }: Letters): string {
  if (has(one, own)) return one;
  if (/\s/u.test(one)) return " ";
  const plain = one.normalize("NFKC");
  if ([...plain].every((part) => has(part, own))) return plain;
  if (has(one, others)) return one;
  if (picture.test(one) || /[\p{Cf}\p{M}]/u.test(one)) return "";
  const bare = [...one.normalize("NFKD")].filter((part) => has(part, own)).join("");
  return bare || "?";
}
