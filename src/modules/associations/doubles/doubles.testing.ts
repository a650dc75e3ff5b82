import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { TestSite } from "../../../testing/site.ts";
import type { AssociationFacts } from "../facts.ts";
import { registryOf } from "../registry.testing.ts";
import type { Origin } from "../record/write.ts";
import { sayTools } from "../tools/write.ts";
import { recordSupport } from "../support/write.ts";
import { following } from "./following.ts";
import { owned } from "./images.ts";
import { mergeRecords, type MergeAsked } from "./merging.ts";
import { scanForDuplicates } from "./scan.ts";
import { splitRecords } from "./unmerging.ts";

/** The dump of everything a merge touches, but the counter of each row, which only ever grows. */
const tables = ["association", ...owned, "proposal", ...following.map(([table]) => table)];

/** Two records of one club, each with what the other lacks, and everything that hangs on a record. */
export const doublesOf = (site: TestSite) => {
  const registry = registryOf(site);
  const write = <T>(work: Parameters<typeof site.database.write<T>>[1]) =>
    site.database.write(site.communeId, work);
  const origin = (): Origin => ({
    source: "hand",
    at: site.clock.now(),
    actor: { kind: "person", id: site.personId("referent") },
  });
  return {
    ...registry,
    write,
    origin,
    scan: () => write(scanForDuplicates),
    merge: (asked: MergeAsked) => write((tx) => mergeRecords(tx, asked, origin())),
    split: (id: string) => write((tx) => splitRecords(tx, id, origin())),
    dump: () =>
      site.database.read(site.communeId, async (tx) => {
        const found: Record<string, unknown> = {};
        for (const table of tables) {
          const { rows } = await sql<{ row: object }>`
            select to_jsonb(t) - 'revision' as row from ${sql.table(table)} t order by to_jsonb(t)::text collate "C"`.execute(
            tx,
          );
          found[table] = rows.map(({ row }) => JSON.stringify(row)).sort();
        }
        return found;
      }),
    /** A club and its double, rich enough for everything to move. */
    pair: async (name: string, more: { rna?: string } = {}): Promise<[string, string]> => {
      const place = { name: `Salle de ${name}`, street: "2 rue du Port", town: "Valbrume" };
      const common: AssociationFacts = {
        name,
        aims: `Pratiquer ensemble les activités du club ${name} toute l’année`,
        createdOn: "1999-03-04",
        seat: { street: "2 rue du Port", postcode: "49000", town: "Valbrume", insee: "49998" },
        places: [place],
      };
      const aims = `Pratiquer ensemble les activités du club ${name}`;
      const text = { field: "aims", by_kind: "association", written_at: site.clock.now() };
      const made = await registry.createMany([
        { ...common, phone: "+33241000001", email: `club@${name.length}.example` },
        {
          ...common,
          name: `${name} Valbrume`,
          ...more,
          aims,
          phone: "+33241000001",
          website: "https://club.example",
          themes: ["sport"],
          places: [place, { name: `Stade de ${name}`, town: "Valbrume" }],
        },
      ]);
      const [one = "", other = ""] = made.map(({ id }) => id);
      const shared = { kind: "session", id: randomUUID() };
      await write(async (tx) => {
        for (const id of [one, other]) {
          const support = { associationId: id, by: null, at: site.clock.now(), day: "2026-09-01" };
          const answer = {
            associationId: id,
            byKind: "association",
            by: site.personId("president"),
            at: site.clock.now(),
          } as const;
          await sayTools(tx, new Map([["connection", "lacks"], id === one ? ["video", "has"] : ["printer", "lacks"]]), answer); // prettier-ignore
          const designated = { kind: "structuring", criterion: "only_one", since: "2026-09-01" };
          await tx
            .insertInto("association_designation")
            .values({ ...designated, association_id: id, made_at: site.clock.now() })
            .execute();
          // One session both came to, and a visit to each.
          await recordSupport(tx, { ...support, kind: "session", source: shared });
          const own = { kind: "hand", id: randomUUID() };
          await recordSupport(tx, { ...support, kind: "visit", source: own, note: `Vu ${name}` });
          await tx
            .insertInto("confirmation")
            .values({
              association_id: id,
              section: "contact",
              confirmed_at: site.clock.now(),
              by_kind: "agent",
              how: "phone",
            })
            .execute();
          await tx
            .insertInto("association_member")
            .values({
              association_id: id,
              person_id: site.personId("president"),
              role: id === one ? "reader" : "owner",
              since: site.clock.now(),
            })
            .execute();
        }
        await tx
          .insertInto("association_translation")
          .values([
            {
              ...text,
              association_id: one,
              lang: "en",
              body: "Together.",
              french: common.aims ?? "",
            },
            { ...text, association_id: other, lang: "en", body: "All together.", french: aims },
            { ...text, association_id: other, lang: "ar", body: "معا", french: aims },
          ])
          .execute();
        await tx
          .insertInto("association_contact")
          .values({
            contact_id: randomUUID(),
            association_id: other,
            position: 2,
            name: "Ana Prez",
            phone: "+33241000009",
          })
          .execute();
        await tx
          .insertInto("proposal")
          .values({
            kind: "error",
            association_id: other,
            body: "Le prix a changé.",
            created_at: site.clock.now(),
          })
          .execute();
      });
      return [one, other];
    },
    revisions: async (...ids: string[]): Promise<Record<string, number>> =>
      Object.fromEntries(
        await Promise.all(
          ids.map(async (id) => [id, (await registry.known(id)).revision] as const),
        ),
      ),
    suggestions: () =>
      site.database.read(site.communeId, (tx) =>
        tx
          .selectFrom("duplicate_suggestion")
          .selectAll()
          .orderBy("first_id")
          .orderBy("second_id")
          .execute(),
      ),
  };
};
