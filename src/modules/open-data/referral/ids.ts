import { createHash } from "node:crypto";

/** An identifier made of others, the same each time: what has no row of its own is named so (UUID, version 5 in form). */
export function derivedId(...parts: readonly string[]): string {
  const hex = createHash("sha1").update(parts.join("\n")).digest("hex");
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
