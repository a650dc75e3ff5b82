/** What invented associations opened to registration, and how many people came: some places left, full with people who wait, no limit. */
export const openings = [
  { association: "Judo Club de Valbrume", capacity: 20, come: 9, asked: ["age", "adult"] },
  {
    association: "Club de l'Amitié",
    capacity: 12,
    come: 17,
    asked: [],
    message: "Apportez vos lunettes, et un gâteau si le cœur vous en dit.",
  },
  {
    association: "Repair Café de Valbrume",
    capacity: null,
    come: 6,
    asked: [],
    question: "Quel objet apportez-vous ?",
  },
  { association: "Clic et Compagnie", capacity: 8, come: 8, asked: ["equipment"] },
  { association: "Harmonie de Valbrume", capacity: 15, come: 3, asked: ["age"] },
] as const satisfies readonly {
  association: string;
  capacity: number | null;
  come: number;
  asked: readonly ("age" | "adult" | "equipment")[];
  question?: string;
  message?: string;
}[];

/** Invented people who register: an address, or only a number. */
export const registered = [
  "Yvette Brossard",
  "Malik Cherif",
  "Anne-Laure Pichon",
  "Jean-Yves Tessier",
  "Rosa Ferreira",
  "Kévin Maillard",
  "Danièle Hervé",
  "Hocine Aït-Saïd",
  "Pauline Gaborit",
  "Marcel Audouin",
  "Linh Nguyen",
  "Suzanne Le Gall",
  "Omar Keita",
  "Béatrice Fouquet",
  "Samuel Rabin",
  "Ghislaine Petit",
  "Tomas Novak",
] as const;
