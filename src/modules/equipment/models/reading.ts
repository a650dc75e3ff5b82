import { z } from "zod";
import { say, type Typed } from "../../../platform/http/form.ts";
import { amountTyped } from "../../../platform/http/typed-amount.ts";
import { categories, decisions, longest } from "../codes.ts";
import { text, ticked, whole } from "../reading.ts";
import type { ModelFields, Piece } from "./queries.ts";

const cents = z.string().transform((typed, ctx) => {
  const amount = amountTyped(typed);
  if (amount === null) return null;
  if (amount !== undefined) return Math.round(amount * 100);
  ctx.addIssue({ code: "custom", message: say("lending:problem.amount") });
  return z.NEVER;
});

const lines = (typed: string): string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** "2 câbles HDMI" is two of them; without a number, one. */
export function pieceOf(line: string): Piece {
  const [, count, name] = /^(\d{1,3})(?:\s*[x×])?\s+(.+)$/.exec(line) ?? [];
  return name && Number(count) >= 1
    ? { quantity: Number(count), name }
    : { quantity: 1, name: line };
}

const pieces = z.string().transform((typed, ctx) => {
  const read = lines(typed).map(pieceOf);
  if (read.length <= 30 && read.every(({ name }) => name.length <= 80)) return read;
  ctx.addIssue({ code: "custom", message: say("lending:problem.pieces") });
  return z.NEVER;
});

const checklist = z.string().transform((typed, ctx) => {
  const read = lines(typed);
  if (read.length <= 20 && read.every((line) => line.length <= 120)) return read;
  ctx.addIssue({ code: "custom", message: say("lending:problem.checklist") });
  return z.NEVER;
});

export const modelNames = [
  "name",
  "category",
  "purpose",
  "notice",
  "value",
  "dayValue",
  "holdsData",
  "checklist",
  "pieces",
  "decision",
  "longestDays",
  "leadOpenDays",
  "bufferHours",
  "onSiteOnly",
  "ownerRules",
] as const;

/** A model as it is typed. */
export const modelSchema = z
  .object({
    name: z
      .string()
      .min(1, say("lending:problem.name"))
      .max(longest.name, say("lending:problem.long")),
    category: z.enum(categories, say("lending:problem.category")),
    purpose: z
      .string()
      .min(1, say("lending:problem.purpose"))
      .max(longest.purpose, say("lending:problem.long")),
    notice: text(longest.notice),
    value: cents,
    dayValue: cents,
    holdsData: ticked,
    checklist,
    pieces,
    decision: z.enum(["", ...decisions]).transform((typed) => typed || null),
    longestDays: whole(1, 365),
    leadOpenDays: whole(0, 90),
    bufferHours: whole(0, 336),
    onSiteOnly: ticked,
    ownerRules: text(longest.ownerRules),
  })
  .transform(({ value, dayValue, bufferHours, ...fields }): ModelFields => ({
    ...fields,
    valueCents: value,
    dayValueCents: dayValue,
    bufferMinutes: bufferHours === null ? null : bufferHours * 60,
  }));

const shown = (value: number | null) => (value === null ? "" : String(value));
const amount = (cents: number | null) =>
  cents === null ? "" : String(cents / 100).replace(".", ",");

/** A model as it was typed. */
export const modelTyped = (model: ModelFields): ReturnType<Typed["values"]> => ({
  name: model.name,
  category: model.category,
  purpose: model.purpose,
  notice: model.notice ?? "",
  value: amount(model.valueCents),
  dayValue: amount(model.dayValueCents),
  holdsData: model.holdsData ? "on" : "",
  checklist: model.checklist.join("\n"),
  pieces: model.pieces
    .map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} ${name}`))
    .join("\n"),
  decision: model.decision ?? "",
  longestDays: shown(model.longestDays),
  leadOpenDays: shown(model.leadOpenDays),
  bufferHours: shown(model.bufferMinutes === null ? null : model.bufferMinutes / 60),
  onSiteOnly: model.onSiteOnly ? "on" : "",
  ownerRules: model.ownerRules ?? "",
});
