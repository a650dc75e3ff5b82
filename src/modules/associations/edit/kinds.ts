import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { readRna, readSiret } from "../identity/numbers.ts";

/** A text of at most `most` characters; nothing typed is null. */
export const text = (most: number) =>
  z
    .string()
    .max(most, say("registry:problem.tooLong"))
    .transform((typed) => (typed === "" ? null : typed));

/** One thing by line (or after a comma), each once. */
export const listed = (most = 2000) =>
  z
    .string()
    .max(most, say("registry:problem.tooLong"))
    .transform((typed) => [
      ...new Set(
        typed
          .split(/[\n,;]/)
          .map((one) => one.trim())
          .filter((one) => one !== ""),
      ),
    ]);

export const oneOf = <const L extends readonly [string, ...string[]]>(list: L) =>
  z.enum(list, say("registry:problem.choice"));

/** One of a list, or nothing said. */
export const band = <const L extends readonly [string, ...string[]]>(list: L) =>
  z
    .enum(["", ...list], say("registry:problem.choice"))
    .transform((typed) => (typed || null) as L[number] | null);

export const someOf = <const L extends readonly [string, ...string[]]>(list: L) =>
  z.array(z.enum(list, say("registry:problem.choice")));

/** A day of the calendar as people write it. */
export const day = z.string().transform((typed, ctx) => {
  if (typed === "") return null;
  const read = dayTyped(typed);
  if (read) return read;
  ctx.addIssue({ code: "custom", message: say("registry:problem.date") });
  return z.NEVER;
});

export const rna = z.string().transform((typed, ctx) => {
  const read = readRna(typed);
  if ("value" in read) return read.value;
  if (read.refusal === "empty") return null;
  ctx.addIssue({ code: "custom", message: say(`registry:problem.rna.${read.refusal}`) });
  return z.NEVER;
});

export const siret = z.string().transform((typed, ctx) => {
  const read = readSiret(typed);
  if ("value" in read) return read.value;
  if (read.refusal === "empty") return null;
  ctx.addIssue({ code: "custom", message: say(`registry:problem.siret.${read.refusal}`) });
  return z.NEVER;
});

/** A web address, `https://` added when it was left out. */
export const webAddress = z.string().transform((typed, ctx) => {
  if (typed === "") return null;
  const address = completed(typed);
  if (address) return address;
  ctx.addIssue({ code: "custom", message: say("registry:problem.url") });
  return z.NEVER;
});

export const webAddresses = listed().transform((list, ctx) => {
  const addresses = list.map(completed);
  if (addresses.every((one) => one !== undefined)) return addresses;
  ctx.addIssue({ code: "custom", message: say("registry:problem.url") });
  return z.NEVER;
});

function completed(typed: string): string | undefined {
  try {
    const url = new URL(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
    return /^[^.\s]+(\.[^.\s]+)+$/.test(url.hostname) && !url.username ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export const postcode = z
  .string()
  .regex(/^(\d{5})?$/, say("registry:problem.postcode"))
  .transform((typed) => (typed === "" ? null : typed));

export const ticked = z.string().transform((typed) => typed === "on");
