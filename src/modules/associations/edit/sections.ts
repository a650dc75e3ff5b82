import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import {
  accessFeatures,
  employeesBands,
  legalForms,
  longestTexts,
  membersBands,
  publics,
  spokenLanguages,
  states,
  themes,
} from "../codes.ts";
import { sirenOf } from "../identity/numbers.ts";
import type { Field, Patch, RecordFields } from "../record/fields.ts";
import {
  band,
  day,
  listed,
  oneOf,
  postcode,
  rna,
  siret,
  someOf,
  text,
  ticked,
  webAddress,
  webAddresses,
} from "./kinds.ts";

/** A part of the record that is edited on its own: the fields of its form, and what they write. */
export type EditSection = {
  schema: z.ZodType<Patch>;
  /** Names of the single fields of the form, then of those that hold several values. */
  fields: readonly string[];
  lists: readonly string[];
  /** Fields of the record the section writes. */
  writes: readonly Field[];
};

export const nameSchema = z
  .string()
  .min(1, say("registry:problem.name"))
  .max(250, say("registry:problem.tooLong"));

const accessSchema = z
  .object({
    ...Object.fromEntries(
      accessFeatures.map((feature) => [
        `access_${feature}`,
        z.enum(["yes", "no", ""], say("registry:problem.choice")),
      ]),
    ),
    accessNote: text(longestTexts.accessNote),
  })
  .transform((typed): Patch => {
    const answers = typed as Record<string, string | null>;
    const having = (answer: string) =>
      accessFeatures.filter((feature) => answers[`access_${feature}`] === answer);
    return {
      accessYes: having("yes"),
      accessNo: having("no"),
      accessNote: answers["accessNote"] ?? null,
    };
  });

const stateSchema = z
  .object({
    state: oneOf(states),
    stateSource: z.enum(
      ["", "registry", "declared", "referent", "file"],
      say("registry:problem.choice"),
    ),
    stateOn: day,
    referent: z.string().regex(/^([0-9a-f-]{36})?$/, say("registry:problem.choice")),
    listed: ticked,
  })
  .transform((typed): Patch => ({
    ...typed,
    stateSource: typed.stateSource || (typed.state === "active" ? null : "referent"),
    referent: typed.referent || null,
  }));

export const editSections = {
  identite: {
    schema: z
      .object({
        name: nameSchema,
        acronym: text(60),
        legalForm: oneOf(legalForms),
        rna,
        siret,
        createdOn: day,
      })
      .transform((typed): Patch =>
        typed.siret ? { ...typed, siren: sirenOf(typed.siret) } : typed,
      ),
    fields: ["name", "acronym", "legalForm", "rna", "siret", "createdOn"],
    lists: [],
    writes: ["name", "acronym", "legalForm", "rna", "siret", "createdOn"],
  },
  objet: {
    schema: z.object({
      aims: text(longestTexts.aims),
      themes: someOf(themes),
      publics: someOf(publics),
      keywords: listed(),
      spokenLanguages: someOf(spokenLanguages),
      membersBand: band(membersBands),
      employeesBand: band(employeesBands),
    }),
    fields: ["aims", "keywords", "membersBand", "employeesBand"],
    lists: ["themes", "publics", "spokenLanguages"],
    writes: [
      "aims",
      "themes",
      "publics",
      "keywords",
      "spokenLanguages",
      "membersBand",
      "employeesBand",
    ],
  },
  horaires: {
    schema: z.object({ schedule: text(longestTexts.schedule) }),
    fields: ["schedule"],
    lists: [],
    writes: ["schedule"],
  },
  tarifs: {
    schema: z.object({
      prices: text(longestTexts.prices),
      registration: text(longestTexts.registration),
    }),
    fields: ["prices", "registration"],
    lists: [],
    writes: ["prices", "registration"],
  },
  accessibilite: {
    schema: accessSchema,
    fields: [...accessFeatures.map((feature) => `access_${feature}`), "accessNote"],
    lists: [],
    writes: ["accessYes", "accessNo", "accessNote"],
  },
  liens: {
    schema: z.object({ website: webAddress, links: webAddresses }),
    fields: ["website", "links"],
    lists: [],
    writes: ["website", "links"],
  },
  siege: {
    schema: z.object({
      seatStreet: text(200),
      seatComplement: text(200),
      seatPostcode: postcode,
      seatTown: text(120),
      seatPublic: ticked,
    }),
    fields: ["seatStreet", "seatComplement", "seatPostcode", "seatTown", "seatPublic"],
    lists: [],
    writes: ["seatStreet", "seatComplement", "seatPostcode", "seatTown", "seatPublic"],
  },
  etat: {
    schema: stateSchema,
    fields: ["state", "stateSource", "stateOn", "referent", "listed"],
    lists: [],
    writes: ["state", "stateSource", "stateOn", "referent", "listed"],
  },
} as const satisfies Record<string, EditSection>;

export type SectionName = keyof typeof editSections;
export const sectionNames = Object.keys(editSections) as SectionName[];
export const isSection = (text: string): text is SectionName => text in editSections;

/** What the form of a section shows of a record. */
export function sectionValues(
  section: SectionName,
  record: RecordFields,
): Record<string, string | readonly string[]> {
  const { writes, lists } = editSections[section] as EditSection;
  const values: Record<string, string | readonly string[]> = {};
  for (const field of writes) {
    const value = record[field];
    if (Array.isArray(value)) values[field] = lists.includes(field) ? value : value.join("\n");
    else if (typeof value === "boolean") values[field] = value ? "on" : "";
    else values[field] = value ?? "";
  }
  if (section === "accessibilite")
    for (const feature of accessFeatures)
      values[`access_${feature}`] = record.accessYes.includes(feature)
        ? "yes"
        : record.accessNo.includes(feature)
          ? "no"
          : "";
  return values;
}

/** The part of a record a section writes, kept in its form to see what others change meanwhile. */
export const sectionBase = (section: SectionName, record: RecordFields): Patch =>
  Object.fromEntries(editSections[section].writes.map((field) => [field, record[field]])) as Patch;
