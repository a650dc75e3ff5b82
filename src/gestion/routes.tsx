import type { Task, Tasks, Waiting } from "../modules/communes/index.ts";
import { page } from "../platform/http/answer.ts";
import { get, type Route } from "../platform/http/ask.ts";
import { anyStaff } from "../platform/http/person.ts";
import { homePage } from "./pages.tsx";
import { collectQueue, sliceOf } from "./queue/collect.ts";
import { readSlice } from "./queue/rules.ts";

/** The home page of the municipal side, made of what each room says is waiting. */
export const homeRoutes = (rooms: readonly Tasks[], queue: readonly Waiting[]): Route[] => [
  get("/gestion", anyStaff, async (ask) => {
    const tasks: Task[] = [];
    for (const room of rooms) tasks.push(...(await room(ask)));
    const waiting = tasks
      .filter((task) => task.count > 0)
      .sort((a, b) => a.rank - b.rank || b.count - a.count);
    const mine = sliceOf(ask, await collectQueue(ask, queue), readSlice("moi"));
    return page(homePage(ask.view, waiting, mine));
  }),
];
