import type { PlaceSlug } from "./places.ts";

type Lines = Readonly<Record<string, number>>;

/** How many loans begin in each month of the year: forums in September, markets in December, galas in June, nobody in August. */
export const demand = [6, 10, 12, 13, 15, 26, 5, 0, 29, 14, 14, 23] as const;

/** What is asked for together, at one place: of each model at most so many; the more weight, the more often. */
export const wishes: readonly {
  place: PlaceSlug;
  lines: Lines;
  weight: number;
  /** Months when it is asked for twice as much, from 1. */
  peaks: readonly number[];
  purposes: readonly string[];
}[] = [
  { place: "maison-des-associations", lines: { "Ordinateur portable": 3 }, weight: 7, peaks: [9, 10, 1], purposes: ["Inscriptions de la rentrée, à deux tables.", "Atelier : écrire à la CAF et aux impôts.", "Tenue des comptes avant l’assemblée générale."] }, // prettier-ignore
  { place: "maison-des-associations", lines: { Vidéoprojecteur: 1 }, weight: 5, peaks: [12, 1], purposes: ["Projection du film du voyage.", "Assemblée générale, salle du Centre.", "Conférence sur les oiseaux de la rivière."] }, // prettier-ignore
  { place: "maison-des-associations", lines: { "Sono portable": 1, Vidéoprojecteur: 1 }, weight: 5, peaks: [6, 12], purposes: ["Gala de fin d’année.", "Goûter de Noël des enfants, avec spectacle.", "Soirée de remise des ceintures."] }, // prettier-ignore
  { place: "maison-des-associations", lines: { "Sono portable": 1 }, weight: 4, peaks: [6, 12], purposes: ["Animation du vide-greniers.", "Tournoi de fin de saison, au stade.", "Marché de Noël, place des Halles."] }, // prettier-ignore
  { place: "maison-des-associations", lines: { "Routeur 4G": 1, Imprimante: 1, "Ordinateur portable": 2 }, weight: 4, peaks: [9], purposes: ["Stand au forum des associations.", "Permanence d’aide numérique, hors les murs."] }, // prettier-ignore
  { place: "maison-des-associations", lines: { "Routeur 4G": 1 }, weight: 3, peaks: [6, 9], purposes: ["Paiement par carte à la buvette.", "Le local n’a plus de connexion depuis lundi."] }, // prettier-ignore
  { place: "mediatheque", lines: { Tablette: 4 }, weight: 5, peaks: [9, 10], purposes: ["Initiation des aînés, par deux.", "Inscriptions à l’accueil de la fête.", "Atelier photo avec les collégiens."] }, // prettier-ignore
  { place: "mediatheque", lines: { "Ordinateur portable": 2 }, weight: 3, peaks: [10, 11], purposes: ["Rédaction du dossier de subvention.", "Visioconférence avec nos amis de Kéniéba."] }, // prettier-ignore
  { place: "mediatheque", lines: { "Appareil photo": 1 }, weight: 4, peaks: [6, 12], purposes: ["Photos du gala pour le bulletin.", "Portraits des bénévoles pour l’affiche.", "Match de la montée."] }, // prettier-ignore
  { place: "mediatheque", lines: { Vidéoprojecteur: 1 }, weight: 2, peaks: [11], purposes: ["Ciné-débat du mois.", "Diaporama des anciens du quartier."] }, // prettier-ignore
  { place: "mediatheque", lines: { "Écran interactif": 1 }, weight: 1, peaks: [9], purposes: ["Réunion de bureau, au local."] }, // prettier-ignore
];

/** How far a loan goes: a step nobody takes leaves it there. */
export const steps = ["asked", "accepted", "prepared", "out", "back", "checked"] as const;
export type Step = (typeof steps)[number];

/** What becomes of a loan, when it is not the usual. */
export type Fate =
  | "refused"
  | "cancelled"
  | "early"
  | "late"
  | "in_part"
  | "worn"
  | "broken"
  | "incomplete"
  | "exchanged"
  | "found"
  | "lost";

/** A loan on days counted from today, written whatever the season. */
export type Dated = {
  place: PlaceSlug;
  lines: Lines;
  purpose: string;
  asked: number;
  from: number;
  until: number;
  /** How far it has gone today. */
  upTo: Step;
  fate?: Fate;
  /** A provision is looked at again on this day. */
  review?: number;
};

const house = "maison-des-associations";
const library = "mediatheque";

/** What the equipment manager finds this morning. */
export const today: readonly Dated[] = [
  { place: house, lines: { "Ordinateur portable": 1 }, purpose: "Secrétariat de l’association, qui n’a pas d’ordinateur.", asked: -185, from: -170, until: 180, upTo: "out", review: -2 }, // prettier-ignore
  { place: library, lines: { Tablette: 2 }, purpose: "Visites aux personnes qui ne sortent plus.", asked: -75, from: -60, until: 120, upTo: "out", review: 18 }, // prettier-ignore
  { place: house, lines: { "Ordinateur portable": 1 }, purpose: "Formation du nouveau trésorier.", asked: -45, from: -24, until: -12, upTo: "out" }, // prettier-ignore
  { place: library, lines: { "Appareil photo": 1 }, purpose: "Photos du tournoi pour le site.", asked: -34, from: -14, until: -5, upTo: "out" }, // prettier-ignore
  { place: house, lines: { "Routeur 4G": 1 }, purpose: "Le local n’a plus de connexion depuis lundi.", asked: -30, from: -8, until: -1, upTo: "out" }, // prettier-ignore
  { place: house, lines: { Vidéoprojecteur: 1 }, purpose: "Conférence : bien dormir après 60 ans.", asked: -30, from: -3, until: 0, upTo: "out" }, // prettier-ignore
  { place: library, lines: { "Ordinateur portable": 2 }, purpose: "Rédaction du dossier de subvention, à plusieurs.", asked: -30, from: -5, until: 0, upTo: "out" }, // prettier-ignore
  { place: house, lines: { "Ordinateur portable": 2 }, purpose: "Atelier : ranger ses photos.", asked: -30, from: -6, until: -1, upTo: "back" }, // prettier-ignore
  { place: house, lines: { "Sono portable": 1 }, purpose: "Soirée contes au coin du feu.", asked: -30, from: -4, until: -1, upTo: "back", fate: "incomplete" }, // prettier-ignore
  { place: house, lines: { Vidéoprojecteur: 1 }, purpose: "Assemblée générale.", asked: -40, from: -16, until: -9, upTo: "back", fate: "broken" }, // prettier-ignore
  { place: library, lines: { Tablette: 3 }, purpose: "Inscriptions à l’accueil de la fête.", asked: -40, from: -11, until: -6, upTo: "back", fate: "broken" }, // prettier-ignore
  { place: house, lines: { Imprimante: 1 }, purpose: "Impression du bulletin de quartier.", asked: -20, from: 0, until: 3, upTo: "prepared" }, // prettier-ignore
  { place: library, lines: { Tablette: 3 }, purpose: "Initiation des aînés, par deux.", asked: -20, from: 0, until: 5, upTo: "accepted" }, // prettier-ignore
  { place: house, lines: { "Ordinateur portable": 2, "Sono portable": 1 }, purpose: "Bourse aux jouets : caisse et annonces.", asked: -18, from: 2, until: 4, upTo: "accepted" }, // prettier-ignore
  { place: library, lines: { Vidéoprojecteur: 1 }, purpose: "Ciné-débat du mois.", asked: -18, from: 1, until: 3, upTo: "accepted" }, // prettier-ignore
  { place: house, lines: { "Routeur 4G": 1 }, purpose: "Paiement par carte à la buvette.", asked: -18, from: 1, until: 4, upTo: "prepared" }, // prettier-ignore
  { place: library, lines: { Tablette: 2 }, purpose: "Accueil du repas de quartier : pointer les inscrits.", asked: -2, from: 8, until: 11, upTo: "asked" }, // prettier-ignore
  { place: house, lines: { Vidéoprojecteur: 1 }, purpose: "Spectacle des enfants, le samedi après-midi, devant les parents.", asked: -2, from: 13, until: 16, upTo: "asked" }, // prettier-ignore
  { place: house, lines: { "Ordinateur portable": 2 }, purpose: "Tenue des comptes avant l’assemblée générale.", asked: -1, from: 6, until: 12, upTo: "asked" }, // prettier-ignore
  { place: library, lines: { "Appareil photo": 1 }, purpose: "Portraits des bénévoles pour l’affiche.", asked: -1, from: 20, until: 23, upTo: "asked" }, // prettier-ignore
  { place: library, lines: { Tablette: 2 }, purpose: "Atelier numérique au local.", asked: -215, from: -200, until: -193, upTo: "checked", fate: "found" }, // prettier-ignore
  { place: library, lines: { Tablette: 2 }, purpose: "Stand au marché du dimanche.", asked: -110, from: -95, until: -90, upTo: "checked", fate: "lost" }, // prettier-ignore
  { place: house, lines: { "Ordinateur portable": 2 }, purpose: "Formation à la comptabilité, quatre soirs.", asked: -150, from: -130, until: -120, upTo: "checked", fate: "exchanged" }, // prettier-ignore
  { place: house, lines: { Imprimante: 1 }, purpose: "Programmes du festival.", asked: -70, from: -52, until: -44, upTo: "checked", fate: "exchanged" }, // prettier-ignore
];

/** What an association is asked for of what it lends itself; it has not answered. */
export const askedOfOwner: Dated = { place: "dojo-grand-clos", lines: { "Tente de réception": 1 }, purpose: "Buvette de la fête du quai.", asked: -1, from: 10, until: 12, upTo: "asked" }; // prettier-ignore

/** What somebody had asked for, all of it, and another waits for; `freed`: given back this morning, so it is offered. */
export type Waited = {
  place: PlaceSlug;
  model: string;
  purpose: string;
  theirs: string;
  from: number;
  until: number;
  freed: boolean;
};

/** Later than what is drawn at random: nobody else has asked for it then. */
export const waited: readonly Waited[] = [
  { place: "dojo-grand-clos", model: "Tente de réception", purpose: "Repas partagé, sous la halle s’il pleut.", theirs: "Tournoi des jeunes, deux stands.", from: 58, until: 60, freed: false }, // prettier-ignore
  { place: house, model: "Imprimante", purpose: "Programmes du gala de judo, à plier.", theirs: "Programmes de la fête des écoles.", from: 58, until: 60, freed: true }, // prettier-ignore
];

/** Who uses things on the spot, an afternoon: services of the town hall. */
export const onTheSpot = {
  services: ["Service jeunesse", "CCAS", "Médiathèque, action culturelle"],
  place: library,
  models: ["Tablette", "Écran interactif", "Ordinateur portable"],
  purposes: ["Conseil municipal des jeunes.", "Aide aux démarches, en petit groupe.", "Club de lecture à voix haute."], // prettier-ignore
} as const;

/** What agents write, with what it is about. */
export const said = {
  refused: ["Ces jours-là, tout le matériel sert au forum. Appelez-nous, nous chercherons d’autres dates.", "Le prêt précédent est rentré incomplet. Passez nous voir avant d’en demander un autre."], // prettier-ignore
  accepted: "N’oubliez pas votre attestation d’assurance.",
  worn: ["Rayure sur le capot.", "La housse est décousue.", "Traces de colle, ça part mal."],
  broken: ["Tombé de la table, l’écran est fendu.", "Ne s’allume plus.", "Le câble a été arraché de la prise."], // prettier-ignore
  mended: "Réparé par l’atelier de la Fabrique de la gare.",
  lost: "Introuvable après le stand. L’association cherche chez ses bénévoles.",
  found: "Retrouvée dans la voiture d’un bénévole.",
  exchanged: "S’éteint tout seul au bout de dix minutes.",
} as const;
