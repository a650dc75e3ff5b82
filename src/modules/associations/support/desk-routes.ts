import { z } from "zod";
import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape, typedFrom, type Problem } from "../../../platform/http/form.ts";
import { anyStaff } from "../../../platform/http/person.ts";
import { findStaff } from "../../people/index.ts";
import { day, text } from "../edit/kinds.ts";
import { requireSituation } from "../edit/routes.tsx";
import { mayWrite, recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { correctPage, supportPage } from "./desk-pages.tsx";
import { supportById, supportOf, type SupportLine } from "./queries.ts";
import { byHand, kindsByHand, longestNote, whyNotSupport, type SupportKind } from "./rules.ts";
import { correctSupport, recordSupport, removeSupport } from "./write.ts";

const schema = z.object({
  kind: z.enum(kindsByHand as [SupportKind, ...SupportKind[]], say("supportdesk:problem.kind")),
  day,
  doneBy: z.string(),
  note: text(longestNote),
});
const fields = ["kind", "day", "doneBy", "note"] as const;

/** Every agent, for who did it. */
const agentsOf = (ask: Ask) => findStaff(ask.tx, { plain: "", text: "" }, 500);

/** What is typed of a support, or what is wrong with it. */
async function read(ask: Ask) {
  const shaped = shape(ask.t, schema, ask.form, fields);
  if ("problems" in shaped) return shaped;
  const said = shaped.value;
  if (!said.day) return wrong("day", ask.t("supportdesk:problem.day"));
  const agents = (await agentsOf(ask)).map(({ id }) => id);
  const whole = { ...said, day: said.day };
  const refused = whyNotSupport(whole, dayOf(ask.now), agents);
  const field = { future: "day", too_old: "day", secret: "note", nobody: "doneBy" } as const;
  return refused
    ? wrong(field[refused], ask.t(`supportdesk:problem.${refused}`))
    : { value: whole };
}

const wrong = (field: string, sentence: string): { problems: Problem[] } => ({
  problems: [{ field, sentence }],
});

async function answerList(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const { id, record } = await requireSituation(ask);
  const today = dayOf(ask.now);
  const body = supportPage(ask.view, {
    association: { id, name: record.name },
    lines: await supportOf(ask.tx, id),
    mayWrite: mayWrite(ask.person),
    form: problems
      ? formState(ask.form, problems)
      : formState(typedFrom({ day: today, doneBy: requirePerson(ask).id })),
    agents: await agentsOf(ask),
    today,
  });
  return page(body, problems ? 422 : 200);
}

async function requireLine(ask: Ask) {
  const { id, record } = await requireSituation(ask);
  const line = (await supportById(ask.tx, id, ask.params["event"] ?? "")) ?? notFound();
  return { association: { id, name: record.name }, line };
}

const correctable = ({ source, removedAt }: SupportLine) => source === byHand && !removedAt;

async function answerCorrect(ask: Ask, problems?: readonly Problem[]): Promise<Answer> {
  const { association, line } = await requireLine(ask);
  if (!correctable(line)) return notFound();
  const { kind, day: on, doneBy, note } = line;
  const body = correctPage(ask.view, {
    association,
    line,
    form: problems
      ? formState(ask.form, problems)
      : formState(typedFrom({ kind, day: on, doneBy, note })),
    agents: await agentsOf(ask),
    today: dayOf(ask.now),
  });
  return page(body, problems ? 422 : 200);
}

const actOf = (ask: Ask, associationId: string) => ({
  associationId,
  by: requirePerson(ask).id,
  at: ask.now,
});

export const supportRoutes: Route[] = [
  get(urls.support(":id"), anyStaff, (ask) => answerList(ask)),

  post(urls.support(":id"), recordWriters, async (ask) => {
    const { id } = await requireSituation(ask);
    const said = await read(ask);
    if ("problems" in said) return answerList(ask, said.problems);
    const { kind, day: on, doneBy, note } = said.value;
    await recordSupport(ask.tx, {
      associationId: id,
      kind,
      day: on,
      source: { kind: byHand, id: crypto.randomUUID() },
      by: doneBy,
      at: ask.now,
      note,
    });
    return redirect(ask.view.href(urls.support(id)), "supportdesk.noted");
  }),

  get(urls.oneSupport(":id", ":event"), recordWriters, (ask) => answerCorrect(ask)),

  post(urls.oneSupport(":id", ":event"), recordWriters, async (ask) => {
    const { association, line } = await requireLine(ask);
    if (!correctable(line)) return notFound();
    const said = await read(ask);
    if ("problems" in said) return answerCorrect(ask, said.problems);
    const outcome = await correctSupport(
      ask.tx,
      { id: line.id, ...said.value },
      { old: line, revision: Number(ask.form.get("_revision")), act: actOf(ask, association.id) },
    );
    if (outcome === "moved")
      return answerCorrect(ask, [{ field: "", sentence: ask.t("supportdesk:problem.moved") }]);
    return redirect(ask.view.href(urls.support(association.id)), "supportdesk.corrected");
  }),

  ...([true, false] as const).map((removed) =>
    post(
      removed ? urls.supportRemoval(":id", ":event") : urls.supportBack(":id", ":event"),
      recordWriters,
      async (ask) => {
        const { association, line } = await requireLine(ask);
        await removeSupport(ask.tx, line, removed, actOf(ask, association.id));
        const notice = removed ? "supportdesk.removed" : "supportdesk.restored";
        return redirect(ask.view.href(urls.support(association.id)), notice);
      },
    ),
  ),
];
