/** Invented events: who offers it, how many days from the Saturday of this week, when, what. */
export type DemoEvent = {
  association: string;
  title: string;
  what: string;
  fromSaturday: number;
  from: `${number}:${number}`;
  minutes: number;
  place?: string;
  /** In euros; free without. */
  price?: number;
};

const event = (
  association: string,
  title: string,
  [fromSaturday, from, minutes]: [number, DemoEvent["from"], number],
  what: string,
  price?: number,
): DemoEvent => ({
  association,
  title,
  what,
  fromSaturday,
  from,
  minutes,
  ...(price ? { price } : {}),
});

export const events: readonly DemoEvent[] = [
  event(
    "À Cœur Voix",
    "Concert de Noël de la chorale",
    [14, "20:30", 90],
    "Chants de Noël d’ici et d’ailleurs, à quatre voix. Entrée libre, une corbeille attend vos dons.",
  ),
  event(
    "Harmonie de Valbrume",
    "Concert de la Sainte-Cécile",
    [0, "17:00", 120],
    "L’harmonie fête les musiciens avec les élèves de l’école de musique.",
  ),
  event(
    "Les Tréteaux du Coteau",
    "Une comédie en trois actes",
    [7, "20:30", 120],
    "Une maison à vendre, trois acheteurs, une porte qui claque. Pièce pour toute la famille.",
    8,
  ),
  event(
    "La Ligue des Brumes",
    "Match d’improvisation contre Angers",
    [13, "20:00", 150],
    "Deux équipes, des thèmes tirés au sort, et le public qui vote.",
    6,
  ),
  event(
    "Les Tambours de l'Île",
    "Stage d’une journée pour débuter",
    [8, "10:00", 360],
    "Une journée pour apprendre trois rythmes. Les tambours sont prêtés.",
    20,
  ),
  event(
    "Lire ensemble",
    "Lecture à voix haute au coin du feu",
    [-1, "18:30", 60],
    "Chacun apporte une page qu’il aime et la lit, ou écoute les autres.",
  ),
  event(
    "Le Panier solidaire",
    "Grande collecte de la banque alimentaire",
    [0, "09:00", 540],
    "Riz, conserves, produits pour bébés : des bénévoles vous attendent à l’entrée des magasins.",
  ),
  event(
    "Donneurs de sang du Val",
    "Collecte de sang",
    [4, "15:30", 240],
    "De 18 à 70 ans. Mangez avant de venir et apportez une pièce d’identité.",
  ),
  event(
    "Secouristes du Val",
    "Apprendre les gestes qui sauvent",
    [9, "09:00", 180],
    "Alerter, masser, utiliser un défibrillateur : trois heures pour apprendre en pratiquant.",
  ),
  event(
    "Salsa Brume",
    "Soirée dansante et initiation",
    [6, "20:00", 180],
    "Une heure pour apprendre les premiers pas, puis on danse.",
    5,
  ),
  event(
    "Le Projecteur",
    "Ciné-débat : la rivière et nous",
    [20, "20:30", 150],
    "Un documentaire sur la Loire, puis un échange avec un garde de la réserve.",
    4,
  ),
  event(
    "Les Nuits de l'Île",
    "Réunion des bénévoles du festival",
    [11, "19:00", 90],
    "On prépare l’été : accueil, scène, buvette. Toutes les mains sont bienvenues.",
  ),
];
