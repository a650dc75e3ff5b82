import type { ActivityIntake } from "../../imports/index.ts";
import { take } from "./take.ts";
import { undo } from "./undo.ts";

/** How the activities files tell come in: shown as told by the file, confirmed by nobody. */
export const activityIntake: ActivityIntake = { take, undo };
