import { openArchive } from "./archive.ts";
import { openCsv } from "./csv.ts";
import { guessEncoding } from "./encoding.ts";
import { openJson } from "./json.ts";
import { sourceOf, type Source } from "./source.ts";
import type { Hints, Opened } from "./table.ts";

/** Opens any file of associations, or says why it cannot be read; never throws for what a file contains. */
export async function openTable(
  file: string | Uint8Array | Source,
  hints: Hints = {},
): Promise<Opened> {
  const given = typeof file === "string" || file instanceof Uint8Array;
  const source = given ? await sourceOf(file, hints.largest) : file;
  if ("refusal" in source) return source;
  const head = source.head;
  if (head.length === 0) return { refusal: "empty_file", detail: "" };
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]))
    return await openArchive(source, hints);
  const start = Buffer.from(head.subarray(0, 2000)).toString("latin1").replace(/^ï»¿/, "");
  if (/^\s*(<!doctype|<html|<\?xml|<table|<head|<body)/i.test(start))
    return { refusal: "html_page", detail: start.trim().slice(0, 40) };
  if (/^\s*[[{]\s*["{[\]}]/.test(start)) return await openJson(source);
  return looksBinary(source) ? { refusal: "not_a_table", detail: "" } : openCsv(source, hints);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function looksBinary({ head }: Source): boolean {
  if (guessEncoding(head).startsWith("utf-16")) return false;
  if (Buffer.from(head.subarray(0, 5)).toString("latin1") === "%PDF-") return true;
  let controls = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  }
  const tolerated = Math.max(16, head.length * 0.02);
  return controls > tolerated || zeros > tolerated;
}
