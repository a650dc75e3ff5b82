import { arts } from "./arts.ts";
import { care } from "./care.ts";
import { civic } from "./civic.ts";
import { heritageAndLeisure } from "./heritage-leisure.ts";
import { learning } from "./learning.ts";
import { nature } from "./nature.ts";
import { otherSports } from "./other-sports.ts";
import { teamSports } from "./team-sports.ts";
import { world } from "./world.ts";
import type { DemoEntry } from "../types.ts";

/** Every invented association, as written. New ones go at the end of their file: numbers follow the order. */
export const entries: readonly DemoEntry[] = [
  ...teamSports,
  ...otherSports,
  ...arts,
  ...heritageAndLeisure,
  ...learning,
  ...care,
  ...nature,
  ...civic,
  ...world,
];
