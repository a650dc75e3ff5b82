import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { linesOf, siteNamed } from "./rules.ts";
import { addedLanguages, type Field, type FieldName, type Section } from "./sections.ts";

const text = (max: number) => z.string().max(max, say("settings:problem.long"));

/** What each kind of field accepts; an optional field left blank is `""`. */
function shapeOf(field: Field): z.ZodType<string | string[]> {
  const asked = (schema: z.ZodString) =>
    field.optional ? schema : schema.min(1, say(`settings:problem.missing.${field.name}`));
  switch (field.kind) {
    case "text":
      return asked(text(120));
    case "area":
      return asked(text(4000));
    case "email":
      return asked(text(254).regex(/^(\S+@\S+\.\S+)?$/, say("settings:problem.email")));
    case "tel":
      return asked(text(30).regex(/^(\+?[\d\s.()-]{8,})?$/, say("settings:problem.phone")));
    case "insee":
      return asked(text(5).regex(/^(\d[\dAB]\d{3})?$/, say("settings:problem.insee")));
    case "url":
      return asked(text(300).regex(/^(https?:\/\/\S+\.\S+)?$/, say("settings:problem.url")));
    case "date":
      return day;
    case "rate":
      return z.string().refine(isRate, say("settings:problem.rate"));
    case "switch":
      return z.enum(["off", "on"], say("settings:problem.choice"));
    case "sites":
      // What is no site stays as it was typed: the line is named to who wrote it.
      return text(4000).transform((typed) =>
        [...new Set(linesOf(typed).map((line) => siteNamed(line) ?? line))].join("\n"),
      );
    case "languages":
      return z.array(z.enum(addedLanguages, say("settings:problem.language")));
  }
}

/** A day that exists, or nothing. */
const day = z.string().transform((typed, context) => {
  if (typed === "") return "";
  const read = dayTyped(typed);
  if (!read) context.addIssue({ code: "custom", message: say("settings:problem.date") });
  return read ?? "";
});

/** A share from 0 to 100, with a comma or a point, or nothing. */
const isRate = (value: string): boolean =>
  value === "" || (/^\d{1,3}([.,]\d{1,2})?$/.test(value) && Number(value.replace(",", ".")) <= 100);

export type Values = Partial<Record<FieldName, string | string[]>>;

/** The schema of a section's form. */
export const schemaOf = (section: Section): z.ZodType<Values> =>
  z.object(Object.fromEntries(section.fields.map((field) => [field.name, shapeOf(field)])));
