import assert from "node:assert/strict";
import { createAssociation } from "../associations/index.ts";
import { ensurePlace } from "../places/index.ts";
import { openTestSite } from "../../testing/site.ts";
import { htmlFaults } from "../../testing/valid-html.ts";

export const desk = "/gestion/materiel";
const as = "equipment_manager";
type Someone = typeof as | "president" | "resident";
type Fields = Record<string, string | string[]>;

/** A page as it is read, without its marks. */
export const plain = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

/** Mornings of the week, two hand-overs each half hour. */
export const mornings = { season: "same", public: "closed", commune_days: "on", slotMinutes: "30", slotMost: "2", words: "", week_MO: "9h-12h", week_TU: "9h-12h", week_WE: "9h-12h", week_TH: "9h-12h", week_FR: "9h-12h" }; // prettier-ignore
/** Rules that accept at once what may be lent. */
export const easyRules = { openTo: "all", decision: "rules", insurance: "", lateWaits: "on", seasonLoans: "", remindBefore: "on", remindAfter: "on", leadOpenDays: "0", longestDays: "14", furthestDays: "180", bufferHours: "1" }; // prettier-ignore

/** A site whose president belongs to Lire ensemble, with a place; its pages read, its forms sent. */
export async function openLending(now: string) {
  const site = await openTestSite();
  site.clock.set(now);
  const origin = { source: "hand", at: site.clock.now(), actor: { kind: "system" } } as const;
  const { place, club } = await site.database.write(site.communeId, async (tx) => {
    const lire = await createAssociation(tx, { name: "Lire ensemble" }, origin);
    await tx
      .insertInto("association_member")
      .values({ association_id: lire.id, person_id: site.personId("president"), role: "owner" })
      .execute();
    return { club: lire, place: await ensurePlace(tx, { name: "Maison des associations" }) };
  });

  const seen = async (path: string, who: Someone = as): Promise<string> => {
    const answer = await site.get(path, { as: who });
    assert.equal(answer.status, 200, path);
    assert.deepEqual(await htmlFaults(answer.html), [], path);
    return plain(answer.html);
  };
  /** Sends what is done; gives where it leads, with its notice. */
  const acted = async (path: string, fields: Fields, who: Someone = as): Promise<string> => {
    const answer = await site.post(path, fields, { as: who });
    assert.equal(answer.status, 303, `${path} ${plain(answer.html).slice(0, 3000)}`);
    return answer.location ?? "";
  };
  const refused = async (path: string, fields: Fields, who: Someone = as): Promise<string> => {
    const answer = await site.post(path, fields, { as: who });
    assert.equal(answer.status, 422, path);
    return plain(answer.html);
  };
  /** A model shown, with units; gives its page. */
  const addModel = async (fields: Record<string, string>, tags: string): Promise<string> => {
    const path = (await acted(`${desk}/modeles/nouveau`, { decision: "", ...fields })).split("?")[0] ?? ""; // prettier-ignore
    await acted(`${path}/exemplaires`, { tags, place });
    await acted(`${path}/publication`, {});
    return path;
  };
  /** What the fields of a page of hand-over or return hold: the units proposed, all in good condition. */
  const fieldsOf = async (path: string): Promise<Record<string, string>> => {
    const { html } = await site.get(path, { as });
    const fields: Record<string, string> = {};
    for (const [, name = "", options = ""] of html.matchAll(
      /<select[^>]*name="(u_[^"]+)"[^>]*>(.*?)<\/select>/gs,
    ))
      // prettier-ignore
      fields[name] = /value="([^"]+)" selected/.exec(options)?.[1] ?? "";
    for (const [, name = ""] of html.matchAll(/type="radio" name="(c_[^"]+)"/g)) fields[name] = "good"; // prettier-ignore
    return fields;
  };
  /** The pools shown on some days, in the order of the page. */
  const pools = async (du: string, au: string): Promise<string[]> => {
    const { html } = await site.get(`/materiel?du=${du}&au=${au}&n=${Math.random()}`);
    return [...html.matchAll(/name="q_([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);
  };
  const loansAsked = () =>
    site.database.read(site.communeId, (tx) => tx.selectFrom("loan").select("loan_id").execute());
  /** What the president asks for; gives the page of the loan at the desk. */
  const ask = async (lines: Record<string, string>, du: string, au: string): Promise<string> => {
    const asked = { du, au, ...lines, purpose: "Atelier", [`out_${place}`]: "540", [`back_${place}`]: "600" }; // prettier-ignore
    // Several may be asked at one instant of the clock: the new one is the one that was not there.
    const before = (await loansAsked()).map(({ loan_id: id }) => id);
    await acted("/materiel/demande", asked, "president");
    const added = (await loansAsked()).find(({ loan_id: id }) => !before.includes(id));
    return `${desk}/prets/${added?.loan_id}`;
  };
  const stateOf = async (path: string): Promise<string> => {
    const id = path.split("/").at(-1) ?? "";
    const loan = await site.database.read(site.communeId, (tx) =>
      tx.selectFrom("loan").select("state").where("loan_id", "=", id).executeTakeFirstOrThrow(),
    );
    return loan.state;
  };
  const unitId = async (tag: string): Promise<string> => {
    const unit = await site.database.read(
      site.communeId,
      (tx) =>
      tx.selectFrom("equipment_unit").select("unit_id").where("tag", "=", tag).executeTakeFirstOrThrow(), // prettier-ignore
    );
    return unit.unit_id;
  };
  return { site, place, club, as, seen, acted, refused, addModel, fieldsOf, pools, ask, stateOf, unitId }; // prettier-ignore
}
export type Lending = Awaited<ReturnType<typeof openLending>>;
