import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { parsedJson } from "../../../platform/json.ts";
import { publish } from "../../communes/index.ts";
import { referents } from "../list/queries.ts";
import { namesOf } from "../history/queries.ts";
import { reportText } from "../proposals/queries.ts";
import type { Patch } from "../record/fields.ts";
import { situationOf } from "../record/queries.ts";
import type { Origin } from "../record/write.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { partsPage, sectionPage } from "./pages.tsx";
import { saveSection, type Conflict } from "./save.ts";
import {
  editSections,
  isSection,
  sectionBase,
  sectionValues,
  type SectionName,
} from "./sections.ts";

/** The origin of what an agent writes. */
export const byHand = (ask: Ask, source: Origin["source"] = "hand"): Origin => ({
  source,
  at: ask.now,
  actor: { kind: "person", id: requirePerson(ask).id },
});

/** The record an address names, whole. */
export const requireSituation = async (ask: Ask) =>
  (await situationOf(ask.tx, ask.params["id"] ?? "")) ?? notFound();

const sectionOf = (ask: Ask): SectionName => {
  const section = ask.params["section"] ?? "";
  return isSection(section) ? section : notFound();
};

async function answerForm(
  ask: Ask,
  wrong?: { problems?: readonly Problem[]; conflict?: Conflict },
): Promise<Answer> {
  const situation = wrong?.conflict?.situation ?? (await requireSituation(ask));
  const section = sectionOf(ask);
  const reportId = ask.form.get("_report") || (ask.query.get("signalement") ?? "");
  const body = sectionPage(ask.view, {
    situation,
    section,
    // After a problem the form keeps the state it was opened on; after a conflict, the one just shown.
    base: wrong?.problems ? readBase(ask) : sectionBase(section, situation.record),
    form: wrong
      ? formState(ask.form, wrong.problems ?? [])
      : { values: sectionValues(section, situation.record), errors: {} },
    referents: section === "etat" ? await referents(ask.tx) : [],
    conflict: wrong?.conflict,
    report: await reportText(ask.tx, reportId, situation.id),
    ...(wrong?.problems ? { revision: Number(ask.form.get("_revision")) } : {}),
  });
  return page(body, wrong ? 422 : 200);
}

/** What the part said when its form was opened, as the form carried it. */
export function readBase(ask: Ask): Patch {
  const base = parsedJson(ask.form.get("_base"));
  return typeof base === "object" && base !== null ? base : {};
}

const refusals = { rna_taken: "rna", siret_taken: "siret" } as const;

export const editRoutes: Route[] = [
  get(urls.edit(":id"), recordWriters, async (ask) => {
    const situation = await requireSituation(ask);
    return page(partsPage(ask.view, situation, await namesOf(ask.tx, [situation.record.referent])));
  }),

  get(urls.section(":id", ":section"), recordWriters, (ask) => answerForm(ask)),

  post(urls.section(":id", ":section"), recordWriters, async (ask) => {
    const section = sectionOf(ask);
    const { schema, fields, lists } = editSections[section];
    const shaped = shape(ask.t, schema, ask.form, fields, lists);
    if ("problems" in shaped) return answerForm(ask, { problems: shaped.problems });
    const patch: Patch = shaped.value;
    if (patch.referent && !(await referents(ask.tx)).some(({ id }) => id === patch.referent)) {
      const sentence = ask.t("registry:problem.choice");
      return answerForm(ask, { problems: [{ field: "referent", sentence }] });
    }
    const id = ask.params["id"] ?? "";
    const revision = Number(ask.form.get("_revision"));
    const edit = { id, patch, base: readBase(ask), revision };
    const outcome = (await saveSection(ask.tx, edit, byHand(ask))) ?? notFound();
    if ("conflict" in outcome) return answerForm(ask, { conflict: outcome.conflict });
    if ("refused" in outcome) {
      const field = refusals[outcome.refused];
      const sentence = ask.t(`registry:problem.${field}.taken`);
      return answerForm(ask, { problems: [{ field, sentence }] });
    }
    if (!outcome.saved) return redirect(ask.view.href(urls.edit(id)), "registry.unchanged");
    await publish(ask.tx);
    const back = ask.form.get("_report") ? urls.proposals : urls.edit(id);
    return redirect(ask.view.href(back), "registry.saved");
  }),
];
