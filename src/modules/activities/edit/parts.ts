import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import {
  accessFeatures,
  oneOf,
  publics,
  someOf,
  spokenLanguages,
  text,
  themes,
  webAddress,
} from "../../associations/index.ts";
import { levels, priceKinds, trials } from "../codes.ts";
import type { ActivityFields } from "../record/fields.ts";
import { age, email, phone, price } from "./kinds.ts";

/** What a part of the sheet writes; where it takes place is found in the list of places once read. */
export type PartPatch = Partial<ActivityFields>;

/** A part of an activity that is edited on its own. */
type Part = {
  schema: z.ZodType<PartPatch & { place?: string; street?: string | null }>;
  fields: readonly string[];
  lists: readonly string[];
};

export const titleSchema = z
  .string()
  .min(2, say("programme:problem.title"))
  .max(120, say("registry:problem.tooLong"));

/** Ages go from the youngest to the oldest, whichever way they were typed. */
const ages = { minAge: age, maxAge: age };
const inOrder = <A extends { minAge: number | null; maxAge: number | null }>(typed: A): A =>
  typed.minAge !== null && typed.maxAge !== null && typed.minAge > typed.maxAge
    ? { ...typed, minAge: typed.maxAge, maxAge: typed.minAge }
    : typed;

export const pricing = { priceKind: oneOf(priceKinds), priceFrom: price };
/** Who writes an amount says that it is paid; nothing to pay is free. */
export const priced = <P extends { priceKind: string; priceFrom: number | null }>(
  typed: P,
): P & Pick<ActivityFields, "priceKind" | "priceFrom"> => ({
  ...typed,
  priceKind:
    typed.priceFrom === 0
      ? "free"
      : typed.priceFrom !== null
        ? "paid"
        : (typed.priceKind as ActivityFields["priceKind"]),
  priceFrom: typed.priceFrom || null,
});

export const whereFields = { place: text(120), street: text(200), placeDetail: text(200) };

export const parts = {
  essentiel: {
    schema: z.object({ title: titleSchema, what: text(3000), themes: someOf(themes) }),
    fields: ["title", "what"],
    lists: ["themes"],
  },
  public: {
    schema: z
      .object({
        ...ages,
        publics: someOf(publics),
        level: oneOf(levels),
        spokenLanguages: someOf(spokenLanguages),
      })
      .transform(inOrder),
    fields: ["minAge", "maxAge", "level"],
    lists: ["publics", "spokenLanguages"],
  },
  lieu: {
    schema: z
      .object({ ...whereFields, accessYes: someOf(accessFeatures) })
      .transform(({ place, ...typed }) => ({ ...typed, place: place ?? "" })),
    fields: ["place", "street", "placeDetail"],
    lists: ["accessYes"],
  },
  prix: {
    schema: z
      .object({ ...pricing, priceNote: text(1000), reductions: text(500), trial: oneOf(trials) })
      .transform(priced),
    fields: ["priceKind", "priceFrom", "priceNote", "reductions", "trial"],
    lists: [],
  },
  inscription: {
    schema: z.object({
      registration: text(1000),
      registrationUrl: webAddress,
      contactName: text(120),
      contactPhone: phone,
      contactEmail: email,
    }),
    fields: ["registration", "registrationUrl", "contactName", "contactPhone", "contactEmail"],
    lists: [],
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
export const partNames = Object.keys(parts) as PartName[];
export const isPart = (text: string): text is PartName => text in parts;

type FormValues = Record<string, string | readonly string[]>;

/** What the form of a part shows of an activity. */
export function partValues(
  part: PartName,
  fields: ActivityFields,
  place: { name: string } | undefined,
): FormValues {
  const values: FormValues = {};
  for (const name of [...parts[part].fields, ...parts[part].lists])
    values[name] = shown(fields[name as keyof ActivityFields]);
  if (part === "lieu") values["place"] = place?.name ?? "";
  return values;
}

const shown = (value: ActivityFields[keyof ActivityFields]): string | readonly string[] =>
  Array.isArray(value) ? value : typeof value === "number" ? frenchNumber(value) : (value ?? "");

const frenchNumber = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(2).replace(".", ",");
