import type { Problem, Typed } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { emailShape } from "../contacts/reading.ts";
import type { Member } from "../members/queries.ts";
import { memberRoles } from "../members/rules.ts";
import type { Contact } from "../record/fields.ts";
import { handoverFault, mostArrivals, type Arrival, type Handover } from "./rules.ts";

type Known = { members: readonly Member[]; contacts: readonly Contact[]; today: string };

/** The form of a handover: rows of people who come, one answer for each who is there, contacts to leave, and when. */
export function readHandover(
  t: Translate,
  form: Typed,
  known: Known,
): { value: Handover } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const arrivals: Arrival[] = [];
  for (let row = 1; row <= mostArrivals; row++) {
    const one = readArrival(t, form, row, problems);
    if (!one) continue;
    if (arrivals.some(({ email }) => email === one.email))
      problems.push({ field: `email${row}`, sentence: t("space:handover.problem.twice") });
    arrivals.push(one);
  }
  const dated = form.get("when") === "date";
  const day = dayTyped(form.get("day"));
  if (dated && !day) problems.push({ field: "day", sentence: t("space:handover.problem.day") });
  else if (dated && day && day < known.today)
    problems.push({ field: "day", sentence: t("space:handover.problem.past") });
  if (problems.length) return { problems };
  const value: Handover = {
    arrivals,
    leavers: known.members.filter(({ id }) => form.get(`access-${id}`) === "leaves"),
    gone: known.contacts.filter(({ id }) => form.all("gone").includes(id)),
    leaveOn: dated ? day : undefined,
  };
  const fault = handoverFault(value, known.members);
  if (!fault) return { value };
  return { problems: [{ field: "name1", sentence: t(`space:handover.problem.${fault}`) }] };
}

function readArrival(
  t: Translate,
  form: Typed,
  row: number,
  problems: Problem[],
): Arrival | undefined {
  const typed = (field: string) => form.get(`${field}${row}`).slice(0, 254);
  const [name, email, title] = [typed("name"), typed("email").toLowerCase(), typed("title")];
  if (!name && !email && !title) return undefined;
  if (!name) problems.push({ field: `name${row}`, sentence: t("claiming:problem.theirName") });
  else if (name.length > 120)
    problems.push({ field: `name${row}`, sentence: t("claiming:problem.long") });
  if (!emailShape.test(email))
    problems.push({
      field: `email${row}`,
      sentence: t(email ? "claiming:problem.email" : "claiming:problem.theirEmail"),
    });
  const role = memberRoles.find((one) => one === form.get(`role${row}`)) ?? "owner";
  return { name, email, title: title.slice(0, 120) || null, role };
}
