const desk = "/gestion/materiel";
const own = "/espace/materiel";

/** Addresses where models, units and places are kept: by the town hall, by an association for what is its own. */
const kept = (base: string) => ({
  addModel: `${base}/modeles/nouveau`,
  deskModel: (id: string) => `${base}/modeles/${id}`,
  editModel: (id: string) => `${base}/modeles/${id}/fiche`,
  showing: (id: string) => `${base}/modeles/${id}/publication`,
  hiding: (id: string) => `${base}/modeles/${id}/retrait`,
  photo: (id: string) => `${base}/modeles/${id}/photo`,
  photoRemoval: (id: string) => `${base}/modeles/${id}/photo/retrait`,
  photoBack: (id: string) => `${base}/modeles/${id}/photo/retour`,
  addUnits: (id: string) => `${base}/modeles/${id}/exemplaires`,
  addPlace: `${base}/lieux/nouveau`,
  place: (id: string) => `${base}/lieux/${id}`,
  closePlace: (id: string) => `${base}/lieux/${id}/fermeture`,
  unit: (tag: string) => `${base}/exemplaires/${tag}`,
  unitState: (tag: string) => `${base}/exemplaires/${tag}/etat`,
});
export type KeptUrls = ReturnType<typeof kept> & { models: string; places: string };

/** Addresses of equipment: residents', an association's, the equipment manager's. */
export const urls = {
  catalogue: "/materiel",
  request: "/materiel/demande",
  model: (slug: string) => `/materiel/${slug}`,
  modelCalendar: (slug: string) => `/materiel/${slug}/calendrier`,
  mine: "/espace/prets",
  loan: (id: string) => `/espace/prets/${id}`,
  loanCancel: (id: string) => `/espace/prets/${id}/annulation`,
  extension: (id: string) => `/espace/prets/${id}/prolongation`,
  loanPhoto: (id: string, fileId: string) => `/espace/prets/${id}/photos/${fileId}`,
  desk,
  ...kept(desk),
  models: `${desk}/modeles`,
  places: `${desk}/lieux`,
  loans: `${desk}/prets`,
  deskLoan: (id: string) => `${desk}/prets/${id}`,
  acceptance: (id: string) => `${desk}/prets/${id}/acceptation`,
  refusal: (id: string) => `${desk}/prets/${id}/refus`,
  cancellation: (id: string) => `${desk}/prets/${id}/annulation`,
  addLoan: `${desk}/prets/nouveau`,
  preparation: (id: string) => `${desk}/prets/${id}/preparation`,
  handingOver: (id: string) => `${desk}/prets/${id}/remise`,
  takingBack: (id: string) => `${desk}/prets/${id}/retour`,
  exchange: (id: string) => `${desk}/prets/${id}/echange`,
  moving: (id: string) => `${desk}/prets/${id}/dates`,
  rules: `${desk}/regles`,
  findUnit: `${desk}/exemplaires`,
  checking: (tag: string) => `${desk}/exemplaires/${tag}/verification`,
  onTheSpot: (tag: string) => `${desk}/exemplaires/${tag}/sur-place`,
} as const;

/** Addresses where an association keeps what it lends itself, and answers who asks for it. */
export const ownUrls = {
  ...kept(own),
  home: own,
  models: own,
  places: own,
  asked: `${own}/demandes`,
  askedOne: (id: string) => `${own}/demandes/${id}`,
  acceptance: (id: string) => `${own}/demandes/${id}/acceptation`,
  refusal: (id: string) => `${own}/demandes/${id}/refus`,
} as const;

/** Where a model stands in the catalogue. */
export const catalogueCard = (slug: string): string => `modele-${slug}`;

/** Addresses of kits at the desk. */
export const kitUrls = {
  all: `${desk}/kits`,
  add: `${desk}/kits/nouveau`,
  one: (id: string) => `${desk}/kits/${id}`,
  removal: (id: string) => `${desk}/kits/${id}/suppression`,
} as const;

/** Addresses of spare parts and of what is used up, at the desk. */
export const partUrls = {
  all: `${desk}/pieces`,
  add: `${desk}/pieces/nouvelle`,
  one: (id: string) => `${desk}/pieces/${id}`,
  edit: (id: string) => `${desk}/pieces/${id}/fiche`,
  moves: (id: string) => `${desk}/pieces/${id}/mouvements`,
  ending: (id: string) => `${desk}/pieces/${id}/fin`,
} as const;

/** Addresses of upkeep at the desk. */
export const upkeepUrls = {
  due: `${desk}/entretien`,
  undo: `${desk}/entretien/annulation`,
  addPlan: (modelId: string) => `${desk}/modeles/${modelId}/entretien`,
  plan: (id: string) => `${desk}/entretien/${id}`,
  ending: (id: string) => `${desk}/entretien/${id}/fin`,
} as const;
