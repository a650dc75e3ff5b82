const desk = "/gestion/materiel";

/** Addresses of equipment: residents', an association's, the equipment manager's. */
export const urls = {
  catalogue: "/materiel",
  request: "/materiel/demande",
  model: (slug: string) => `/materiel/${slug}`,
  mine: "/espace/prets",
  loan: (id: string) => `/espace/prets/${id}`,
  loanCancel: (id: string) => `/espace/prets/${id}/annulation`,
  desk,
  models: `${desk}/modeles`,
  addModel: `${desk}/modeles/nouveau`,
  deskModel: (id: string) => `${desk}/modeles/${id}`,
  editModel: (id: string) => `${desk}/modeles/${id}/fiche`,
  showing: (id: string) => `${desk}/modeles/${id}/publication`,
  hiding: (id: string) => `${desk}/modeles/${id}/retrait`,
  photo: (id: string) => `${desk}/modeles/${id}/photo`,
  photoRemoval: (id: string) => `${desk}/modeles/${id}/photo/retrait`,
  photoBack: (id: string) => `${desk}/modeles/${id}/photo/retour`,
  addUnits: (id: string) => `${desk}/modeles/${id}/exemplaires`,
  places: `${desk}/lieux`,
  addPlace: `${desk}/lieux/nouveau`,
  place: (id: string) => `${desk}/lieux/${id}`,
  closePlace: (id: string) => `${desk}/lieux/${id}/fermeture`,
  loans: `${desk}/prets`,
  deskLoan: (id: string) => `${desk}/prets/${id}`,
  acceptance: (id: string) => `${desk}/prets/${id}/acceptation`,
  refusal: (id: string) => `${desk}/prets/${id}/refus`,
  cancellation: (id: string) => `${desk}/prets/${id}/annulation`,
  rules: `${desk}/regles`,
  unit: (tag: string) => `${desk}/exemplaires/${tag}`,
  unitState: (tag: string) => `${desk}/exemplaires/${tag}/etat`,
} as const;

/** Where a model stands in the catalogue. */
export const catalogueCard = (slug: string): string => `modele-${slug}`;
