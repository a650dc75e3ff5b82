import type { Warnings } from "./table.ts";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** Reads the marks of an encoding in the first bytes of a file; plain ASCII counts as UTF-8. */
export function guessEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = zerosByParity(head);
  const half = Math.max(1, head.length / 2);
  if (zeros.odd > half * 0.3 && zeros.even < half * 0.05) return "utf-16le";
  if (zeros.even > half * 0.3 && zeros.odd < half * 0.05) return "utf-16be";
  const { valid, invalid } = countSequences(head);
  return invalid > valid ? "windows-1252" : "utf-8";
}

/** Text in pieces that end at a line end, so that a bad byte never costs more than itself. */
export async function* decodeLines(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  warnings: Warnings,
): AsyncGenerator<string> {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
    return;
  }
  const decode = encoding === "utf-8" ? decodeUtf8 : decodeWindows1252;
  let carry = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : Buffer.from(chunk);
    const end = bytes.lastIndexOf(0x0a) + 1;
    const cut = end === 0 && bytes.length > longestLine ? bytes.length : end;
    if (cut > 0) yield decode(bytes.subarray(0, cut), warnings);
    carry = bytes.subarray(cut);
  }
  if (carry.length > 0) yield decode(carry, warnings);
}

const longestLine = 1_000_000;
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array, warnings: Warnings): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeLineByLine(Buffer.from(bytes), warnings);
  }
}

function decodeLineByLine(bytes: Buffer, warnings: Warnings): string {
  let text = "";
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    try {
      text += strict.decode(line);
    } catch {
      warnings.repairedLines += 1;
      text += decodeByteByByte(line, warnings);
    }
    start = end;
  }
  return text;
}

/** Keeps each valid UTF-8 sequence and reads every other byte as windows-1252: both halves of a mixed line survive. */
function decodeByteByByte(line: Buffer, warnings: Warnings): string {
  let text = "";
  for (let at = 0; at < line.length;) {
    const packed = packedEscape(line, at);
    const length = packed === undefined ? sequenceLength(line, at) : 6;
    if (packed !== undefined) text += windows1252(packed);
    else if (length === 0) text += windows1252(line[at] ?? 0);
    else text += line.toString("utf8", at, at + length);
    if (packed !== undefined || length === 0) warnings.repairedBytes += 1;
    at += Math.max(1, length);
  }
  return text;
}

/**
 * R on Windows writes a byte it cannot translate as `<e9>` packed into one six-byte code point (`FC BE 8E 96 94 BC`);
 * found in the grant files of Pays de la Loire.
 */
function packedEscape(bytes: Uint8Array, at: number): number | undefined {
  if ((bytes[at] ?? 0) < 0xfc || (bytes[at] ?? 0) > 0xfd || at + 6 > bytes.length) return undefined;
  let code = (bytes[at] ?? 0) & 1;
  for (let i = 1; i < 6; i += 1) {
    const byte = bytes[at + i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = code * 64 + (byte & 0x3f);
  }
  const spelt = String.fromCharCode(code & 255, (code >> 8) & 255, (code >> 16) & 255, code >>> 24);
  return /^<[0-9a-f]{2}>$/.test(spelt) ? Number.parseInt(spelt.slice(1, 3), 16) : undefined;
}

/** Length of the valid UTF-8 sequence that begins here, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const forbidden =
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f);
  return forbidden ? 0 : length;
}

const upperControls = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function windows1252(byte: number): string {
  if (byte >= 0x80 && byte <= 0x9f) return upperControls[byte - 0x80] ?? "";
  return String.fromCharCode(byte);
}

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (character) => windows1252(character.charCodeAt(0)));
}

/** The byte windows-1252 gives this character, or undefined. */
export function windows1252Byte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const at = upperControls.indexOf(character);
  return at === -1 ? undefined : at + 0x80;
}

function zerosByParity(head: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i += 1) {
    if (head[i] === 0 && i % 2 === 0) even += 1;
    if (head[i] === 0 && i % 2 === 1) odd += 1;
  }
  return { even, odd };
}

function countSequences(head: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < head.length - 4;) {
    const length = packedEscape(head, at) === undefined ? sequenceLength(head, at) : 6;
    if (length === 0) invalid += 1;
    if (length > 1) valid += 1;
    at += Math.max(1, length);
  }
  return { valid, invalid };
}
