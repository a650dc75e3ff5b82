import { page, redirect, notFound, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { associationMember, anyStaff, type Who } from "../../../platform/http/person.ts";
import { keeperAtDesk, keeperInSpace, type Keeper } from "../members/keeper.ts";
import { mayDo } from "../members/rules.ts";
import { mayWrite, recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { answeredBy } from "./answered.ts";
import { allTools } from "./list.ts";
import type { ToolsPart } from "./part.ts";
import { answersOf, lackedIn, needsOf } from "./queries.ts";
import { toolStates, type ToolState } from "./rules.ts";
import { toolsPage } from "./tools-page.tsx";
import { toolsBase } from "./tools-waiting.tsx";
import { sayTools } from "./write.ts";

type Side = {
  base: string;
  reads: Who;
  writes: Who;
  find: (ask: Ask) => Promise<Keeper>;
  may: (ask: Ask, keeper: Keeper) => boolean;
};

const sides: readonly Side[] = [
  {
    base: urls.spaceTools(":id"),
    reads: associationMember,
    writes: associationMember,
    find: keeperInSpace,
    may: (ask, { association }) =>
      mayDo(
        requirePerson(ask).associations.find(({ id }) => id === association.id),
        "listing",
      ),
  },
  {
    base: urls.tools(":id"),
    reads: anyStaff,
    writes: recordWriters,
    find: keeperAtDesk,
    may: (ask) => mayWrite(ask.person),
  },
];

async function answer(ask: Ask, side: Side, parts: readonly ToolsPart[]): Promise<Answer> {
  const keeper = await side.find(ask);
  const { id, name } = keeper.association;
  const answers = await answersOf(ask.tx, keeper.association.id);
  const values = Object.fromEntries(answers.map(({ tool, state }) => [`tool-${tool}`, state]));
  const lacks = lackedIn(answers);
  const of = { id, name, lacks, side: keeper.side };
  const added = await Promise.all(parts.map((part) => part.whole(ask, of)));
  const needs = await needsOf(ask.tx, keeper.association.id);
  const body = toolsPage(ask.view, {
    keeper,
    writes: side.may(ask, keeper),
    tools: await allTools(ask.tx),
    answers,
    needs,
    answeredBy: await answeredBy(ask, keeper.side, parts, needs),
    form: { values, errors: {} },
    added,
  });
  return page(body);
}

/** What the form says of each tool on the list; nothing chosen says nothing. */
async function saidIn(ask: Ask): Promise<Map<string, ToolState>> {
  const said = new Map<string, ToolState>();
  for (const { code, removed } of await allTools(ask.tx)) {
    const state = toolStates.find((one) => one === ask.form.get(`tool-${code}`));
    if (state && !removed) said.set(code, state);
  }
  return said;
}

const actOf = (ask: Ask, { association, side, personId }: Keeper) => ({
  associationId: association.id,
  byKind: side === "desk" ? ("agent" as const) : ("association" as const),
  by: personId,
  at: ask.now,
});

const routesOf = (side: Side, parts: readonly ToolsPart[]): Route[] => [
  get(side.base, side.reads, (ask) => answer(ask, side, parts)),

  post(side.base, side.writes, async (ask) => {
    const keeper = await side.find(ask);
    if (!side.may(ask, keeper)) return notFound();
    const outcome = await sayTools(ask.tx, await saidIn(ask), actOf(ask, keeper));
    return redirect(ask.view.href(toolsBase(keeper)), `tools.${outcome}`);
  }),

  // One tap: this lacks, or still does.
  post(`${side.base}/besoin`, side.writes, async (ask) => {
    const keeper = await side.find(ask);
    if (!side.may(ask, keeper)) return notFound();
    const code = ask.form.get("tool");
    const tool = (await allTools(ask.tx)).find((one) => one.code === code && !one.removed);
    if (!tool) return notFound();
    await sayTools(ask.tx, new Map([[tool.code, "lacks"]]), actOf(ask, keeper), true);
    return redirect(ask.view.href(toolsBase(keeper)), "tools.declared");
  }),
];

/** `parts`: what other rooms have for what an association lacks. */
export const toolRoutes = (parts: readonly ToolsPart[]): Route[] =>
  sides.flatMap((side) => routesOf(side, parts));
