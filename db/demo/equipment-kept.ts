import type { PlaceSlug } from "./places.ts";
import type { DemoModel } from "./equipment.ts";

/** What goes together, by the names of the models. */
export const kits = [
  {
    name: "Kit point d’appui numérique",
    purpose: "Tenir une permanence : aider, imprimer, se connecter n’importe où.",
    forSupportPoints: true,
    tools: ["computer", "connection", "printer"],
    lines: { "Ordinateur portable": 2, "Routeur 4G": 1, Imprimante: 1 },
  },
  {
    name: "Kit spectacle",
    purpose: "Sonoriser et projeter dans une salle ou sur une place.",
    forSupportPoints: false,
    tools: [],
    lines: { "Sono portable": 1, Vidéoprojecteur: 1 },
  },
] as const;

/** What is used up, where it is, how many there are, and how few is too few. */
export const parts = [
  { name: "Câble HDMI de 5 mètres", shelf: "A1", models: ["Vidéoprojecteur", "Ordinateur portable"], received: 6, used: 2, threshold: 2 }, // prettier-ignore
  { name: "Lampe de vidéoprojecteur", shelf: "A2", models: ["Vidéoprojecteur"], received: 2, used: 1, threshold: 1 }, // prettier-ignore
  { name: "Cartouche noire", shelf: "B1", models: ["Imprimante"], received: 4, used: 1, threshold: 1 }, // prettier-ignore
  { name: "Pile de micro", shelf: "B2", models: ["Sono portable"], received: 24, used: 8, threshold: 8 }, // prettier-ignore
] as const;

/** What is done again and again; done three weeks ago on all units but the last ones. */
export const plans = [
  { model: "Vidéoprojecteur", task: "Dépoussiérer les filtres", eachDays: 90, eachLoans: null, left: 1 }, // prettier-ignore
  { model: "Ordinateur portable", task: "Installer les mises à jour", eachDays: 60, eachLoans: null, left: 2 }, // prettier-ignore
  { model: "Sono portable", task: "Essayer les micros et changer les piles", eachDays: null, eachLoans: 3, left: 0 }, // prettier-ignore
] as const;

/** What one association lends itself, from its own place, under its own rules. */
export const own: {
  association: string;
  place: PlaceSlug;
  words: string;
  ownerRules: string;
  longestDays: number;
  model: DemoModel;
} = {
  association: "Judo Club de Valbrume",
  place: "dojo-grand-clos",
  words: "Appelez en arrivant, quelqu’un vient ouvrir la réserve.",
  ownerRules: "Un membre du club vous montre comment l’installer. Rendez-la sèche et pliée.",
  longestDays: 4,
  model: {
    name: "Tente de réception",
    category: "event",
    purpose: "Abriter un stand ou un repas dehors, jusqu’à trente personnes.",
    pieces: [[1, "toile"], [12, "piquets"], [4, "lests"]], // prettier-ignore
    checklist: ["La toile est sèche", "Il y a douze piquets"],
    value: 700,
    dayValue: 0,
    units: [{ place: "dojo-grand-clos", tag: "TENTE", count: 2 }],
  },
};
