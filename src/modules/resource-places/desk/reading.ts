import { z } from "zod";
import { say, type Problem, type Typed } from "../../../platform/http/form.ts";
import { amountTyped } from "../../../platform/http/typed-amount.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { dialled, spoken } from "../../../ui/index.ts";
import { euros } from "../../../ui/money.ts";
import { oneOf, someOf, webAddress } from "../../associations/index.ts";
import { bookableKinds, bookers, lists, longest } from "../codes.ts";
import type { BookableTerms } from "../booking/bookables.ts";
import type { Texts } from "../record/queries.ts";

const text = (most: number) =>
  z
    .string()
    .max(most, say("resourcedesk:problem.long"))
    .transform((typed) => typed || null);

const matching = (shape: RegExp, problem: string) =>
  z
    .string()
    .refine((typed) => typed === "" || shape.test(typed), problem)
    .transform((typed) => typed || null);

/** What is written of a place. */
export const placeSchema = z.object({
  name: z
    .string()
    .min(1, say("resourcedesk:problem.name"))
    .max(longest.name, say("resourcedesk:problem.long")),
  hybrid: z.string().transform((typed) => typed === "on"),
  summary: text(longest.summary),
  presentation: text(longest.presentation),
  remote: text(longest.remote),
  welcome: text(longest.welcome),
  connection: text(longest.connection),
  email: matching(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/, say("resourcedesk:problem.email")),
  phone: matching(/^\+?[\d\s.()/-]{9,24}$/, say("resourcedesk:problem.phone")).transform(
    (typed) => typed && dialled(spoken(typed)),
  ),
  website: webAddress,
  acceslibre: webAddress,
  siret: z
    .string()
    .transform((typed) => typed.replaceAll(/\s/g, "") || null)
    .refine((typed) => typed === null || /^\d{14}$/.test(typed), say("resourcedesk:problem.siret")),
  equipment: someOf(lists.equipment),
  services: someOf(lists.services),
  publics: someOf(lists.publics),
  care: someOf(lists.care),
  cost: someOf(lists.cost),
  entry: someOf(lists.entry),
  support: someOf(lists.support),
});

export const singleFields = ["name", "hybrid", "summary", "presentation", "remote", "welcome", "connection", "email", "phone", "website", "acceslibre", "siret"] as const; // prettier-ignore

/** The values of the fields for a place: what a form of change is opened on. */
export const textsTyped = (texts: Texts): Record<string, string | string[]> => ({
  ...Object.fromEntries(singleFields.map((name) => [name, String(texts[name] ?? "")])),
  hybrid: texts.hybrid ? "on" : "",
  ...Object.fromEntries((Object.keys(lists) as (keyof typeof lists)[]).map((name) => [name, [...texts[name]]])), // prettier-ignore
});

/** Lengths of time one may choose, in minutes. */
export const lengths = [30, 60, 90, 120, 180, 240, 300, 360, 480] as const;

const termsSchema = z.object({
  kind: oneOf(bookableKinds),
  name: z.string().min(1).max(120),
  units: z.coerce.number().int().min(1).max(100),
  people: z.coerce.number().int().min(1).max(1000),
  holds: z.string().max(500),
  least: z.coerce.number().int().min(15).max(1440),
  most: z.coerce.number().int().min(15).max(1440),
  aheadDays: z.coerce.number().int().min(0).max(366),
  daily: z.string().regex(/^\d*$/),
  hourValue: z.string(),
  who: oneOf(bookers),
});

/** What is written of something to book; every fault at once, by its field. */
export function readTerms(
  t: Translate,
  form: Typed,
): { value: BookableTerms } | { problems: Problem[] } {
  const names = Object.keys(termsSchema.shape) as (keyof z.output<typeof termsSchema>)[];
  const typed = Object.fromEntries(
    names.map((name) => [name, form.get(name) === "" && isCount(name) ? "none" : form.get(name)]),
  );
  const read = termsSchema.safeParse(typed);
  if (!read.success) {
    const fields = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))];
    const problems = fields.map((field) => ({
      field,
      sentence: t(`resourcedesk:problem.terms.${field as keyof BookableTerms & "name"}`),
    }));
    return { problems };
  }
  const { holds, daily, hourValue, ...terms } = read.data;
  const value = amountTyped(hourValue);
  if (value === undefined)
    return { problems: [{ field: "hourValue", sentence: t("resourcedesk:problem.hourValue") }] };
  if (terms.least > terms.most)
    return { problems: [{ field: "most", sentence: t("resourcedesk:problem.longest") }] };
  const dailyMinutes = daily ? Number(daily) : null;
  if (dailyMinutes !== null && (dailyMinutes < terms.least || dailyMinutes > 1440))
    return { problems: [{ field: "daily", sentence: t("resourcedesk:problem.terms.daily") }] };
  return {
    value: {
      ...terms,
      holds: holds || null,
      dailyMinutes,
      open: form.has("open"),
      hourValueCents: value === null ? null : Math.round(value * 100),
    },
  };
}

const isCount = (name: string): boolean =>
  ["units", "people", "least", "most", "aheadDays"].includes(name);

export const termsTyped = (terms: BookableTerms): Record<string, string> => ({
  kind: terms.kind,
  name: terms.name,
  units: String(terms.units),
  people: String(terms.people),
  holds: terms.holds ?? "",
  least: String(terms.least),
  most: String(terms.most),
  aheadDays: String(terms.aheadDays),
  daily: terms.dailyMinutes === null ? "" : String(terms.dailyMinutes),
  who: terms.who,
  open: terms.open ? "on" : "",
  hourValue: terms.hourValueCents === null ? "" : euros("fr", terms.hourValueCents / 100),
});

/** What a new workstation is, unless it is said otherwise. */
export const usualTerms: BookableTerms = {
  kind: "workstation",
  name: "",
  units: 1,
  people: 1,
  holds: null,
  least: 60,
  most: 120,
  aheadDays: 30,
  dailyMinutes: 120,
  who: "all",
  open: true,
  hourValueCents: null,
};
