import { windows1252Byte } from "./encoding.ts";
import type { Warnings } from "./table.ts";

const suspects = /[ÃÂâÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u009f]/;
/** Some program wrote `à` for the first half (`franà§aise`); these signs never follow a true à. */
const halfLost = /à(?=[¢§¨©ª®´¹¼ŽŠ‰ˆ])/g;
const runs = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸŠ]{2,}/g;
const french = /^[À-ÿŒœŸ’‘“”–—…€«»°\u00a0•·²³ªº§©®]+$/;
const strict = new TextDecoder("utf-8", { fatal: true });

/** Mends UTF-8 once read as windows-1252 (`Ã©` for `é`), twice if it was done twice; anything else is left alone. */
export function mendMojibake(text: string, warnings: Warnings): string {
  let mended = text.replace(halfLost, "Ã");
  for (let round = 0; round < 3 && suspects.test(mended); round += 1) {
    let changes = 0;
    const next = mended.replace(runs, (run) => {
      const better = mendRun(run);
      if (better !== run) changes += 1;
      return better;
    });
    if (changes === 0) break;
    warnings.mendedWords += changes;
    mended = next;
  }
  return mended;
}

function mendRun(run: string): string {
  if (!suspects.test(run)) return run;
  const bytes: number[] = [];
  for (const character of run) {
    const byte = windows1252Byte(character);
    if (byte === undefined) return run;
    bytes.push(byte);
  }
  try {
    const better = strict.decode(Uint8Array.from(bytes));
    return french.test(better) || suspects.test(better) ? better : run;
  } catch {
    return run;
  }
}
