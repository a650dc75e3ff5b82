import type { House } from "../../platform/http/ask.ts";
import type { Job, Periodic } from "../../platform/jobs.ts";
import { retention } from "../../platform/retention.ts";
import type { ActivityIntake } from "./activities/intake.ts";
import { applyImport } from "./pipeline/apply.ts";
import { importById, type Workshop } from "./pipeline/imports.ts";
import { failed, rehearseTable } from "./pipeline/rehearse.ts";
import { undoImport } from "./pipeline/undo.ts";
import { forgetFiles, forgetTried, moveImport } from "./queries.ts";
import { openTable } from "./reading/index.ts";
import { forgetRegistry, registryJob } from "./registry/jobs.ts";

export const tasks = {
  rehearse: "import_rehearse",
  apply: "import_apply",
  undo: "import_undo",
} as const;

type Work = (
  house: House & Workshop,
  communeId: number,
  importId: string,
  by: string,
) => Promise<unknown>;

/** A fault is said on the page of the import, where a person decides what comes next: never tried again in their back. */
const job = (house: House & Workshop, task: string, work: Work): Job => ({
  task,
  run: async (communeId, payload) => {
    const importId = String(payload["import"]);
    try {
      await work(house, communeId, importId, String(payload["by"]));
    } catch (fault) {
      house.log.error({ task, importId, fault: String(fault) }, "an import failed");
    }
  },
});

/** `activities` is the room that takes the activities files tell. */
export const importJobs = (house: House, activities: ActivityIntake): Job[] => [
  job({ ...house, activities }, tasks.rehearse, rehearseKept),
  job({ ...house, activities }, tasks.apply, (workshop, communeId, importId, by) =>
    applyImport(workshop, communeId, importId, { by }),
  ),
  job({ ...house, activities }, tasks.undo, takeBack),
  registryJob(house),
];

async function rehearseKept(
  house: House & Workshop,
  communeId: number,
  importId: string,
): Promise<void> {
  const known = await house.database.read(communeId, (tx) => importById(tx, importId));
  const bytes = known && (await house.files.read(known.file_sha256));
  const table = bytes && (await openTable(bytes));
  if (!table || "refusal" in table) await failed(house, communeId, importId, "rehearsal");
  else await rehearseTable(house, communeId, importId, table);
}

async function takeBack(house: House & Workshop, communeId: number, importId: string, by: string) {
  try {
    const undone = await undoImport(house, communeId, importId, { by });
    if ("counts" in undone) return;
  } finally {
    // Refused or broken, nothing was taken back: the import stands. Undone, this changes nothing.
    await house.database.write(communeId, (tx) =>
      moveImport(tx, importId, ["undoing"], "applied", house.clock.now()),
    );
  }
}

export const importWork = (house: House): Periodic[] => [
  {
    task: "forget_tried_imports",
    cron: "30 2 * * *",
    run: (communeId) =>
      house.database.write(communeId, async (tx) => {
        const age = retention.importFileDays * 86_400_000;
        const before = new Date(house.clock.now().getTime() - age);
        await forgetFiles(tx, before);
        await forgetTried(tx, before);
        await forgetRegistry(tx, house.clock.now());
      }),
  },
];
