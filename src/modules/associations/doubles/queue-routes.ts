import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { record } from "../../journal/index.ts";
import { recordAsked } from "../record/asked.ts";
import { situationsOf } from "../record/queries.ts";
import { duplicateJudges } from "../rights.ts";
import { urls } from "../urls.ts";
import { pairRefusal } from "./merging.ts";
import { queuePage, type QueueSeen } from "./queue-page.tsx";
import { askForScan } from "./scan.ts";
import { pairSeen, requirePair } from "./seen.ts";
import { decidePair, lockSuspected, nextSuspected, openCount } from "./suggestions.ts";

async function answerQueue(ask: Ask, problem?: string): Promise<Answer> {
  const { tx } = ask;
  const about = await recordAsked(ask);
  const count = await openCount(tx, about?.id);
  const rank = Math.trunc(Number(ask.query.get("rang"))) || 1;
  const passed = Math.min(Math.max(rank - 1, 0), Math.max(count - 1, 0));
  const next = await nextOf(ask, passed, about?.id);
  return page(queuePage(ask.view, { about, count, passed, next, problem }), problem ? 422 : 200);
}

async function nextOf({ tx }: Ask, passed: number, about?: string): Promise<QueueSeen["next"]> {
  const suspected = await nextSuspected(tx, passed, about);
  if (!suspected) return undefined;
  const known = await situationsOf(tx, [suspected.first, suspected.second]);
  const [first, second] = [suspected.first, suspected.second].map((id) =>
    known.find((one) => one.id === id),
  );
  return first && second && { ...(await pairSeen(tx, first, second)), suspected };
}

export const queueRoutes: Route[] = [
  get(urls.duplicates, duplicateJudges, (ask) => answerQueue(ask)),

  post(urls.duplicatesScan, duplicateJudges, async (ask) => {
    await askForScan(ask.tx);
    return redirect(ask.view.href(urls.duplicates), "doubles.scanning");
  }),

  post(urls.pairDistinct(":first", ":second"), duplicateJudges, async (ask) => {
    const [first, second] = await requirePair(ask);
    const refused = pairRefusal(first, second);
    if (refused) return answerQueue(ask, ask.t(`doubles:refused.${refused}`));
    const known = await lockSuspected(ask.tx, first.id, second.id);
    if (known && known.state !== "open") return answerQueue(ask, ask.t("doubles:refused.decided"));
    const by = requirePerson(ask).id;
    await decidePair(ask.tx, [first.id, second.id], { state: "distinct", at: ask.now, by });
    for (const [one, other] of [
      [first.id, second.id],
      [second.id, first.id],
    ] as const)
      await record(ask.tx, {
        actor: { kind: "person", id: by },
        at: ask.now,
        subject: { kind: "association", id: one },
        action: "association.distinct",
        change: { distinctFrom: [null, other] },
      });
    const about = await recordAsked(ask);
    const back = about ? urls.duplicatesOf(about.id) : urls.duplicates;
    return redirect(ask.view.href(back), "doubles.distinct");
  }),
];
