import { readFile } from "node:fs/promises";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/form.tsx";
import { publish } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import { calendarLimits, readCalendar, type CalendarRefusal } from "../../scheduling/index.ts";
import { doors, writing, type Programme } from "../edit/programme.ts";
import { urls } from "../urls.ts";
import { applyCalendar, undoCalendar } from "./apply.ts";
import { bringPage, calendarPage, fileField } from "./page.tsx";
import { calendarOf, keepCalendar, knownEvents, outcomeOf, type Calendar } from "./queries.ts";
import { daysRead, proposedFrom } from "./rules.ts";

/** Read to the end past the largest file, so that the refusal is a sentence by the field. */
const largestBody = 8_000_000;

type Sent = { text: string } | { refused: CalendarRefusal | "missing" | "empty" };

async function bring(ask: Ask, programme: Programme, sent: Sent): Promise<Answer> {
  const refuse = (refused: CalendarRefusal | "missing" | "empty"): Answer => {
    const problem = { field: fileField, sentence: ask.t(`programme:calendar.problem.${refused}`) };
    return page(bringPage(ask.view, programme, formState(ask.form, [problem])), 422);
  };
  if ("refused" in sent) return refuse(sent.refused);
  const read = readCalendar(sent.text, { ...daysRead(programme.today), zone: "Europe/Paris" });
  if ("refused" in read) return refuse(read.refused);
  const events = proposedFrom(read.events, ask.now);
  if (events.length === 0) return refuse("empty");
  const id = await keepCalendar(ask.tx, programme.id, events, ask.now);
  return redirect(ask.view.href(urls.broughtCalendar(programme.base, id)));
}

async function requireCalendar(ask: Ask, programme: Programme, lock = false): Promise<Calendar> {
  const id = ask.params["calendar"] ?? "";
  return (isUuid(id) && (await calendarOf(ask.tx, programme.id, id, lock))) || notFound();
}

async function show(ask: Ask, programme: Programme): Promise<Answer> {
  const calendar = await requireCalendar(ask, programme);
  const known = await knownEvents(ask.tx, programme.id);
  const lines = calendar.events.map((read) => ({
    read,
    outcome: calendar.outcomes[read.uid] ?? outcomeOf(read, known.get(read.uid)),
  }));
  return page(calendarPage(ask.view, { programme, calendar, lines }));
}

const byOf = (ask: Ask, { id, today, hand }: Programme) => ({
  associationId: id,
  today,
  hand,
  notice: ask.house.words("fr")("programme:calendar.cancelledNotice"),
});

async function apply(ask: Ask, programme: Programme): Promise<Answer> {
  const calendar = await requireCalendar(ask, programme, true);
  if (calendar.state === "rehearsed") {
    await applyCalendar(ask.tx, calendar, byOf(ask, programme));
    await publish(ask.tx);
  }
  return redirect(
    ask.view.href(urls.broughtCalendar(programme.base, calendar.id)),
    "programme.calendarDone",
  );
}

async function undo(ask: Ask, programme: Programme): Promise<Answer> {
  const calendar = await requireCalendar(ask, programme, true);
  if (calendar.state !== "applied" || !calendar.image)
    return redirect(ask.view.href(urls.broughtCalendar(programme.base, calendar.id)));
  const { kept } = await undoCalendar(ask.tx, calendar, byOf(ask, programme));
  await publish(ask.tx);
  const notice = kept > 0 ? "programme.calendarPartly" : "programme.calendarUndone";
  return redirect(ask.view.href(urls.broughtCalendar(programme.base, calendar.id)), notice);
}

/** Calendar files, brought by the association or by an agent for it. */
export const calendarIntakeRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  get(urls.calendars(base), who, async (ask) =>
    page(bringPage(ask.view, writing(await find(ask)), blankForm)),
  ),
  postPrepared(
    urls.calendars(base),
    who,
    largestBody,
    async (form): Promise<Sent> => {
      const sent = form.file(fileField);
      if (!sent) return { refused: "missing" };
      if (sent.bytes > calendarLimits.bytes) return { refused: "too_big" };
      return { text: await readFile(sent.path, "utf8") };
    },
    async (ask, sent) => bring(ask, writing(await find(ask)), sent),
  ),
  get(urls.broughtCalendar(base, ":calendar"), who, async (ask) =>
    show(ask, writing(await find(ask))),
  ),
  post(urls.calendarApplication(base, ":calendar"), who, async (ask) =>
    apply(ask, writing(await find(ask))),
  ),
  post(urls.calendarUndo(base, ":calendar"), who, async (ask) =>
    undo(ask, writing(await find(ask))),
  ),
]);
