import { page, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { shape, type Problem } from "../../../platform/http/form.ts";
import { printed } from "../../printing/index.ts";
import { requirePerson } from "../../../platform/http/ask.ts";
import { sign, signaturesOf } from "../signing/queries.ts";
import { signingFields, signingSchema } from "../signing/reading.ts";
import type { Drawing } from "../signing/receiving.ts";
import { signedAs } from "../signing/shown.ts";
import type { Side } from "../signing/codes.ts";
import { handOf } from "../who.ts";
import { conventionContent, conventionDocument } from "./document.ts";
import type { SeenSignature } from "./parts.tsx";
import type { Convention } from "./queries.ts";

/** Who signed, with what was drawn. */
export async function seenSignatures(ask: Ask, { id }: Convention): Promise<SeenSignature[]> {
  const signatures = await signaturesOf(ask.tx, { kind: "convention", id });
  return Promise.all(
    signatures.map(async (one) => ({
      ...one,
      drawing: one.sha256 ? await ask.house.files.read(one.sha256) : undefined,
    })),
  );
}

/** The convention as a PDF, with its signatures. */
export async function printConvention(ask: Ask, convention: Convention): Promise<Answer> {
  const signatures = await signaturesOf(ask.tx, { kind: "convention", id: convention.id });
  const signed = await signedAs(ask.house.words("fr"), ask.house.files, signatures);
  const content = conventionContent(convention, signed);
  return printed(ask, conventionDocument, content, `convention-${convention.fromDay}.pdf`);
}

/** Signs for one side, or says what is missing. */
export async function signConvention(
  ask: Ask,
  convention: Convention,
  /** For whom; and whether a paper that is kept may be noted: only the town hall says so. */
  { side, papers }: { side: Side; papers: boolean },
  drawing: Drawing | undefined,
): Promise<{ problems: Problem[] } | { paper: boolean }> {
  const read = shape(ask.t, signingSchema, ask.form, signingFields);
  if ("problems" in read) return { problems: [...read.problems] };
  const { name } = read.value;
  const paper = papers && read.value.paper;
  const one = { side, name, paper, drawing, by: requirePerson(ask).id };
  const done = await sign(ask.tx, { kind: "convention", id: convention.id }, one, handOf(ask));
  if ("refused" in done)
    return { problems: [{ field: "", sentence: ask.t("signing:problem.already") }] };
  return { paper };
}

export const answered = (body: string, problems: readonly Problem[]): Answer =>
  page(body, problems.length ? 422 : 200);
