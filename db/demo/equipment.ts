import type { PlaceSlug } from "./places.ts";
import type { Category } from "../../src/modules/equipment/codes.ts";

export type DemoModel = {
  name: string;
  category: Category;
  purpose: string;
  notice?: string;
  pieces: readonly (readonly [quantity: number, name: string])[];
  checklist: readonly string[];
  value: number;
  dayValue: number;
  holdsData?: true;
  /** Used where it is, never taken away. */
  onSiteOnly?: true;
  /** Labels by place: the word they begin with, and how many. */
  units: readonly { place: PlaceSlug; tag: string; count: number; plan?: string }[];
};

/** Where the invented commune lends, and when. */
export const lendingPlaces = [
  {
    place: "maison-des-associations",
    words: "Sonnez à la porte bleue, au fond de la cour.",
    week: { MO: [[840, 1080]], WE: [[540, 720], [840, 1080]], FR: [[840, 1140]] }, // prettier-ignore
  },
  {
    place: "mediatheque",
    words: "Demandez au comptoir de l’espace multimédia.",
    week: { TU: [[840, 1110]], FR: [[600, 720], [840, 1110]], SA: [[600, 1020]] }, // prettier-ignore
  },
] as const;

/** What the invented commune lends. */
export const equipment: readonly DemoModel[] = [
  {
    name: "Ordinateur portable",
    category: "computer",
    purpose: "Écrire, compter, préparer un dossier, faire une visioconférence.",
    pieces: [[1, "chargeur"], [1, "souris"], [1, "housse"]], // prettier-ignore
    checklist: ["Il s’allume", "Le chargeur est là", "Le clavier est complet"],
    value: 520,
    dayValue: 6,
    holdsData: true,
    units: [
      { place: "maison-des-associations", tag: "PC", count: 8 },
      { place: "mediatheque", tag: "MED-PC", count: 4 },
    ],
  },
  {
    name: "Vidéoprojecteur",
    category: "screen",
    purpose: "Montrer un film ou des photos à toute une salle.",
    notice:
      "Posez-le à trois mètres du mur, bien à plat.\nBranchez-le à la prise, puis à l’ordinateur avec le câble HDMI.\nAppuyez sur le bouton rond : l’image vient en une minute.\n\nPour l’éteindre, appuyez deux fois sur le bouton rond. Attendez que le ventilateur s’arrête avant de débrancher.",
    pieces: [[1, "télécommande"], [1, "câble HDMI de 5 mètres"], [1, "rallonge"]], // prettier-ignore
    checklist: ["L’image est nette", "La télécommande marche"],
    value: 450,
    dayValue: 12.5,
    units: [
      { place: "maison-des-associations", tag: "VP", count: 3 },
      { place: "mediatheque", tag: "MED-VP", count: 1 },
    ],
  },
  {
    name: "Routeur 4G",
    category: "connection",
    purpose: "Avoir internet là où il n’y en a pas : une fête, un stand, un local.",
    pieces: [[1, "chargeur"], [1, "notice d’une page"]], // prettier-ignore
    checklist: ["Il se connecte", "Le code du wifi est remis à celui de l’étiquette"],
    value: 110,
    dayValue: 4,
    holdsData: true,
    units: [{ place: "maison-des-associations", tag: "4G", count: 3, plan: "50 Go par mois" }],
  },
  {
    name: "Imprimante",
    category: "print",
    purpose: "Imprimer et copier, en noir, là où vous êtes.",
    pieces: [[1, "câble USB"], [1, "cartouche de rechange"], [1, "ramette de papier"]], // prettier-ignore
    checklist: ["Une page sort propre", "La cartouche de rechange est là"],
    value: 190,
    dayValue: 5,
    units: [{ place: "maison-des-associations", tag: "IMP", count: 2 }],
  },
  {
    name: "Sono portable",
    category: "sound",
    purpose: "Parler ou passer de la musique devant une centaine de personnes.",
    pieces: [[2, "micros sans fil"], [1, "pied"], [1, "câble pour téléphone"]], // prettier-ignore
    checklist: ["Les deux micros marchent", "La batterie est rechargée"],
    value: 380,
    dayValue: 15,
    units: [{ place: "maison-des-associations", tag: "SONO", count: 2 }],
  },
  {
    name: "Tablette",
    category: "tablet",
    purpose: "Inscrire des personnes à l’accueil, montrer des photos, apprendre à plusieurs.",
    pieces: [[1, "chargeur"], [1, "coque"]], // prettier-ignore
    checklist: ["L’écran n’est pas fendu"],
    value: 240,
    dayValue: 3,
    holdsData: true,
    units: [{ place: "mediatheque", tag: "TAB", count: 10 }],
  },
  {
    name: "Appareil photo",
    category: "picture",
    purpose: "Photographier une fête, un match, pour votre page et vos affiches.",
    pieces: [[1, "chargeur"], [1, "carte mémoire"], [1, "sacoche"]], // prettier-ignore
    checklist: ["La carte est vidée", "L’objectif est propre"],
    value: 600,
    dayValue: 14,
    holdsData: true,
    units: [{ place: "mediatheque", tag: "PHOTO", count: 2 }],
  },
  {
    name: "Écran interactif",
    category: "screen",
    purpose: "Écrire et dessiner à plusieurs, dans la salle de la médiathèque.",
    pieces: [[2, "stylets"]], // prettier-ignore
    checklist: ["Les deux stylets sont là"],
    value: 2400,
    dayValue: 20,
    onSiteOnly: true,
    units: [{ place: "mediatheque", tag: "ECRAN", count: 1 }],
  },
];
