import type { Cells } from "../cells.ts";
import { cleanKeyword } from "../cleaning/names.ts";

const mostKeywords = 30;

/** Disciplines and activities named by the row, without repetition. */
export function keywordsIn(cells: Cells): string[] | undefined {
  const words = [...cells.all("keyword"), ...cells.all("activity")]
    .flatMap((cell) => cell.split(/[;,|\n]+/))
    .map(cleanKeyword)
    .filter((word) => word !== undefined);
  return words.length === 0 ? undefined : [...new Set(words)].slice(0, mostKeywords);
}
