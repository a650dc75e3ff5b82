import { z } from "zod";
import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, say, shape, type Problem } from "../../../platform/http/form.ts";
import { associationsNamed, plainWords, situationOf } from "../../associations/index.ts";
import { urls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { tellConvention } from "./letters.ts";
import { proposePage } from "./propose-page.tsx";
import { lackingConvention, propose, usualWordsOf } from "./queries.ts";
import { longestWords } from "./rules.ts";
import { seasonsOpen, yearAgo } from "./season.ts";
import { usualWords } from "./text.ts";
import { isUuid } from "../../people/index.ts";

const schema = z.object({
  season: z.string().min(1, say("conventiondesk:problem.season")),
  words: z
    .string()
    .min(1, say("conventiondesk:problem.words"))
    .max(longestWords, say("lending:problem.long")),
});

type Named = { id: string; name: string };

/** The association named, if one is. */
async function named(ask: Ask, id: string): Promise<Named | undefined> {
  if (!id) return undefined;
  const situation = isUuid(id) ? await situationOf(ask.tx, id) : undefined;
  return situation ? { id: situation.id, name: situation.record.name } : notFound();
}

const lackingFor = (ask: Ask, season: { from: string; to: string }): Promise<Named[]> =>
  lackingConvention(ask.tx, season, new Date(yearAgo(dayOf(ask.now))));

async function show(
  ask: Ask,
  association: Named | undefined,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const seasons = seasonsOpen(dayOf(ask.now));
  const [first] = seasons;
  if (!first) return notFound();
  const text = (ask.query.get("cherche") ?? "").trim().slice(0, 80);
  const plain = plainWords(text).join(" ");
  const usual = { season: first.from, words: (await usualWordsOf(ask.tx)) ?? usualWords };
  const body = proposePage(ask.view, {
    association,
    lacking: association ? 0 : (await lackingFor(ask, first)).length,
    seasons,
    sought: text
      ? { text, found: plain ? await associationsNamed(ask.tx, { text, plain }, 10) : [] }
      : undefined,
    form: problems.length ? formState(ask.form, problems) : { values: usual, errors: {} },
  });
  return page(body, problems.length ? 422 : 200);
}

async function send(ask: Ask): Promise<Answer> {
  const association = await named(ask, ask.form.get("association"));
  const read = shape(ask.t, schema, ask.form, ["season", "words"]);
  if ("problems" in read) return show(ask, association, read.problems);
  const season = seasonsOpen(dayOf(ask.now)).find(({ from }) => from === read.value.season);
  const wrong = (key: "season" | "already" | "nobody") =>
    show(ask, association, [{ field: key === "season" ? "season" : "", sentence: ask.t(`conventiondesk:problem.${key}`) }]); // prettier-ignore
  if (!season) return wrong("season");
  const to = association ? [association] : await lackingFor(ask, season);
  if (to.length === 0) return wrong("nobody");
  const common = { season, words: read.value.words, by: requirePerson(ask).id };
  for (const one of to) {
    const made = await propose(ask.tx, { associationId: one.id, ...common }, handOf(ask));
    // Somebody proposed it meanwhile: for one alone it is said, among many it is as wanted.
    if ("refused" in made && association) return wrong("already");
    if ("refused" in made) continue;
    const told = { id: made.done, associationId: one.id, associationName: one.name };
    await tellConvention(ask, { ...told, untilDay: season.to }, "proposed");
  }
  return redirect(ask.view.href(urls.deskConventions), "conventiondesk.proposed");
}

export const proposeRoutes: Route[] = [
  get(urls.proposeConvention, keepers, async (ask) =>
    show(ask, await named(ask, ask.query.get("association") ?? "")),
  ),
  post(urls.proposeConvention, keepers, send),
];
