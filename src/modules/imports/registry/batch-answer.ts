import { page, type Answer } from "../../../platform/http/answer.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { lockedFields, situationsOf, type Field } from "../../associations/index.ts";
import type { Batch } from "./batches.ts";
import { countsOf, proposalsOf, type Proposal } from "./proposals.ts";
import { kinds, type Kind } from "./rules.ts";
import { batchPage, linesPerPage, type Line } from "./screens/batch-page.tsx";
import { readingPage } from "./screens/reading-page.tsx";

/** The page of a batch: what is left to answer of one kind, or what was answered. */
export async function answerBatch(ask: Ask, batch: Batch, problem?: string): Promise<Answer> {
  const status = problem ? 422 : 200;
  if (batch.state === "reading") {
    const answer = page(readingPage(ask.view, batch), status);
    return { ...answer, headers: { ...answer.headers, refresh: "3" } };
  }
  const counts = await countsOf(ask.tx, batch.id);
  const asked = ask.query.get("sorte") ?? ask.form.get("back");
  const answered = asked === "traitees";
  const open = kinds.filter((kind) => counts.some((one) => one.kind === kind && one.state === "open")); // prettier-ignore
  const kind: Kind | undefined = kinds.find((one) => one === asked) ?? open[0];
  const number = Math.max(1, Math.floor(Number(ask.query.get("page")) || 1));
  const proposals = await proposalsOf(
    ask.tx,
    batch.id,
    answered ? { states: ["accepted", "refused"] } : { states: ["open"], kind },
    { limit: linesPerPage, offset: (number - 1) * linesPerPage },
  );
  const body = batchPage(ask.view, {
    batch,
    counts,
    shown: answered ? "answered" : kind,
    page: number,
    lines: await linesOf(ask, proposals),
    problem,
  });
  return page(body, status);
}

/** Each proposal with where the present values come from, and whether files must leave them alone. */
async function linesOf(ask: Ask, proposals: readonly Proposal[]): Promise<Line[]> {
  const ids = proposals.flatMap(({ associationId }) => associationId ?? []);
  const situations = new Map(
    (await situationsOf(ask.tx, [...new Set(ids)])).map((one) => [one.id, one]),
  );
  return proposals.map((proposal) => {
    const situation = situations.get(proposal.associationId ?? "");
    const fields = Object.keys(proposal.now) as Field[];
    if (!situation || proposal.kind === "new") return { proposal, locked: false, mark: undefined };
    const locked = lockedFields(situation, fields);
    const field = locked[0] ?? fields.find((one) => situation.provenance[one]);
    return {
      proposal,
      locked: proposal.state === "open" && locked.length > 0,
      mark: field && situation.provenance[field],
    };
  });
}
