import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { publish } from "../../communes/index.ts";
import { duplicateJudges } from "../rights.ts";
import { urls } from "../urls.ts";
import { mergesPage, splitPage } from "./merges-page.tsx";
import { mergeById, mergeLines, type MergeRow } from "./queries.ts";
import { editedSince, splitRecords, splitRefusal, type SplitRefusal } from "./unmerging.ts";

const requireMerge = async (ask: Ask): Promise<MergeRow> =>
  (await mergeById(ask.tx, ask.params["id"] ?? "")) ?? notFound();

async function answerSplit(ask: Ask, merge: MergeRow, refused?: SplitRefusal): Promise<Answer> {
  const body = splitPage(ask.view, {
    id: merge.merge_id,
    kept: String(merge.images.kept.association["name"]),
    absorbed: String(merge.images.absorbed.association["name"]),
    at: merge.merged_at,
    erased: merge.images.erased ?? 0,
    edited: refused ? undefined : await editedSince(ask.tx, merge),
    problem: refused && ask.t(`doubles:refused.${refused}`),
  });
  return page(body, refused && ask.request.method !== "GET" ? 422 : 200);
}

export const mergesRoutes: Route[] = [
  get(urls.merges, duplicateJudges, async (ask) =>
    page(mergesPage(ask.view, await mergeLines(ask.tx))),
  ),

  get(urls.merge(":id"), duplicateJudges, async (ask) => {
    const merge = await requireMerge(ask);
    return answerSplit(ask, merge, await splitRefusal(ask.tx, merge));
  }),

  post(urls.mergeSplit(":id"), duplicateJudges, async (ask) => {
    const merge = await requireMerge(ask);
    const outcome = await splitRecords(ask.tx, merge.merge_id, {
      source: "hand",
      at: ask.now,
      actor: { kind: "person", id: requirePerson(ask).id },
    });
    if ("refused" in outcome) return answerSplit(ask, merge, outcome.refused);
    await publish(ask.tx);
    return redirect(ask.view.href(urls.merges), "doubles.split");
  }),
];
