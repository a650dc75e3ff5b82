import { readFile } from "node:fs/promises";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { act } from "../../../platform/db/database.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, typedFrom, type Problem } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { staff } from "../../../platform/http/person.ts";
import { blankForm } from "../../../ui/form.tsx";
import { recordChanges } from "../../communes/index.ts";
import { expandSoon } from "../jobs.ts";
import { schedulingUrls } from "../urls.ts";
import { calendarPage, type CalendarPage } from "./pages.tsx";
import { publicHolidaysBetween } from "./public.ts";
import {
  addClosedDay,
  chooseZone,
  closedDays,
  communeCalendar,
  removeClosedDay,
  replaceSchoolHolidays,
  schoolHolidaysOf,
  type CommuneCalendar,
} from "./queries.ts";
import { knowledge, whyNotClosed, type ClosedRefusal } from "./rules.ts";
import { readSchoolFile, type SchoolFileRefusal } from "./school-file.ts";
import { schoolZones } from "./territory.ts";

const administrator = staff("administrator");
/** Over this size the file is refused with a sentence; over the route's limit, with the page of the house. */
const largestFile = 2_000_000;
const largestBody = 8_000_000;

type Change = Parameters<typeof recordChanges>[2][number];

export const calendarRoutes: Route[] = [
  get(schedulingUrls.calendar, administrator, (ask) => shown(ask, {})),
  post(schedulingUrls.zone, administrator, async (ask) => {
    const typed = ask.form.get("zone");
    const zone = schoolZones.find((one) => one === typed);
    if (typed !== "" && !zone) return refused(ask, "zoneForm", "zone", "zone");
    const { chosenZone } = await communeCalendar(ask.tx);
    await chooseZone(ask.tx, zone);
    return saved(ask, "zone", { name: "zone", old: chosenZone ?? null, new: zone ?? null });
  }),
  postPrepared(
    schedulingUrls.file,
    administrator,
    largestBody,
    async (form) => {
      const sent = form.file("file");
      if (!sent) return { refused: "missing" as const };
      if (sent.bytes > largestFile) return { refused: "too_big" as const };
      return { name: sent.name.slice(0, 200), text: textOf(await readFile(sent.path)) };
    },
    async (ask, sent) => {
      if ("refused" in sent) return refused(ask, "fileForm", "file", sent.refused);
      const { zone, file } = await communeCalendar(ask.tx);
      const read = readSchoolFile(sent.text, zone);
      if ("refused" in read) return refused(ask, "fileForm", "file", read.refused);
      const { holidays } = read;
      await replaceSchoolHolidays(ask.tx, { name: sent.name, readAt: ask.now, holidays });
      return saved(ask, "file", { name: "file", old: fileAt(file), new: ask.now.toISOString() });
    },
  ),
  post(schedulingUrls.fileBack, administrator, async (ask) => {
    const { file } = await communeCalendar(ask.tx);
    if (!file) return redirect(ask.view.href(schedulingUrls.calendar));
    await replaceSchoolHolidays(ask.tx, undefined);
    return saved(ask, "back", { name: "file", old: fileAt(file), new: null });
  }),
  post(schedulingUrls.closed, administrator, async (ask) => {
    const firstDay = ask.form.get("first_day");
    const day = {
      firstDay: dayTyped(firstDay) ?? "",
      lastDay: dayTyped(ask.form.get("last_day") || firstDay) ?? "",
      name: ask.form.get("name").replace(/\s+/g, " "),
    };
    const why = whyNotClosed(day, dayOf(ask.now));
    if (why) return refused(ask, "closedForm", why.field, why.reason);
    const outcome = await act(ask.tx, { closed_day_once: "taken" as const }, () =>
      addClosedDay(ask.tx, day),
    );
    if ("refused" in outcome) return refused(ask, "closedForm", "first_day", outcome.refused);
    return saved(ask, "closed", { name: "closed", old: null, new: written(day) });
  }),
  post(schedulingUrls.removeClosed(":id"), administrator, async (ask) => {
    const day = (await removeClosedDay(ask.tx, ask.params["id"] ?? "")) ?? notFound();
    return saved(ask, "removed", { name: "closed", old: written(day), new: null });
  }),
];

/** The days alone: why the commune closes may name someone. */
const written = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string =>
  `${firstDay} – ${lastDay}`;

/** When a file was read: its name may hold someone's. */
const fileAt = (file: CommuneCalendar["file"]): string | null => file?.readAt.toISOString() ?? null;

/** UTF-8, or what spreadsheets of France write. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

type Saved = "zone" | "file" | "back" | "closed" | "removed";

/** The history, then the series looked at again by the worker: what is published follows with them. */
async function saved(ask: Ask, what: Saved, change: Change): Promise<Answer> {
  if (change.old !== change.new) {
    await recordChanges(ask, `settings.calendar_${what}`, [change]);
    await expandSoon(ask.tx, ask.tenant.id);
  }
  return redirect(ask.view.href(schedulingUrls.calendar), `calendar.${what}`);
}

type Forms = "zoneForm" | "fileForm" | "closedForm";
type Reason = SchoolFileRefusal | ClosedRefusal | "zone" | "missing" | "too_big" | "taken";

function refused(ask: Ask, which: Forms, field: string, reason: Reason): Promise<Answer> {
  const problem: Problem = { field, sentence: ask.t(`calendar:problem.${reason}`) };
  return shown(ask, { [which]: formState(ask.form, [problem]) }, 422);
}

async function shown(ask: Ask, given: Partial<CalendarPage>, status = 200): Promise<Answer> {
  const today = dayOf(ask.now);
  const calendar = await communeCalendar(ask.tx);
  const holidays = await schoolHolidaysOf(ask.tx, calendar);
  const data: CalendarPage = {
    calendar,
    known: knowledge(calendar.zone, holidays, today),
    schoolHolidays: holidays.filter(({ lastDay }) => lastDay >= today),
    publicHolidays: publicHolidaysBetween(today, addDays(today, 365), calendar.insee),
    closed: await closedDays(ask.tx, today),
    zoneForm: formState(typedFrom({ zone: calendar.chosenZone ?? "" })),
    fileForm: blankForm,
    closedForm: blankForm,
    ...given,
  };
  return page(calendarPage(ask.view, data), status);
}
