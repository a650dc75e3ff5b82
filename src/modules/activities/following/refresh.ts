import { dayOf } from "../../../platform/clock.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { fetchOutside, type Outside } from "../../../platform/outside.ts";
import { publish, tenantOf } from "../../communes/index.ts";
import { calendarLimits, cancelOccurrence, readCalendar } from "../../scheduling/index.ts";
import { applyCalendar, remember, type By } from "../calendar-intake/apply.ts";
import { datesAhead, datesAheadOf } from "../calendar-intake/dates.ts";
import { calendarOf, keepCalendar, knownEvents, outcomeOf } from "../calendar-intake/queries.ts";
import { daysRead, proposedFrom, type Read } from "../calendar-intake/rules.ts";
import { followedOf, noteFailure, noteRead, type Followed } from "./queries.ts";

/** Reads the calendar at an address: a calendar file, or a server that says it is plain text. */
export const readAt = (
  { config }: Pick<House, "config">,
  address: string,
  marks: { etag?: string | null; lastModified?: string | null } = {},
): Promise<Outside> =>
  fetchOutside(address, {
    ...marks,
    maxBytes: calendarLimits.bytes,
    seconds: 15,
    types: /^(text\/calendar|text\/plain|application\/octet-stream|$)/i,
    loopback: config.outsideLoopback,
  });

export const refreshTask = "refresh_calendar";

/** Reads again every calendar followed, one after the other: a slow server delays the next ones, never the site. */
export async function refreshFollowed(house: House, communeId: number): Promise<void> {
  const all = await house.database.read(communeId, async (tx) => {
    const { outside } = await tenantOf(tx, communeId, house.clock.now());
    return outside.calendars ? await followedOf(tx) : [];
  });
  for (const one of all) if (!one.paused) await refreshOne(house, communeId, one);
}

export async function refreshOne(house: House, communeId: number, one: Followed): Promise<void> {
  const answer = await readAt(house, one.address, one);
  const at = house.clock.now();
  await house.database.write(communeId, async (tx) => {
    // Stopped or paused while its server answered.
    const [still] = await followedOf(tx, { id: one.id });
    if (!still || still.paused) return;
    if ("unchanged" in answer) return void (await noteRead(tx, one.id, at));
    if ("refused" in answer) return void (await noteFailure(tx, one.id, answer.refused, at));
    const refused = await take(tx, house, one, answer.done.body.toString("utf8"), at);
    if (refused) await noteFailure(tx, one.id, refused, at);
    else await noteRead(tx, one.id, at, answer.done);
  });
}

/** Does what the calendar says now; nothing, and why, when it is not to be believed. */
async function take(tx: Tx, house: House, one: Followed, text: string, at: Date) {
  const today = dayOf(at);
  const read = readCalendar(text, { ...daysRead(today), zone: "Europe/Paris" });
  if ("refused" in read) return read.refused;
  const events = proposedFrom(read.events, at);
  const by: By = {
    associationId: one.associationId,
    today,
    hand: { actor: { kind: "system" }, at, source: "association" },
    notice: house.words("fr")("programme:calendar.cancelledNotice"),
    followedId: one.id,
  };
  const gone = await vanished(tx, by, one.id, events);
  if (gone === "too_many") return "emptied" as const;
  const known = await knownEvents(tx, one.associationId);
  const writes = events.some((event) =>
    ["added", "changed", "cancelled"].includes(outcomeOf(event, known.get(event.uid))),
  );
  if (writes) {
    const id = await keepCalendar(tx, one.associationId, events, at, one.address);
    const calendar = await calendarOf(tx, one.associationId, id, true);
    if (calendar) await applyCalendar(tx, calendar, by);
  }
  for (const { uid, activityId } of gone) {
    for (const date of await datesAhead(tx, activityId, by))
      if (date.state !== "cancelled")
        await cancelOccurrence(tx, { actor: by.hand.actor, at }, date.id, house.words("fr")("programme:follow.vanished")); // prettier-ignore
    // Back in the calendar, it will not be the same: its dates come back.
    await remember(tx, by, uid, activityId, "");
  }
  if (writes || gone.length) await publish(tx);
  return undefined;
}

/** Beyond so many at once, more than half of what was to come, a calendar is thought broken rather than emptied. */
const fewEnough = 3;

/** What came from this calendar, is still to come, and is no longer in it. */
async function vanished(tx: Tx, by: By, followedId: string, events: readonly Read[]) {
  const said = new Set(events.map(({ uid }) => uid));
  const mine = [...(await knownEvents(tx, by.associationId)).values()].filter(
    (known) => known.followedId === followedId && known.digest !== "",
  );
  const ids = mine.map(({ activityId }) => activityId);
  const dates = await datesAheadOf(tx, ids, by);
  const ahead = mine.filter(({ activityId }) =>
    dates.get(activityId)?.some(({ state }) => state !== "cancelled"),
  );
  const gone = ahead.filter(({ uid }) => !said.has(uid));
  if (gone.length > fewEnough && gone.length * 2 > ahead.length) return "too_many" as const;
  return gone.filter(({ theirs }) => !theirs);
}
