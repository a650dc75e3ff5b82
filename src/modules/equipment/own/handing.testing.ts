import { openLending } from "../catalogue.testing.ts";

export const own = "/espace/materiel";
export const as = "president" as const;
export const borrower = "communication" as const;
export const later = { du: "2026-12-04", au: "2026-12-07" };
const week = { season: "same", public: "closed", commune_days: "on", slotMinutes: "30", slotMost: "2", words: "Sonnez.", week_FR: "17h-19h", week_MO: "17h-19h" }; // prettier-ignore
const tablet = { name: "Tablette du club", category: "tablet", purpose: "Noter les inscriptions.", holdsData: "on", pieces: "Chargeur\nHousse", ownerRules: "", longestDays: "4", leadOpenDays: "0", bufferHours: "0" }; // prettier-ignore
const weekend = { du: "2026-11-27", au: "2026-11-30" };

/** An association that lends two tablets of its own, at its place, and another one that borrows them. */
export async function openHanding() {
  const lending = await openLending();
  const acted = (path: string, fields: Record<string, string>, who: typeof as | typeof borrower = as) => lending.acted(path, fields, who); // prettier-ignore
  const club = (await lending.join("Canoë pour tous", as)).id;
  await lending.join("Lire ensemble", borrower);
  await acted(`${own}/lieux/nouveau`, { ...week, name: "Base de canoë", street: "1 quai du Lac" });
  const model = await acted(`${own}/modeles/nouveau`, tablet);
  const { html } = await lending.site.get(`${model}/exemplaires`, { as });
  const place = /<option value="([0-9a-f-]{36})"[^>]*>Base de canoë/.exec(html)?.[1] ?? "";
  await acted(`${model}/exemplaires`, { tags: "CANOE-T1\nCANOE-T2", place });
  await acted(`${model}/publication`, {});
  const catalogue = (await lending.site.get(`/materiel?du=${weekend.du}&au=${weekend.au}`)).html;
  const pool = /name="q_([0-9a-f-]{36})"/.exec(catalogue)?.[1] ?? "";
  return {
    lending,
    club,
    acted,
    /** Asks for tablets, and has them accepted; gives where the association keeps this loan. */
    accepted: async (quantity: string, days = weekend): Promise<string> => {
      await acted("/materiel/demande", { ...days, [`q_${pool}`]: quantity, purpose: "Fête", [`out_${place}`]: "1020", [`back_${place}`]: "1020" }, borrower); // prettier-ignore
      const asked = await lending.site.get(`${own}/demandes`, { as });
      const path = /\/espace\/materiel\/demandes\/[0-9a-f-]{36}/.exec(asked.html)?.[0] ?? "";
      await acted(`${path}/acceptation`, {});
      return path;
    },
    /** What a form holds as it is shown: the units proposed, each in good condition. */
    fieldsOf: async (path: string): Promise<Record<string, string>> => {
      const form = (await lending.site.get(path, { as })).html;
      const fields: Record<string, string> = {};
      for (const [, name = "", options = ""] of form.matchAll(
        /<select[^>]*name="(u_[^"]+)"[^>]*>(.*?)<\/select>/gs,
      ))
        fields[name] = /value="([^"]+)" selected/.exec(options)?.[1] ?? "";
      for (const [, name = ""] of form.matchAll(/type="radio" name="(c_[^"]+)"/g))
        fields[name] = "good";
      return fields;
    },
    stateOf: (tag: string): Promise<string> =>
      lending.site.database.read(lending.site.communeId, async (tx) =>
        (await tx.selectFrom("equipment_unit").select("state").where("tag", "=", tag).executeTakeFirstOrThrow()).state), // prettier-ignore
  };
}
