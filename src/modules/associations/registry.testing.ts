import assert from "node:assert/strict";
import type { TestSite } from "../../testing/site.ts";
import { historyOf } from "../journal/index.ts";
import type { AssociationFacts } from "./facts.ts";
import { createAssociations } from "./record/create.ts";
import { situationOf } from "./record/queries.ts";

export const referent = { as: "referent" } as const;
export const elsewhere = { as: "referent", host: "autreville.test" } as const;
export const list = "/gestion/associations";

/** A value hidden in a form of a page. */
export const hidden = (html: string, name: string): string =>
  (html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** What tests of the registry do over and over, on one site. */
export const registryOf = (site: TestSite) => {
  const createMany = (facts: readonly AssociationFacts[]) =>
    site.database.write(site.communeId, (tx) =>
      createAssociations(tx, facts, {
        source: "hand",
        at: site.clock.now(),
        actor: { kind: "person", id: site.personId("referent") },
      }),
    );
  return {
    createMany,
    /** Adds an association by hand; gives its id. */
    created: async (name: string, rna?: string): Promise<string> => {
      const [one] = await createMany([{ name, ...(rna ? { rna } : {}) }]);
      return one?.id ?? "";
    },
    known: async (id: string) => {
      const situation = await site.database.read(site.communeId, (tx) => situationOf(tx, id));
      assert.ok(situation);
      return situation;
    },
    lines: (id: string) =>
      site.database.read(site.communeId, (tx) => historyOf(tx, "association", id)),
    /** What the form of a part sends with what is typed: its revision and what it was opened on. */
    opened: async (id: string, section: string) => {
      const { html } = await site.get(`${list}/${id}/modifier/${section}`, referent);
      return { _revision: hidden(html, "_revision"), _base: hidden(html, "_base") };
    },
  };
};
