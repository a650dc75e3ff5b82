import type { NewsKind, NewsState } from "../codes.ts";

export type Texts = {
  title: string;
  body: string;
  support: string | null;
  results: string | null;
};

export type Missing = "body" | "support" | "results";

/** What an item still has to say before it is published: what was done, and what it changed or what the town hall brought. */
export function missingIn(kind: NewsKind, { body, support, results }: Texts): Missing[] {
  const missing: Missing[] = [];
  if (!body) missing.push("body");
  if (kind === "action" && !support) missing.push("support");
  if (kind === "initiative" && !results) missing.push("results");
  return missing;
}

/** What may be done of an item where it stands. */
export const mayBe = {
  published: (state: NewsState) => state !== "published",
  withdrawn: (state: NewsState) => state === "published",
  refused: (state: NewsState) => state === "proposed",
  /** Published once, it is withdrawn rather than deleted: its address was given. */
  removed: (state: NewsState) => state === "draft" || state === "declined",
} as const;
