/** Invented news: whom it is about, how many days ago it was published; not yet: an association proposes it. */
export type DemoNews = {
  kind: "action" | "initiative";
  about: readonly string[];
  daysAgo?: number;
  title: string;
  body: string;
  support?: string;
  results?: string;
};

export const news: readonly DemoNews[] = [
  {
    kind: "action",
    about: ["Lire ensemble"],
    daysAgo: 9,
    title: "Six liseuses pour le club de lecture",
    body: "Le club de lecture voulait lire les mêmes livres sans les acheter en dix exemplaires. Six liseuses passent maintenant de main en main, avec des lettres aussi grandes que l’on veut.\n\nDeux bénévoles aident chacun à les prendre en main le premier jeudi du mois.",
    support:
      "Six liseuses achetées par la ville, et deux séances avec le référent numérique pour apprendre à s’en servir.",
    results:
      "Quatorze personnes ont emprunté une liseuse depuis septembre. Trois d’entre elles ne pouvaient plus lire les livres imprimés.",
  },
  {
    kind: "initiative",
    about: ["Repair Café de Valbrume", "Emprunte-moi"],
    daysAgo: 24,
    title: "Trente ordinateurs remis en route",
    body: "Le Repair Café a ouvert le samedi un atelier pour les ordinateurs trop lents. Les bénévoles y installent un système libre et vérifient la batterie.\n\nLes machines que personne ne reprend partent chez Emprunte-moi, qui les prête.",
    results:
      "Trente ordinateurs marchent à nouveau. Onze familles en ont emprunté un pour la rentrée. Il manque encore des chargeurs.",
    support: "La salle des Tilleuls, un samedi sur deux.",
  },
  {
    kind: "action",
    about: ["Harmonie de Valbrume", "À Cœur Voix"],
    daysAgo: 58,
    title: "Une page tenue à jour à deux",
    body: "Deux associations de musique n’avaient plus personne pour leur site. Elles ont appris ensemble à tenir leur page dans l’annuaire, en une heure, à la Maison des associations.",
    support: "Une matinée avec le référent numérique.",
  },
  {
    kind: "initiative",
    about: ["Vivre au Grand Clos"],
    daysAgo: 96,
    title: "Le panneau du hall est devenu un journal",
    body: "Au Grand Clos, les habitants impriment chaque mois une feuille en grands caractères : les activités du quartier, les horaires de la mairie, qui appeler. Elle est affichée dans chaque hall.",
    results:
      "Neuf halls sont équipés. Des personnes qui n’ont pas d’ordinateur viennent de nouveau aux repas de quartier.",
  },
  {
    kind: "initiative",
    about: ["Mobilité solidaire du Val"],
    title: "Un carnet de trajets partagé",
    body: "Nos conducteurs notaient leurs trajets sur papier. Nous avons fait un tableau partagé, que deux bénévoles remplissent au téléphone pour ceux qui préfèrent appeler.",
    results: "Aucun trajet oublié depuis deux mois, et cinq nouveaux conducteurs.",
  },
];
