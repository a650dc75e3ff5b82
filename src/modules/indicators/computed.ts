import type { Indicator } from "../communes/index.ts";
import { ceasing } from "./ceasing/indicators.ts";
import { continuing } from "./continuing/indicators.ts";
import { entryPoint } from "./entry-point/indicators.ts";
import { reports } from "./reports/indicators.ts";
import { employersSupported, supported } from "./supported/indicators.ts";
import { visibility } from "./views/visibility.ts";
import { views } from "./views/indicators.ts";

/** The indicators this version computes; the rooms to come bring theirs. */
export const computed: readonly Indicator[] = [
  supported,
  employersSupported,
  continuing,
  ceasing,
  entryPoint,
  reports,
  views,
  visibility,
];
