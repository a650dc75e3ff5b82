import { createAssociation } from "../../associations/index.ts";
import { ensurePlace } from "../../places/index.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import assert from "node:assert/strict";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { blankTimetable } from "../../scheduling/index.ts";
import { saveLendingPlace } from "../lending-places/write.ts";
import { askForLoan } from "../loans/ask.ts";
import { addModel } from "../models/write.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { addUnits } from "../units/write.ts";
import type { Category } from "../codes.ts";
import type { Hand } from "../journal.ts";

export type Lending = Awaited<ReturnType<typeof openLending>>;

/** A commune that lends at one place, and an association that borrows. */
export async function openLending() {
  const site = await openTestSite();
  site.clock.set("2026-11-26T09:00:00Z");
  const hand: Hand = { actor: { kind: "system" }, at: site.clock.now() };
  const origin = { source: "hand", at: hand.at, actor: hand.actor } as const;
  const timetable = {
    ...blankTimetable(),
    rules: [
      { weekday: "MO", from: 540, until: 720, season: "always", weeks: "every", firstDay: null, lastDay: null }, // prettier-ignore
    ],
  } as const;
  const models = new Map<string, string>();
  const { club, placeId } = await site.database.write(site.communeId, async (tx) => {
    const club = await createAssociation(tx, { name: "Lire ensemble" }, origin);
    await tx
      .insertInto("association_member")
      .values({ association_id: club.id, person_id: site.personId("president"), role: "owner" })
      .execute();
    const placeId = await ensurePlace(tx, { name: "Maison des associations" });
    const terms = { slotMinutes: 30, slotMost: 2, words: null, timetable };
    await saveLendingPlace(tx, { placeId, known: undefined }, terms, hand);
    return { club, placeId };
  });
  const stock = (name: string, tags: readonly string[], category: Category = "screen") =>
    site.database.write(site.communeId, async (tx) => {
      const id = models.get(name) ?? (await addModel(tx, modelOf(name, category), hand));
      models.set(name, id);
      const units = { tags, serial: null, dataPlan: null, acquiredOn: null };
      const outcome = await addUnits(tx, { ...units, modelId: id, placeId }, hand);
      return { tags: "done" in outcome ? outcome.done : 0 };
    });
  return { site, club, hand, placeId, models, stock, lend: (name: string, quantity: number) => lend(site, { modelId: models.get(name) ?? "", placeId, associationId: club.id, quantity }, hand) }; // prettier-ignore
}

const modelOf = (name: string, category: Category) => ({
  name,
  category,
  purpose: "Montrer un film.",
  notice: null,
  valueCents: 45_000,
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
});

/** Promises so many of a model for a weekend of December. */
const lend = (
  site: TestSite,
  what: { modelId: string; placeId: string; associationId: string; quantity: number },
  hand: Hand,
) =>
  site.database.write(site.communeId, async (tx) => {
    const pool = await tx
      .selectFrom("equipment_pool")
      .select(["pool_id", "counter_id"])
      .where("model_id", "=", what.modelId)
      .executeTakeFirstOrThrow();
    const [place] = await lendingPlacesOf(tx, what.placeId);
    const until = new Date("2026-12-07T09:00:00Z");
    return askForLoan(
      tx,
      {
        requestId: what.modelId,
        borrower: { associationId: what.associationId },
        placeId: what.placeId,
        slotMost: place?.slotMost ?? 1,
        regime: "loan",
        purpose: "Ciné-club",
        from: new Date("2026-12-04T08:00:00Z"),
        until,
        reviewOn: null,
        askedBy: null,
        lines: [{ poolId: pool.pool_id, counterId: pool.counter_id, quantity: what.quantity, blockedUntil: until }], // prettier-ignore
        decided: true,
      },
      hand,
    );
  });

const as = "equipment_manager" as const;
export const desk = "/gestion/materiel/inventaires";
export const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

/** What the equipment manager does on the screens of inventories. */
export function keeperOf(site: TestSite) {
  const send = async (bytes: string | Uint8Array, name = "inventaire.csv") => {
    const form = new FormData();
    form.set("_key", crypto.randomUUID());
    form.set("fichier", new File([bytes as BlobPart], name));
    return site.upload(desk, form, { as });
  };
  const brought = async (bytes: string | Uint8Array, name?: string): Promise<string> => {
    const answer = await send(bytes, name);
    assert.equal(answer.status, 303, plain(answer.html).slice(0, 600));
    return answer.location ?? "";
  };
  const seen = async (path: string): Promise<string> => {
    const answer = await site.get(path, { as });
    assert.equal(answer.status, 200, path);
    assert.deepEqual(await htmlFaults(answer.html), [], path);
    return plain(answer.html);
  };
  const acted = async (path: string, fields: Record<string, string> = {}): Promise<string> => {
    const answer = await site.post(path, fields, { as });
    assert.equal(answer.status, 303, plain(answer.html).slice(0, 900));
    return answer.location ?? "";
  };
  const units = () =>
    site.database.read(
      site.communeId,
      (tx) =>
      tx.selectFrom("equipment_unit").select(["tag", "serial", "state", "note", "data_plan"]).orderBy("tag").execute(), // prettier-ignore
    );
  const tags = async () => (await units()).map(({ tag }) => tag);
  return { send, brought, seen, acted, units, tags };
}
