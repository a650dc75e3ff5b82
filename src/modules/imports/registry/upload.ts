import { act } from "../../../platform/db/database.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import {
  postPrepared,
  requirePerson,
  type Ask,
  type House,
  type Route,
} from "../../../platform/http/ask.ts";
import { formState, type Typed } from "../../../platform/http/form.ts";
import { addJob } from "../../../platform/jobs.ts";
import { momentWords } from "../../../ui/dates.ts";
import { hashOf } from "../pipeline/rehearse.ts";
import { importers } from "../tasks.ts";
import { addBatch, batches, batchOfFile, sameFile } from "./batches.ts";
import { task } from "./jobs.ts";
import { largestRegistry, openRegistry, type RegistryRefusal } from "./opening.ts";
import { fileField, listPage } from "./screens/list-page.tsx";
import { urls } from "./urls.ts";
import { refusalWords } from "./words.ts";

type Received =
  { name: string; sha256: string; held: string } | { refusal: RegistryRefusal } | undefined;

/** Recognises the file and holds it, before the transaction; the worker reads it. */
async function receive(form: Typed, house: House): Promise<Received> {
  const sent = form.file(fileField);
  if (!sent) return undefined;
  const opened = await openRegistry(sent.path);
  if ("refusal" in opened) return opened;
  const sha256 = await hashOf(sent.path);
  return { name: sent.name, sha256, held: await house.files.hold(sent.path) };
}

export const uploadRoute: Route = postPrepared(
  urls.list,
  importers,
  largestRegistry,
  receive,
  async (ask, received): Promise<Answer> => {
    if (!received) return again(ask, ask.t("rna:problem.file"));
    if ("refusal" in received) return again(ask, refusalWords(ask.t, received.refusal));
    const by = requirePerson(ask).id;
    const { sha256, name: fileName, held } = received;
    const known = await batchOfFile(ask.tx, sha256, ask.now);
    const outcome = known
      ? ({ refused: "same_file" } as const)
      : await act(ask.tx, sameFile, () => addBatch(ask.tx, { fileName, sha256, at: ask.now, by }));
    if ("refused" in outcome) {
      await ask.house.files.release(held);
      const date = momentWords(ask.lang, known?.made_at ?? ask.now);
      return again(ask, ask.t("rna:problem.same_file", { date }));
    }
    await addJob(ask.tx, task, { batch: outcome.done, held });
    return redirect(ask.view.href(urls.one(outcome.done)));
  },
);

const again = async (ask: Ask, sentence: string): Promise<Answer> =>
  page(
    listPage(ask.view, await batches(ask.tx), formState(ask.form, [{ field: fileField, sentence }])), // prettier-ignore
    422,
  );
