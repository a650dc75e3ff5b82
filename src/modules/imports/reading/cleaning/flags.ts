import { cleanText } from "./text.ts";

/** Yes, no, or nothing said. */
export function cleanFlag(cell: string | undefined): boolean | undefined {
  const text = cleanText(cell)?.toLowerCase();
  if (text === undefined) return undefined;
  if (/^(?:oui|o|yes|y|vrai|true|1|1\.0|x|✓|✔)$/.test(text)) return true;
  if (/^(?:non|n|no|faux|false|0|0\.0)$/.test(text)) return false;
  return undefined;
}
