import type { DemoLeader, DemoStaff } from "./types.ts";

/** Municipal staff and elected officials, one at least of each role. */
export const staff: readonly DemoStaff[] = [
  {
    name: "Claire Vasseur-Dior",
    email: "claire.vasseur@valbrume.example",
    role: "administrator",
    title: "Responsable du numérique",
  },
  {
    name: "Nadège Pruvost",
    email: "nadege.pruvost@valbrume.example",
    role: "referent",
    title: "Référente des associations",
  },
  {
    name: "Karim Bessaoud",
    email: "karim.bessaoud@valbrume.example",
    role: "referent",
    title: "Référent numérique des associations",
  },
  {
    name: "Yannick Le Floc'h",
    email: "yannick.lefloch@valbrume.example",
    role: "equipment_manager",
    title: "Responsable du matériel prêté",
  },
  {
    name: "Maria da Conceição Lopes",
    email: "maria.lopes@valbrume.example",
    role: "front_desk",
    title: "Accueil de la mairie",
  },
  {
    name: "Théo Guitton",
    email: "theo.guitton@valbrume.example",
    role: "front_desk",
    title: "Accueil de la Maison des associations",
  },
  {
    name: "Inès Cormerais",
    email: "ines.cormerais@valbrume.example",
    role: "communication",
    title: "Chargée de communication",
  },
  {
    name: "Solène Marchadier",
    email: "solene.marchadier@valbrume.example",
    role: "elected",
    title: "Maire",
  },
  {
    name: "Abdoulaye Sow",
    email: "abdoulaye.sow@valbrume.example",
    role: "elected",
    title: "Adjoint à la vie associative",
  },
];

/** Leaders, employees and volunteers who sign in for their association; some carry several, some share a mailbox. */
export const leaders: readonly DemoLeader[] = [
  {
    name: "Josiane Métayer",
    email: "josiane.metayer@famille-metayer.example",
    associations: ["Club de l'Amitié"],
    title: "Présidente, 76 ans",
  },
  {
    name: "Aïcha Benali",
    email: "aicha.benali@judo-valbrume.example",
    associations: ["Judo Club de Valbrume"],
    title: "Présidente, 41 ans",
  },
  {
    name: "Mamadou Diarra",
    email: "mamadou.diarra@amitie-mali.example",
    associations: ["Amitié Valbrume-Kéniéba", "Football Club de Valbrume"],
    title: "Président de l'une, trésorier de l'autre, 58 ans",
  },
  {
    name: "Élodie Grimault",
    email: "elodie.grimault@clic-et-compagnie.example",
    associations: ["Clic et Compagnie"],
    title: "Animatrice salariée, 29 ans",
  },
  {
    name: "Bernard Chauvigné",
    email: "bernard.chauvigne@clic-et-compagnie.example",
    associations: ["Clic et Compagnie", "Repair Café de Valbrume"],
    title: "Bénévole des permanences, 69 ans",
  },
  {
    name: "Lucie Tessier",
    email: "lucie.tessier@parents-prevert.example",
    associations: ["Les Parents de Prévert"],
    title: "Secrétaire, 36 ans",
  },
  {
    name: "Oksana Melnyk",
    email: "oksana.melnyk@soleils-ukraine.example",
    associations: ["Tournesols, amitié avec l'Ukraine"],
    title: "Présidente, 33 ans",
  },
  {
    name: "Gérard Poirier",
    email: "gerard.poirier@gaule-valbrume.example",
    associations: ["La Gaule valbrumoise"],
    title: "Président, 71 ans",
  },
  {
    name: "Fatou N'Diaye",
    email: "fatou.ndiaye@mots-accueil.example",
    associations: ["Mots d'accueil"],
    title: "Coordinatrice, 47 ans",
  },
  {
    name: "Noé Lambert-Roy",
    email: "noe.lambert@flow49.example",
    associations: ["Flow de Loire"],
    title: "Président, 22 ans",
  },
  {
    name: "Marie-Thérèse Oger",
    email: "contact@harmonie-valbrume.example",
    associations: ["Harmonie de Valbrume"],
    title: "Présidente, 64 ans",
  },
  {
    name: "Denis Oger",
    email: "contact@harmonie-valbrume.example",
    associations: ["Harmonie de Valbrume"],
    title: "Trésorier, 66 ans, même boîte aux lettres que la présidente",
  },
];
