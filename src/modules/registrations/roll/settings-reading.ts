import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import type { Problem } from "../../../platform/http/form.ts";
import type { FormState } from "../../../ui/index.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import type { Occurrence } from "../../scheduling/index.ts";
import { mostPeople, offerTimes, questions, type Question } from "../codes.ts";
import { dawnOf, type DatedOpening } from "../opening/queries.ts";
import type { Settings } from "../opening/write.ts";

/** What the form shows of a new opening. */
export const newValues: FormState["values"] = {
  scope: "whole",
  capacity: "",
  most: "4",
  waiting: "on",
  offer: String(offerTimes[1]),
  asked: [],
};

/** What it shows of one that exists. */
export function settingsValues(opening: DatedOpening): FormState["values"] {
  const { opensAt, closesAt, date } = opening;
  const withDate = closesAt !== null && closesAt.getTime() === date?.startsAt.getTime();
  return {
    capacity: opening.capacity === null ? "" : String(opening.capacity),
    most: String(opening.most),
    asked: opening.asked,
    question: opening.question ?? "",
    opensOn: opensAt ? dayOf(opensAt) : "",
    // It is said as its last day, and kept as the first instant after it.
    closesOn: closesAt && !withDate ? dayOf(new Date(closesAt.getTime() - 1)) : "",
    waiting: opening.waiting ? "on" : "",
    offer: String(opening.offerMinutes),
    message: opening.message ?? "",
  };
}

/** What was decided in the form; `date` is the one it is for, where registrations end by themselves. */
export async function readSettings(
  { tx, t, form }: Pick<Ask, "tx" | "t" | "form">,
  date: Occurrence | undefined,
): Promise<{ value: Settings } | { problems: Problem[] }> {
  const problems: Problem[] = [];
  const wrong = (
    field: string,
    key: "capacity" | "most" | "day" | "order" | "question" | "message",
  ) => void problems.push({ field, sentence: t(`roll:problem.${key}`) });
  const capacity = form.get("capacity");
  if (capacity && !/^[1-9]\d{0,3}$/.test(capacity)) wrong("capacity", "capacity");
  const most = Number(form.get("most") || "1");
  if (!Number.isInteger(most) || most < 1 || most > mostPeople) wrong("most", "most");
  const day = (name: string) => {
    const typed = form.get(name);
    const read = dayTyped(typed);
    if (typed && !read) wrong(name, "day");
    return read;
  };
  const [opensOn, closesOn] = [day("opensOn"), day("closesOn")];
  if (opensOn && closesOn && closesOn < opensOn) wrong("closesOn", "order");
  if (form.get("question").length > 160) wrong("question", "question");
  if (form.get("message").length > 600) wrong("message", "message");
  if (problems.length) return { problems };
  const offer = Number(form.get("offer"));
  const asked = form.all("asked");
  const closesAt = closesOn ? await dawnOf(tx, addDays(closesOn, 1)) : null;
  const start = date?.startsAt ?? null;
  return {
    value: {
      capacity: capacity ? Number(capacity) : null,
      most,
      opensAt: opensOn ? await dawnOf(tx, opensOn) : null,
      closesAt: closesAt && start && start < closesAt ? start : (closesAt ?? start),
      asked: questions.filter((one): one is Question => asked.includes(one)),
      question: form.get("question") || null,
      message: form.get("message") || null,
      waiting: form.has("waiting"),
      offerMinutes: (offerTimes as readonly number[]).includes(offer) ? offer : offerTimes[1],
    },
  };
}
