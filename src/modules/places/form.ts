import { z } from "zod";
import { parsedJson } from "../../platform/json.ts";
import { foundAddress } from "../../platform/address-lookup.ts";
import { say } from "../../platform/http/form.ts";
import { accessFeatures } from "./codes.ts";
import { readDegrees } from "./rules.ts";

const text = (most: number) =>
  z
    .string()
    .max(most, say("places:problem.tooLong"))
    .transform((typed) => typed || null);

/** Name and address of a place. */
export const identityFields = [
  "name",
  "street",
  "postcode",
  "town",
  "district",
  "municipal",
  "address",
] as const;
export const identitySchema = z.object({
  name: z.string().min(1, say("places:problem.name")).max(160, say("places:problem.tooLong")),
  street: text(200),
  postcode: z
    .string()
    .regex(/^(\d{5})?$/, say("places:problem.postcode"))
    .transform((typed) => typed || null),
  town: text(120),
  district: z.string().regex(/^([0-9a-f-]{36})?$/, say("places:problem.choice")),
  municipal: z.string().transform((typed) => typed === "on"),
  /** An address chosen among those found: it replaces what is typed. */
  address: z.string().transform((typed, ctx) => {
    if (typed === "") return undefined;
    const chosen = foundAddress.safeParse(parsedJson(typed));
    if (chosen.success) return chosen.data;
    ctx.addIssue({ code: "custom", message: say("places:problem.choice") });
    return z.NEVER;
  }),
});
export type Identity = z.output<typeof identitySchema>;

const degrees = (most: 90 | 180, message: string) =>
  z.string().transform((typed, ctx) => {
    if (typed === "") return null;
    const read = readDegrees(typed, most);
    if (read !== undefined) return read;
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** Where a place stands, in degrees; both coordinates or none. */
export const positionFields = ["latitude", "longitude"] as const;
export const positionSchema = z
  .object({
    latitude: degrees(90, say("places:problem.latitude")),
    longitude: degrees(180, say("places:problem.longitude")),
  })
  .superRefine((typed, ctx) => {
    if ((typed.latitude === null) !== (typed.longitude === null))
      ctx.addIssue({ code: "custom", path: ["longitude"], message: say("places:problem.both") });
  });
export type Position = z.output<typeof positionSchema>;

/** Features of access, each yes, no, or not said. */
export const accessFields = [...accessFeatures.map((one) => `access_${one}`), "accessNote"];
export const accessSchema = z
  .object({
    ...Object.fromEntries(
      accessFeatures.map((feature) => [
        `access_${feature}`,
        z.enum(["yes", "no", ""], say("places:problem.choice")),
      ]),
    ),
    accessNote: text(500),
  })
  .transform((typed) => {
    const answers = typed as Record<string, string | null>;
    const having = (answer: string) =>
      accessFeatures.filter((feature) => answers[`access_${feature}`] === answer);
    return {
      access_yes: having("yes") as string[],
      access_no: having("no") as string[],
      access_note: answers["accessNote"] ?? null,
    };
  });
