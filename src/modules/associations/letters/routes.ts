import { dayOf } from "../../../platform/clock.ts";
import { file, notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { addJob } from "../../../platform/jobs.ts";
import { requireSituation } from "../edit/routes.tsx";
import { bulkMakers, recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import {
  addBatch,
  type Batch,
  batchById,
  latestBatches,
  partFiles,
  setBatchState,
} from "./batches.ts";
import { batchPage } from "./batch-page.tsx";
import { lettersPage } from "./pages.tsx";
import { recordBatch } from "./printing.ts";
import { associationNames } from "../record/queries.ts";
import { postedBy, postedToOne } from "./queries.ts";
import { audiences, type Posted } from "./rules.ts";

export const printTask = "print_letters";

/** A worker that was stopped leaves a batch where it is for so long before the page offers to go on. */
const stoppedAfterMs = 3 * 60_000;

export const letterRoutes: Route[] = [
  get(urls.letters, bulkMakers, async (ask) => {
    const posted = await postedBy(ask.tx, audiences, dayOf(ask.now));
    const counts = audiences.map((audience) => {
      const { reached, unaddressed } = posted[audience];
      return { audience, reached: reached.length, unaddressed: unaddressed.length };
    });
    return page(lettersPage(ask.view, { counts, batches: await latestBatches(ask.tx) }));
  }),
  post(urls.letters, bulkMakers, async (ask) => {
    const typed = ask.form.get("audience");
    const audience = audiences.find((one) => one === typed);
    if (!audience) return redirect(ask.view.href(urls.letters));
    const posted = await postedBy(ask.tx, [audience], dayOf(ask.now));
    return start(ask, { audience, ...posted[audience] }, urls.letters);
  }),
  post(urls.letterTo(":id"), recordWriters, async (ask) => {
    const { id } = await requireSituation(ask);
    const found = await postedToOne(ask.tx, id, dayOf(ask.now));
    return start(ask, { audience: "one", ...found }, urls.one(id));
  }),

  get(urls.letterBatch(":id"), recordWriters, async (ask) => {
    const batch = await requireBatch(ask);
    const names = await associationNames(ask.tx, batch.unaddressedIds);
    const [only] = await associationNames(ask.tx, batch.associationIds.slice(0, 1));
    const stopped =
      batch.state === "waiting" && ask.now.getTime() - batch.movedAt.getTime() > stoppedAfterMs;
    const answer = page(
      batchPage(ask.view, { batch, unaddressed: names, only, stopped, today: dayOf(ask.now) }),
    );
    const moving = batch.state === "waiting" && !stopped;
    return moving ? { ...answer, headers: { ...answer.headers, refresh: "3" } } : answer;
  }),
  post(urls.letterBatchAgain(":id"), recordWriters, async (ask) => {
    const batch = await requireBatch(ask);
    await setBatchState(ask.tx, batch.id, "waiting", ask.now);
    await addJob(ask.tx, printTask, { batch: batch.id }, { key: `letters:${batch.id}` });
    return redirect(ask.view.href(urls.letterBatch(batch.id)));
  }),
  get(urls.letterPart(":id", ":part"), recordWriters, async (ask) => {
    const batch = await requireBatch(ask);
    const part = Number(ask.params["part"]);
    const kept = (await partFiles(ask.tx, batch))[part - 1];
    const bytes = kept && (await ask.house.files.read(kept.sha256));
    if (!bytes) return notFound();
    const name = ask.t("letters:fileName", { day: dayOf(batch.madeAt), part });
    const answer = file(bytes, "application/pdf", name, true);
    return { ...answer, headers: { ...answer.headers, "cache-control": "private, no-store" } };
  }),
];

type Wanted = Posted & { audience: Batch["audience"] };

/** Keeps whom to write to, and leaves the printing to the worker. */
async function start(ask: Ask, wanted: Wanted, from: string): Promise<Answer> {
  if (!wanted.reached.length) return redirect(ask.view.href(from), "letters.nobody");
  const by = requirePerson(ask).id;
  const id = await addBatch(ask.tx, { ...wanted, at: ask.now, by });
  await recordBatch(ask.tx, { kind: "person", id: by }, ask.now, id, wanted.reached.length);
  await addJob(ask.tx, printTask, { batch: id }, { key: `letters:${id}` });
  return redirect(ask.view.href(urls.letterBatch(id)));
}

async function requireBatch(ask: Ask): Promise<Batch> {
  return (await batchById(ask.tx, ask.params["id"] ?? "")) ?? notFound();
}
