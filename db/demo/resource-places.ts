import type { PlaceSlug } from "./places.ts";

type Hours = readonly [days: string, from: string, until: string];

/** Invented resource places: the town's, and that of an association, with what one books there and the circles that meet. */
export type DemoResourcePlace = {
  name: string;
  place: PlaceSlug;
  association?: string;
  siret?: string;
  summary: string;
  presentation: string;
  welcome: string;
  connection: string;
  remote?: string;
  phone?: string;
  email?: string;
  equipment: readonly ("wifi" | "computers" | "tablets" | "printer" | "scanner" | "camera")[];
  services: readonly ("procedures" | "everyday" | "work" | "safety" | "leisure" | "access")[];
  publics: readonly ("seniors" | "families")[];
  care: readonly ("illiteracy" | "languages" | "motor")[];
  support: readonly ("alone" | "individual" | "group" | "remote")[];
  hours: readonly Hours[];
  /** In school holidays, when they differ. */
  holidays?: readonly Hours[];
  bookables: readonly {
    kind: "workstation" | "room";
    name: string;
    units: number;
    people: number;
    holds: string;
    who: "all" | "associations";
  }[];
  circles: readonly {
    topic: string;
    about: string;
    weekday: "TU" | "TH";
    rank: 1 | 3;
    from: string;
    minutes: number;
    notes: string;
  }[];
};

/** Who books in the name of associations. */
export const bookedBy = [
  { name: "Odile Ferrand", email: "odile.ferrand@valbrume.example" },
  { name: "Sékou Camara", email: "sekou.camara@valbrume.example" },
  { name: "Nadia Le Goff", email: "nadia.le-goff@valbrume.example" },
] as const;

/** What associations say they book a room for. */
export const bookingPurposes = [
  "Réunion du bureau",
  "Assemblée générale",
  "Préparer la fête du quartier",
  "Atelier d’écriture",
  "Accueil des nouveaux bénévoles",
] as const;

export const resourcePlaces: readonly DemoResourcePlace[] = [
  {
    name: "Espace multimédia",
    place: "mediatheque",
    siret: "21499980000013",
    summary:
      "Six ordinateurs, une imprimante et quelqu’un pour vous aider, au rez-de-chaussée de la médiathèque.",
    presentation:
      "On vient pour un papier à remplir, un courriel à envoyer, une affiche à imprimer, ou juste pour s’exercer.\n\nUne conseillère vous montre, vous gardez la souris.",
    welcome: "Une conseillère numérique et deux agents de la médiathèque",
    connection: "Fibre, wifi ouvert sans mot de passe",
    phone: "0241000012",
    email: "multimedia@valbrume.example",
    equipment: ["wifi", "computers", "printer", "scanner"],
    services: ["procedures", "everyday", "work", "safety", "access"],
    publics: [],
    care: ["illiteracy", "motor"],
    support: ["alone", "individual"],
    hours: [
      ["TU WE FR", "10:00", "12:00"],
      ["TU WE TH FR", "14:00", "18:30"],
      ["SA", "10:00", "17:00"],
    ],
    holidays: [
      ["TU WE TH FR", "14:00", "18:00"],
      ["SA", "10:00", "12:00"],
    ],
    bookables: [
      {
        kind: "workstation",
        name: "Poste informatique",
        units: 6,
        people: 1,
        holds: "Ordinateur, casque, imprimante à côté.",
        who: "all",
      },
      {
        kind: "workstation",
        name: "Poste adapté",
        units: 1,
        people: 1,
        holds: "Table réglable, grand écran, clavier à grosses touches.",
        who: "all",
      },
      {
        kind: "room",
        name: "Salle de réunion",
        units: 1,
        people: 10,
        holds: "Grand écran, caméra et micro pour se réunir à distance.",
        who: "associations",
      },
    ],
    circles: [
      {
        topic: "la page de mon association",
        about: "On s’aide entre associations à tenir sa page, ses dates et ses photos.",
        weekday: "TH",
        rank: 1,
        from: "18:00",
        minutes: 90,
        notes:
          "Pour une photo : demander d’abord l’accord, puis la réduire avant de l’envoyer.\nLe plus simple pour les dates : les écrire une fois, le site les répète.",
      },
    ],
  },
  {
    name: "Le coin clic",
    place: "fabrique-gare",
    association: "Clic et Compagnie",
    summary: "Des bénévoles, quelques portables et du café : on apprend à son rythme.",
    presentation: "Venez avec votre téléphone ou votre tablette, ou prenez un portable sur place.",
    welcome: "Des bénévoles de l’association",
    connection: "Wifi, le mot de passe est sur l’ardoise",
    remote: "Le jeudi, on peut suivre en visioconférence : demandez le lien par téléphone.",
    equipment: ["wifi", "computers", "tablets", "camera"],
    services: ["everyday", "safety", "leisure", "access"],
    publics: ["seniors"],
    care: ["languages"],
    support: ["individual", "group", "remote"],
    hours: [
      ["MO TH", "14:00", "17:30"],
      ["WE", "9:30", "12:00"],
    ],
    bookables: [
      {
        kind: "workstation",
        name: "Portable prêté sur place",
        units: 3,
        people: 1,
        holds: "Ordinateur portable, avec quelqu’un à côté.",
        who: "all",
      },
    ],
    circles: [],
  },
];
