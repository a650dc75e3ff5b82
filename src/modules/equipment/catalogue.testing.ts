import assert from "node:assert/strict";
import { createAssociation } from "../associations/index.ts";
import { ensurePlace } from "../places/index.ts";
import { blankTimetable, type Weekday } from "../scheduling/index.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { htmlFaults } from "../../testing/valid-html.ts";
import { saveLendingPlace } from "./lending-places/write.ts";
import type { ModelFields } from "./models/queries.ts";
import { addModel, showModel } from "./models/write.ts";
import { addUnits } from "./units/write.ts";

export const desk = "/gestion/materiel";

/** What a reader reads, spaces made one. */
export const plain = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

export const modelFields = (fields: Partial<ModelFields> = {}): ModelFields => ({
  name: "Vidéoprojecteur",
  category: "screen",
  purpose: "Montrer un film à une salle.",
  notice: null,
  valueCents: null,
  dayValueCents: null,
  holdsData: false,
  checklist: [],
  pieces: [],
  decision: null,
  longestDays: null,
  leadOpenDays: null,
  bufferMinutes: null,
  onSiteOnly: false,
  ownerRules: null,
  ...fields,
});

type Who = Parameters<TestSite["personId"]>[0];

/** Open on weekday mornings. */
const mornings = () => ({
  ...blankTimetable(),
  rules: (["MO", "TU", "WE", "TH", "FR"] satisfies Weekday[]).map((weekday) => ({
    weekday,
    from: 540,
    until: 720,
    season: "always" as const,
    weeks: "every" as const,
    firstDay: null,
    lastDay: null,
  })),
});

/** A commune that lends from one place, and the association of the president; Thursday 26 November 2026. */
export async function openLending() {
  const site = await openTestSite();
  site.clock.set("2026-11-26T09:00:00Z");
  const hand = { actor: { kind: "system" as const }, at: site.clock.now() };
  const write = <T>(work: Parameters<typeof site.database.write<T>>[1]) =>
    site.database.write(site.communeId, work);
  const open = async (name: string) =>
    write(async (tx) => {
      const placeId = await ensurePlace(tx, { name });
      const terms = { slotMinutes: 30 as const, slotMost: 2, words: null, timetable: mornings() };
      await saveLendingPlace(tx, { placeId, known: undefined }, terms, hand);
      return placeId;
    });
  const place = await open("Maison des associations");
  const join = (name: string, who: Who, role = "owner") =>
    write(async (tx) => {
      const origin = { source: "hand", ...hand } as const;
      const club = await createAssociation(tx, { name }, origin);
      await tx
        .insertInto("association_member")
        .values({ association_id: club.id, person_id: site.personId(who), role })
        .execute();
      return club;
    });
  return {
    site,
    place,
    hand,
    write,
    open,
    join,
    /** A model shown, with so many units at a place. */
    lend: (fields: Partial<ModelFields>, tags: readonly string[], at = place) =>
      write(async (tx) => {
        const id = await addModel(tx, modelFields(fields), hand);
        const units = { modelId: id, placeId: at, tags, serial: null, dataPlan: null, acquiredOn: null }; // prettier-ignore
        await addUnits(tx, units, hand);
        await showModel(tx, id, "shown", hand);
        return id;
      }),
    /** A page as it is read; its HTML holds. */
    seen: async (path: string, who?: Who): Promise<string> => {
      const answer = await site.get(path, who ? { as: who } : {});
      assert.equal(answer.status, 200, path);
      assert.deepEqual(await htmlFaults(answer.html), [], path);
      return plain(answer.html);
    },
    /** Sends a form that is taken; gives where it leads. */
    acted: async (path: string, fields: Record<string, string>, who: Who = "equipment_manager") => {
      const answer = await site.post(path, fields, { as: who });
      assert.equal(answer.status, 303, plain(answer.html).slice(0, 2000));
      return (answer.location ?? "").split("?")[0] ?? "";
    },
    /** Sends a form that is refused; gives what is said. */
    refused: async (
      path: string,
      fields: Record<string, string>,
      who: Who = "equipment_manager",
    ) => {
      const answer = await site.post(path, fields, { as: who });
      assert.equal(answer.status, 422, path);
      return plain(answer.html);
    },
  };
}
export type Lending = Awaited<ReturnType<typeof openLending>>;
