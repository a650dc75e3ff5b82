import { dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { byPerson, writeToPeople, type AskedListing, type Sending } from "./mailing.ts";
import { dueSteps, reminderRule, takeSteps, type Due } from "./queries.ts";
import { batchSize, isQuiet } from "./rules.ts";

type DueMail = Due & AskedListing;
const isMail = (due: Due): due is DueMail => due.contactId !== null;

/**
 * Takes every step that is due today. Each batch is one transaction that reads again what is due: killed at any moment,
 * it goes on where it was, and two workers never take the same step.
 */
export async function climb(house: House, communeId: number): Promise<void> {
  const at = house.clock.now();
  const batch = () => house.database.write(communeId, (tx) => climbOnce(tx, house, communeId, at));
  while (await batch());
}

/** One batch; true when there may be more. */
async function climbOnce(tx: Tx, house: House, communeId: number, at: Date): Promise<boolean> {
  const day = dayOf(at);
  const rule = await reminderRule(tx);
  if (!rule.active || isQuiet(rule, day)) return false;
  const due = await dueSteps(tx, day, rule.answerDays);
  await takeSteps(tx, due.filter((one) => !isMail(one)), day, at); // prettier-ignore
  const people = [...byPerson(due.filter(isMail))];
  const sending = await sendingOf(tx, house, communeId, at);
  const written = await writeToPeople(tx, new Map(people.slice(0, batchSize)), sending);
  await takeSteps(tx, written, day, at);
  return people.length > batchSize && written.length > 0;
}

/** What a sending made by the worker knows of the commune. */
export async function sendingOf(
  tx: Tx,
  house: House,
  communeId: number,
  at: Date,
): Promise<Sending> {
  return {
    at,
    day: dayOf(at),
    tenant: await tenantOf(tx, communeId, at),
    t: house.words("fr"),
    origin: await originOfCommune(tx, communeId, house.config),
  };
}
