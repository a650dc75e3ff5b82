import { readFile } from "node:fs/promises";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/form.tsx";
import { publish } from "../../communes/index.ts";
import { isUuid } from "../../people/index.ts";
import { calendarLimits, readCalendar, type CalendarRefusal } from "../../scheduling/index.ts";
import { followedOf, follow } from "../following/queries.ts";
import type { FollowingSeen } from "../following/part.tsx";
import { doors, writing, type Programme } from "../edit/programme.ts";
import { urls } from "../urls.ts";
import { applyCalendar, undoCalendar } from "./apply.ts";
import { bringPage, calendarPage, fileField } from "./page.tsx";
import { calendarOf, keepCalendar, knownEvents, outcomeOf, type Calendar } from "./queries.ts";
import { daysRead, proposedFrom } from "./rules.ts";

/** Read to the end past the largest file, so that the refusal is a sentence by the field. */
const largestBody = 8_000_000;

export type ReadRefusal = CalendarRefusal | "missing" | "empty";
type Sent = { text: string } | { refused: ReadRefusal };

async function bring(ask: Ask, programme: Programme, sent: Sent): Promise<Answer> {
  const refuse = async (refused: ReadRefusal): Promise<Answer> => {
    const problem = { field: fileField, sentence: ask.t(`programme:calendar.problem.${refused}`) };
    const form = formState(ask.form, [problem]);
    return page(bringPage(ask.view, programme, form, await followingIn(ask, programme)), 422);
  };
  return "refused" in sent ? refuse(sent.refused) : keepRead(ask, programme, sent.text, refuse);
}

const followingIn = async (ask: Ask, { id }: Programme): Promise<FollowingSeen> => ({
  followed: await followedOf(ask.tx, { associationId: id }),
  allowed: ask.tenant.outside.calendars,
  form: blankForm,
});

/** Keeps what a calendar says, to be looked at before anything is written; `address` is where it was read. */
export async function keepRead(
  ask: Ask,
  programme: Programme,
  text: string,
  refuse: (refused: ReadRefusal) => Promise<Answer>,
  address: string | null = null,
): Promise<Answer> {
  const read = readCalendar(text, { ...daysRead(programme.today), zone: "Europe/Paris" });
  if ("refused" in read) return refuse(read.refused);
  const events = proposedFrom(read.events, ask.now);
  // Followed, a calendar may have nothing to say yet.
  if (events.length === 0 && !address) return refuse("empty");
  const id = await keepCalendar(ask.tx, programme.id, events, ask.now, address);
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
    const { address } = calendar;
    const followedId = address && (await follow(ask.tx, programme.id, address, ask.now));
    const by = byOf(ask, programme);
    await applyCalendar(ask.tx, calendar, followedId ? { ...by, followedId } : by);
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

const answerBring = async (ask: Ask, programme: Programme): Promise<Answer> =>
  page(bringPage(ask.view, programme, blankForm, await followingIn(ask, programme)));

/** Calendar files, brought by the association or by an agent for it. */
export const calendarIntakeRoutes: Route[] = doors.flatMap(({ base, who, find }) => [
  get(urls.calendars(base), who, async (ask) => answerBring(ask, writing(await find(ask)))),
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
