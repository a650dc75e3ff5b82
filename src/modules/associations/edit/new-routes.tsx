import { act } from "../../../platform/db/database.ts";
import { page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { publish } from "../../communes/index.ts";
import type { LegalForm } from "../codes.ts";
import type { AssociationFacts } from "../facts.ts";
import { createAssociation } from "../record/create.ts";
import type { Patch } from "../record/fields.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";
import { likelyMatches, type Likely } from "./likely.ts";
import { newPage } from "./new-page.tsx";
import { byHand } from "./routes.tsx";
import { editSections } from "./sections.ts";

const wrong = (ask: Ask, problems: readonly Problem[], likely: readonly Likely[] = []) =>
  page(newPage(ask.view, formState(ask.form, problems), likely), 422);

const taken = { association_rna_unique: "rna", association_siret_unique: "siret" } as const;

export const newRoutes: Route[] = [
  get(urls.newOne, recordWriters, (ask) =>
    page(
      newPage(
        ask.view,
        { values: { legalForm: "declared", name: ask.query.get("nom") ?? "" }, errors: {} },
        [],
      ),
    ),
  ),

  post(urls.newOne, recordWriters, async (ask) => {
    const { schema, fields } = editSections.identite;
    const shaped = shape(ask.t, schema, ask.form, fields);
    if ("problems" in shaped) return wrong(ask, shaped.problems);
    const facts = factsOf(shaped.value);
    const likely = await likelyMatches(ask.tx, facts.name);
    if (likely.length && !ask.form.has("anyway")) return wrong(ask, [], likely);
    const outcome = await act(ask.tx, taken, () => createAssociation(ask.tx, facts, byHand(ask)));
    if ("refused" in outcome) {
      const sentence = ask.t(`registry:problem.${outcome.refused}.taken`);
      return wrong(ask, [{ field: outcome.refused, sentence }]);
    }
    await publish(ask.tx);
    return redirect(ask.view.href(urls.edit(outcome.done.id)), "registry.created");
  }),
];

const factsOf = (typed: Patch): AssociationFacts => ({
  name: typed.name ?? "",
  ...(typed.legalForm ? { legalForm: typed.legalForm as LegalForm } : {}),
  ...(typed.acronym ? { acronym: typed.acronym } : {}),
  ...(typed.rna ? { rna: typed.rna } : {}),
  ...(typed.siret ? { siret: typed.siret } : {}),
  ...(typed.createdOn ? { createdOn: typed.createdOn } : {}),
});
