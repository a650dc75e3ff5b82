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

/** Addresses where a loan is handed over, taken back and looked at, under `loans`; units under `base`. */
const custody = (loans: string, base: string) => ({
  deskLoan: (id: string) => `${loans}/${id}`,
  cancellation: (id: string) => `${loans}/${id}/annulation`,
  preparation: (id: string) => `${loans}/${id}/preparation`,
  handingOver: (id: string) => `${loans}/${id}/remise`,
  takingBack: (id: string) => `${loans}/${id}/retour`,
  exchange: (id: string) => `${loans}/${id}/echange`,
  moving: (id: string) => `${loans}/${id}/dates`,
  deskSlip: (id: string) => `${loans}/${id}/bon`,
  deskSlipPdf: (id: string) => `${loans}/${id}/bon.pdf`,
  acceptance: (id: string) => `${loans}/${id}/acceptation`,
  refusal: (id: string) => `${loans}/${id}/refus`,
  condition: (id: string) => `${loans}/${id}/etat`,
  conditionPdf: (id: string) => `${loans}/${id}/etat.pdf`,
  signing: (id: string, paper?: string) =>
    `${loans}/${id}/signature${paper ? `?pour=${paper}` : ""}`,
  signedPaper: (id: string, of?: { paper: string; side: string }) =>
    `${loans}/${id}/signature/papier${of ? `?pour=${of.paper}&side=${of.side}` : ""}`,
  unsigning: (id: string) => `${loans}/${id}/signature/retrait`,
  reminder: (id: string) => `${loans}/${id}/rappel`,
  checking: (tag: string) => `${base}/${tag}/verification`,
});

/** Addresses of who waits for what is lent, under `base`. */
const waits = (base: string) => ({
  waits: `${base}/attente`,
  waitRemoval: (id: string) => `${base}/attente/${id}/retrait`,
  waitAccepting: (id: string) => `${base}/attente/${id}/acceptation`,
});
/** Any agent opens a picture that is kept inside; an association, those of what it lends. */
type PhotoUrls = {
  lentPhoto: (loanId: string, fileId: string) => string;
  unitPhoto: (tag: string, fileId: string) => string;
};
export type KeptUrls = ReturnType<typeof kept> &
  ReturnType<typeof custody> &
  ReturnType<typeof waits> &
  PhotoUrls & { models: string; places: string };

/** Addresses of equipment: residents', an association's, the equipment manager's. */
export const urls = {
  catalogue: "/materiel",
  request: "/materiel/demande",
  model: (slug: string) => `/materiel/${slug}`,
  modelCalendar: (slug: string) => `/materiel/${slug}/calendrier`,
  mine: "/espace/prets",
  mineFile: "/espace/prets/mes-prets.csv",
  loan: (id: string) => `/espace/prets/${id}`,
  loanCancel: (id: string) => `/espace/prets/${id}/annulation`,
  extension: (id: string) => `/espace/prets/${id}/prolongation`,
  loanPhoto: (id: string, fileId: string) => `/espace/prets/${id}/photos/${fileId}`,
  desk,
  ...kept(desk),
  ...custody(`${desk}/prets`, `${desk}/exemplaires`),
  ...waits(desk),
  lentPhoto: (_loan: string, fileId: string) => `/fichiers/${fileId}`,
  unitPhoto: (_tag: string, fileId: string) => `/fichiers/${fileId}`,
  labels: `${desk}/etiquettes`,
  labelsPdf: `${desk}/etiquettes.pdf`,
  labelsOf: (modelId: string) => `${desk}/etiquettes?modele=${modelId}`,
  labelOf: (tag: string) => `${desk}/etiquettes?exemplaire=${tag}`,
  models: `${desk}/modeles`,
  places: `${desk}/lieux`,
  loans: `${desk}/prets`,
  addLoan: `${desk}/prets/nouveau`,
  swap: (id: string) => `${desk}/prets/${id}/remplacement`,
  rules: `${desk}/regles`,
  findUnit: `${desk}/exemplaires`,
  onTheSpot: (tag: string) => `${desk}/exemplaires/${tag}/sur-place`,
  exports: `${desk}/exports`,
  exported: (name: string, kind: string) => `${desk}/exports/${name}.${kind}`,
  inventories: `${desk}/inventaires`,
  addInventory: `${desk}/inventaires/nouveau`,
  inventory: (id: string) => `${desk}/inventaires/${id}`,
  inventoryColumns: (id: string) => `${desk}/inventaires/${id}/colonnes`,
  inventoryAnswers: (id: string) => `${desk}/inventaires/${id}/reponses`,
  inventoryApplication: (id: string) => `${desk}/inventaires/${id}/application`,
  inventoryUndo: (id: string) => `${desk}/inventaires/${id}/annulation`,
  inventoryToCorrect: (id: string) => `${desk}/inventaires/${id}/a-corriger.csv`,
  inventoryLine: (id: string, line: number | string) => `${desk}/inventaires/${id}/lignes/${line}`,
  inventoryLines: (id: string, shown: string, page = 1) =>
    `${desk}/inventaires/${id}?lignes=${shown}${page > 1 ? `&page=${page}` : ""}#lignes`,
  conventions: "/espace/conventions",
  convention: (id: string) => `/espace/conventions/${id}`,
  conventionPdf: (id: string) => `/espace/conventions/${id}/convention.pdf`,
  conventionSigning: (id: string) => `/espace/conventions/${id}/signature`,
  deskConventions: `${desk}/conventions`,
  proposeConvention: `${desk}/conventions/nouvelle`,
  proposeTo: (associationId: string) => `${desk}/conventions/nouvelle?association=${associationId}`,
  deskConvention: (id: string) => `${desk}/conventions/${id}`,
  deskConventionPdf: (id: string) => `${desk}/conventions/${id}/convention.pdf`,
  deskConventionSigning: (id: string) => `${desk}/conventions/${id}/signature`,
  withdrawConvention: (id: string) => `${desk}/conventions/${id}/retrait`,
  slip: (id: string) => `/espace/prets/${id}/bon`,
  slipPdf: (id: string) => `/espace/prets/${id}/bon.pdf`,
  picking: (day?: string) => `${desk}/preparation${day ? `?jour=${day}` : ""}`,
  pickingPdf: (day?: string) => `${desk}/preparation.pdf${day ? `?jour=${day}` : ""}`,
} as const;

/** Addresses where an association keeps what it lends itself, and answers who asks for it. */
export const ownUrls = {
  ...kept(own),
  home: own,
  models: own,
  places: own,
  asked: `${own}/demandes`,
  // Not under the units, whose pages are in French alone.
  ...custody(`${own}/demandes`, `${own}/verifier`),
  ...waits(own),
  lentPhoto: (loanId: string, fileId: string) => `${own}/demandes/${loanId}/photos/${fileId}`,
  unitPhoto: (tag: string, fileId: string) => `${own}/exemplaires/${tag}/photos/${fileId}`,
} as const;

/** Where a model stands in the catalogue. */
export const catalogueCard = (slug: string): string => `modele-${slug}`;

/** Addresses of kits at the desk. */
export const kitUrls = {
  all: `${desk}/kits`,
  add: `${desk}/kits/nouveau`,
  one: (id: string) => `${desk}/kits/${id}`,
  removal: (id: string) => `${desk}/kits/${id}/suppression`,
  /** Which one is the standard kit of an association. */
  standard: (associationId: string) => `${desk}/kits/association/${associationId}`,
  /** An association asks for what it lacks of one. */
  asking: (id: string) => `/materiel/kits/${id}/demande`,
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

/** Addresses of the waiting list of loans: joining it, one's place on it. */
export const waitUrls = {
  join: "/materiel/attente",
  own: (token: string) => `/attente-de-pret/${token}`,
  ownAccepting: (token: string) => `/attente-de-pret/${token}/acceptation`,
  ownLeaving: (token: string) => `/attente-de-pret/${token}/depart`,
  accepting: (id: string) => `/espace/prets/${id}/attente/acceptation`,
  leaving: (id: string) => `/espace/prets/${id}/attente/depart`,
  again: (id: string) => `/espace/prets/${id}/encore`,
} as const;
