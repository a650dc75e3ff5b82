import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { blankForm } from "../../../ui/index.ts";
import { publish } from "../../communes/index.ts";
import { record } from "../../journal/index.ts";
import { importers } from "../tasks.ts";
import { acceptProposals, type Accepted } from "./accept.ts";
import { batchById, batches, type Batch } from "./batches.ts";
import { answerBatch } from "./batch-answer.ts";
import { decide, lockProposals, type Chosen } from "./proposals.ts";
import { kinds } from "./rules.ts";
import { listPage } from "./screens/list-page.tsx";
import { takeBack, undoBatch, type TakenBack } from "./undo.ts";
import { uploadRoute } from "./upload.ts";
import { urls } from "./urls.ts";

const requireBatch = async (ask: Ask): Promise<Batch> =>
  (await batchById(ask.tx, ask.params["id"] ?? "")) ?? notFound();

/** What the form names: a proposal, a kind, or everything. */
function chosenIn(ask: Ask): Chosen {
  const id = ask.form.get("proposal");
  const kind = kinds.find((one) => one === ask.form.get("kind"));
  if (!id && !kind && ask.form.get("all") !== "yes") return notFound();
  if (id && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return notFound();
  return { ids: id ? [id] : undefined, kind };
}

const originOf = (ask: Ask) => ({
  source: "registry" as const,
  at: ask.now,
  actor: { kind: "person" as const, id: requirePerson(ask).id },
});

/** Back to the kind one was answering, or to what was answered. */
const back = (ask: Ask, batch: Batch, notice?: string): Answer => {
  const shown = ask.form.get("back");
  const known = kinds.some((one) => one === shown) || shown === "traitees";
  return redirect(ask.view.href(known ? urls.shown(batch.id, shown) : urls.one(batch.id)), notice);
};

const journal = (ask: Ask, batch: Batch, action: string, change: object) =>
  record(ask.tx, {
    actor: originOf(ask).actor,
    at: ask.now,
    subject: { kind: "registry_batch", id: batch.id },
    action,
    change: { ...change },
  });

export const registryRoutes: Route[] = [
  get(urls.list, importers, async (ask) =>
    page(listPage(ask.view, await batches(ask.tx), blankForm)),
  ),
  uploadRoute,
  get(urls.one(":id"), importers, async (ask) => answerBatch(ask, await requireBatch(ask))),

  post(urls.acceptance(":id"), importers, async (ask) => {
    const batch = await requireBatch(ask);
    const accepted = await acceptProposals(ask.tx, batch.id, chosenIn(ask), originOf(ask));
    const why = whyLeft(ask, accepted);
    if (accepted.accepted > 0) {
      await journal(ask, batch, "registry.accepted", { accepted: accepted.accepted });
      await publish(ask.tx);
    }
    if (why) return answerBatch(ask, await requireBatch(ask), why);
    return back(ask, batch, "rna.accepted");
  }),

  post(urls.refusal(":id"), importers, async (ask) => {
    const batch = await requireBatch(ask);
    const chosen = chosenIn(ask);
    const open = await lockProposals(ask.tx, batch.id, "open", chosen, { limit: 1_000_000 });
    if (open.length === 0) return answerBatch(ask, batch, ask.t("rna:left.already"));
    const refused = open.map(({ id, associationId }) => ({
      id,
      state: "refused" as const,
      association: associationId,
    }));
    await decide(ask.tx, refused, ask.now, requirePerson(ask).id);
    await journal(ask, batch, "registry.refused", { refused: refused.length });
    return back(ask, batch, "rna.refused");
  }),

  post(urls.takingBack(":id"), importers, async (ask) => {
    const batch = await requireBatch(ask);
    const taken = await takeBack(ask.tx, batch.id, chosenIn(ask), originOf(ask));
    if (taken.reopened === 0) return answerBatch(ask, batch, ask.t("rna:left.already"));
    return afterUndo(ask, batch, taken, "registry.reopened");
  }),

  post(urls.undo(":id"), importers, async (ask) => {
    const batch = await requireBatch(ask);
    if (batch.state !== "ready") return answerBatch(ask, batch, ask.t("rna:left.undone"));
    return afterUndo(ask, batch, await undoBatch(ask.tx, batch.id, originOf(ask)), "registry.undone"); // prettier-ignore
  }),
];

async function afterUndo(
  ask: Ask,
  batch: Batch,
  taken: TakenBack,
  action: string,
): Promise<Answer> {
  await journal(ask, batch, action, taken);
  await publish(ask.tx);
  if (taken.kept === 0) return back(ask, batch, "rna.taken_back");
  return answerBatch(ask, await requireBatch(ask), ask.t("rna:left.kept", { count: taken.kept }));
}

/** What was not accepted, and why; nothing when all was. */
function whyLeft(ask: Ask, { accepted, left }: Accepted): string | undefined {
  const reasons = Object.entries(left) as [keyof Accepted["left"], number][];
  if (reasons.length === 0) return accepted === 0 ? ask.t("rna:left.already") : undefined;
  // Protected values are shown apart, where they wait: nobody needs an alarm about them.
  if (reasons.every(([reason]) => reason === "locked") && accepted > 0) return undefined;
  return [
    ...(accepted > 0 ? [ask.t("rna:left.accepted", { count: accepted })] : []),
    ...reasons.map(([reason, count]) => ask.t(`rna:left.${reason}`, { count })),
  ].join(" ");
}
