import { readFile } from "node:fs/promises";
import { file, notFound, page, redirect, type Answer } from "../../platform/http/answer.ts";
import {
  get,
  post,
  postPrepared,
  requirePerson,
  type Ask,
  type House,
  type Route,
  type Tenant,
} from "../../platform/http/ask.ts";
import { formState, type Problem, type Typed } from "../../platform/http/form.ts";
import { staff } from "../../platform/http/person.ts";
import { PrintingFault } from "../../platform/pdf.ts";
import { faultSentence } from "./fault-sentence.ts";
import { letterheadOf } from "./letterhead.ts";
import { listPage } from "./list-page.tsx";
import { onePage } from "./one-page.tsx";
import { press } from "./press.ts";
import type { Printable } from "./printable.ts";
import { saveVersion, versionsOf } from "./queries.ts";
import { longestSource } from "./rules.ts";
import { urls } from "./urls.ts";

const writers = staff("equipment_manager");

/** A text tried with invented values: the document, or what is wrong with it. */
type Tried = { kind: string; pdf: Uint8Array } | { kind: string; problem: string };

/** Screens of the templates of every room. */
export function printingRoutes(printables: readonly Printable[]): Route[] {
  const find = (kind: string | undefined): Printable =>
    printables.find((one) => one.kind === kind) ?? notFound();

  async function answer(ask: Ask, problems: readonly Problem[] = []): Promise<Answer> {
    const printable = find(ask.params["kind"]);
    const versions = await versionsOf(ask.tx, printable.kind);
    const shipped = await readFile(printable.template, "utf8");
    const asked = Number(ask.query.get("version") ?? NaN);
    const shown = versions.find(({ version }) => version === asked) ?? versions[0];
    const typed = problems.length > 0;
    const sample = await printable.sample(ask.t);
    const body = onePage(ask.view, {
      printable,
      versions,
      shown: typed ? undefined : shown,
      sample: { ...sample.data, head: await letterheadOf(ask.tx, ask.tenant.id, ask.now) },
      form: typed
        ? formState(ask.form, problems)
        : { values: { source: shown?.source ?? shipped }, errors: {} },
    });
    return page(body, typed ? 422 : 200);
  }

  async function attempt(form: Typed, house: House, tenant: Tenant): Promise<Tried> {
    const t = house.words("fr");
    const kind = form.get("kind");
    const printable = printables.find((one) => one.kind === kind);
    const source = form.get("source");
    if (!printable || !source) return { kind, problem: t("templates:problem.empty") };
    if (source.length > longestSource) return { kind, problem: t("templates:problem.long") };
    const at = house.clock.now();
    const head = await house.database.read(tenant.id, (tx) => letterheadOf(tx, tenant.id, at));
    try {
      return { kind, pdf: await press(printable, source, head, await printable.sample(t), at) };
    } catch (fault) {
      if (!(fault instanceof PrintingFault)) throw fault;
      return { kind, problem: faultSentence(t, fault.fault, source) };
    }
  }

  /** What was tried, of the document of the address. */
  const tried = (ask: Ask, prepared: Tried): Tried =>
    prepared.kind === find(ask.params["kind"]).kind ? prepared : notFound();

  const keep = async (ask: Ask, source: string | null): Promise<Answer> => {
    const { kind } = find(ask.params["kind"]);
    const { id } = requirePerson(ask);
    const hand = { actor: { kind: "person" as const, id }, at: ask.now, by: id };
    const before = Number(ask.form.get("_revision")) || 0;
    const kept = await saveVersion(ask.tx, { kind, before, source }, hand);
    if (!("refused" in kept))
      return redirect(
        ask.view.href(urls.one(kind)),
        source === null ? "templates.shipped" : "templates.saved",
      );
    if (source === null) return redirect(ask.view.href(urls.one(kind)), "templates.meanwhile");
    return answer(ask, [{ field: "", sentence: ask.t("templates:problem.meanwhile") }]);
  };

  return [
    get(urls.list, writers, async (ask) =>
      page(listPage(ask.view, printables, await versionsOf(ask.tx))),
    ),
    get(urls.one(":kind"), writers, (ask) => answer(ask)),
    postPrepared(urls.trial(":kind"), writers, 200_000, attempt, (ask, prepared) => {
      const made = tried(ask, prepared);
      if ("problem" in made) return answer(ask, [{ field: "source", sentence: made.problem }]);
      return file(made.pdf, "application/pdf", `essai-${made.kind}.pdf`);
    }),
    postPrepared(urls.one(":kind"), writers, 200_000, attempt, (ask, prepared) => {
      const made = tried(ask, prepared);
      if ("problem" in made) return answer(ask, [{ field: "source", sentence: made.problem }]);
      return keep(ask, ask.form.get("source"));
    }),
    post(urls.shipped(":kind"), writers, (ask) => keep(ask, null)),
  ];
}
