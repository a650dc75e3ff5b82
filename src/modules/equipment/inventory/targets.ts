import { plainWords } from "../../imports/index.ts";

/** What a column of an inventory can feed, as people choose it. */
export const targets = [
  "name",
  "brand",
  "model",
  "category",
  "quantity",
  "tag",
  "serial",
  "state",
  "place",
  "shelf",
  "bought",
  "price",
  "plan",
  "sim",
  "note",
] as const;
export type Target = (typeof targets)[number];

export const isTarget = (word: string): word is Target => targets.some((one) => one === word);

/** Several columns may hold remarks; of the others, the first one is believed. */
const mayComeTwice = (target: Target) => target === "note";

/** Words of headers, the surest first: "n° de série" is no tag, "carte SIM" is no data plan. */
const words: readonly (readonly [RegExp, Target])[] = [
  [/\bsim\b|iccid/, "sim"],
  [/serie|serial|^s n$|^sn$|imei/, "serial"],
  [/etiquette|inventaire|^(?:n |no |num |numero )?inv\b|^tag\b|code barre|immobilisation/, "tag"],
  [/^(?:qte|qt|quantites?|nombre|nb|nbre|stock|combien)\b|exemplaires/, "quantity"],
  [/forfait|abonnement|\bdata\b|donnees/, "plan"],
  [/date|achete le|acquis le|annee/, "bought"],
  [/valeur|prix|cout|montant|\bttc\b/, "price"],
  [/^etat|statut|condition|fonctionne/, "state"],
  [/etagere|armoire|rayon|placard|casier|rangement|tiroir/, "shelf"],
  [/^lieux?\b|\bsites?\b|batiment|salle|emplacement|\blocal|stockage|ou est/, "place"],
  [/comment|remarque|observation|notes?\b|divers|infos?\b/, "note"],
  [/marque|fabricant|constructeur/, "brand"],
  [/categorie|\btypes?\b|famille|sorte|nature/, "category"],
  [/modele|\bmodel\b|reference|^ref\b/, "model"],
  [/designation|libelle|^nom\b|intitule|materiels?|article|objet|description|equipement|appareil/, "name"],
]; // prettier-ignore

/** What each column feeds, guessed by its name; nothing when no word tells. */
export function guessTargets(header: readonly string[]): (Target | "")[] {
  const guessed: (Target | "")[] = [];
  for (const name of header) {
    const plain = plainWords(name.replaceAll("_", " "));
    const target = words.find(([word]) => word.test(plain))?.[1] ?? "";
    guessed.push(target !== "" && guessed.includes(target) && !mayComeTwice(target) ? "" : target);
  }
  return named(guessed) || !guessed.includes("model")
    ? guessed
    : guessed.map((one) => (one === "model" ? "name" : one));
}

/** Without one of these, no line can be read. */
export const named = (chosen: readonly string[]): boolean => chosen.includes("name");

/** The first target that two columns both claim to be. */
export const twice = (chosen: readonly (Target | "")[]): Target | undefined =>
  chosen.find(
    (target, at): target is Target =>
      target !== "" && !mayComeTwice(target) && chosen.indexOf(target) !== at,
  );
