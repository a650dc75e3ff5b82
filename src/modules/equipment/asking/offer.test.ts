import assert from "node:assert/strict";
import test from "node:test";
import type { Timetable, Use } from "../../scheduling/index.ts";
import type { Model } from "../models/queries.ts";
import { usualRules } from "../rules/rules.ts";
import { offerOf, withNearest, type Frame, type Shelf } from "./offer.ts";
import { slotsOn } from "./hours.ts";

const open = (weekday: "MO" | "TU" | "WE" | "TH" | "FR") => ({
  weekday,
  from: 9 * 60,
  until: 12 * 60,
  season: "always" as const,
  weeks: "every" as const,
  firstDay: null,
  lastDay: null,
});
const timetable: Timetable = {
  zone: "Europe/Paris",
  publicHolidays: "closed",
  closedDays: true,
  rules: (["MO", "TU", "WE", "TH", "FR"] as const).map(open),
  exceptions: [],
};
const use = (from: string, until: string, quantity: number): Use => ({
  from: Date.parse(from),
  until: Date.parse(until),
  quantity,
});
const shelf = (capacity: number, uses: Use[] = []): Shelf => ({
  poolId: "",
  counterId: "",
  capacity,
  placeId: "",
  placeName: "",
  words: null,
  slotMinutes: 30,
  slotMost: 1,
  timetable,
  uses,
});
const model = {
  longestDays: null,
  leadOpenDays: null,
  bufferMinutes: null,
  decision: null,
  onSiteOnly: false,
} as Model;
const frame: Frame = {
  rules: usualRules,
  today: "2026-11-26",
  calendar: { publicDays: new Set(["2026-12-25"]), closedDays: new Set(), schoolDays: new Set() },
};
/** From a Friday to the Monday after. */
const weekend = { from: "2026-12-04", until: "2026-12-07" };

/** With the days after and before, as the catalogue says them. */
const offered = (one: Model, of: Shelf, days: typeof weekend) =>
  withNearest(one, offerOf(one, of, days, frame), of.uses, days, frame);

const free = (...uses: Use[]) => offerOf(model, shelf(3, uses), weekend, frame).free;

test("what is promised over the days is not free, what comes back before them is", () => {
  assert.equal(free(), 3);
  assert.equal(free(use("2026-12-01T08:00Z", "2026-12-03T12:00Z", 3)), 3);
  assert.equal(free(use("2026-12-05T08:00Z", "2026-12-06T12:00Z", 2)), 1);
  // It is taken again on the day after, before it is charged and checked: an hour is kept for that.
  assert.equal(free(use("2026-12-07T23:30Z", "2026-12-09T12:00Z", 1)), 2);
  assert.equal(free(use("2026-12-08T08:00Z", "2026-12-09T12:00Z", 1)), 3);
});

const part = (...uses: Use[]) => {
  const { free, whyNot, within } = offerOf(model, shelf(1, uses), weekend, frame);
  return { free, whyNot, within };
};

test("what comes back in the morning is free for the hours that fit, and what leaves in the evening", () => {
  // Back at 10:00 in Paris and ready at 10:45: it leaves at 11:00, half an hour later, and not before.
  const morning = use("2026-12-03T08:00Z", "2026-12-04T09:45Z", 1);
  assert.deepEqual(part(morning), { free: 1, whyNot: undefined, within: { from: 660, until: undefined } }); // prettier-ignore
  // Promised from 12:00 in Paris on the last day: back by 10:30, with half an hour to hand it over and an hour to look at it.
  const noon = use("2026-12-07T11:00Z", "2026-12-09T12:00Z", 1);
  assert.deepEqual(part(noon), { free: 1, whyNot: undefined, within: { from: undefined, until: 630 } }); // prettier-ignore
  assert.deepEqual(part(morning, noon).within, { from: 660, until: 630 });
  assert.deepEqual(part(morning, use("2026-12-05T08:00Z", "2026-12-06T12:00Z", 1)).whyNot, "not_free"); // prettier-ignore
});

test("on one day, the longest time that is free is shown, and it is given back after it is taken", () => {
  const day = { from: "2026-12-04", until: "2026-12-04" };
  const taken = use("2026-12-04T08:00Z", "2026-12-04T08:30Z", 1);
  const { free, within } = offerOf(model, shelf(1, [taken]), day, frame);
  assert.deepEqual([free, within], [1, { from: 570, until: undefined }]);
  const last = use("2026-12-03T08:00Z", "2026-12-04T10:30Z", 1);
  assert.equal(offerOf(model, shelf(1, [last]), day, frame).whyNot, "not_free");
});

test("what is not free says when it is, the nearest days first, on days the place is open", () => {
  const taken = use("2026-12-01T08:00Z", "2026-12-09T12:00Z", 1);
  const { free, whyNot, nearest } = offered(model, shelf(1, [taken]), weekend);
  assert.deepEqual([free, whyNot], [0, "not_free"]);
  assert.deepEqual(nearest, { from: "2026-12-11", until: "2026-12-14" });
});

test("each refusal is named: closed on that day, too soon, too long, none at all", () => {
  const why = (days: typeof weekend, more: Partial<Model> = {}, capacity = 1) =>
    offered({ ...model, ...more }, shelf(capacity), days);
  assert.equal(why({ from: "2026-12-05", until: "2026-12-07" }).whyNot, "hand_over_closed");
  assert.equal(why({ from: "2026-12-24", until: "2026-12-25" }).whyNot, "hand_over_closed");
  assert.equal(why({ from: "2026-11-27", until: "2026-11-30" }).whyNot, "too_soon");
  assert.deepEqual(why({ from: "2026-11-27", until: "2026-11-30" }).nearest, { from: "2026-11-30", until: "2026-12-03" }); // prettier-ignore
  assert.equal(why({ from: "2026-12-04", until: "2026-12-31" }).whyNot, "too_long");
  assert.equal(why(weekend, { onSiteOnly: true }).whyNot, "not_lent");
  assert.deepEqual(why(weekend, {}, 0).nearest, undefined);
});

test("hand-overs begin at the hours of the place, and end before it closes", () => {
  assert.deepEqual(slotsOn(shelf(1), "2026-12-04", frame.calendar), [540, 570, 600, 630, 660, 690]);
  assert.deepEqual(slotsOn(shelf(1), "2026-12-05", frame.calendar), []);
});
