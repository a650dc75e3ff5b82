import { plainWords } from "../../imports/index.ts";
import type { Category, UnitState } from "../codes.ts";

/** What people write of a thing's state; what is broken comes before what works. */
const states: readonly (readonly [RegExp, UnitState])[] = [
  [/reforme|rebut|jete|retire|mis au|dechet|recycle|vendu|donne\b/, "retired"],
  [/perdu|vole|disparu|introuvable|manquant/, "lost"],
  [/^hs\b|\bhs$|hors service|panne|casse|repar|\bsav\b|defect|abime|ne marche|ne fonctionne/, "repair"],
  [/verif|test|controle|inconnu|a voir|nettoyer/, "to_check"],
  [/neuf|\bbon\b|bonne?|tbe|^be$|^ok$|pret|disponible|dispo\b|marche|fonctionn|correct|usage|moyen|service/, "ready"],
]; // prettier-ignore

export const stateIn = (cell: string): UnitState | undefined => {
  const plain = plainWords(cell);
  return states.find(([word]) => word.test(plain))?.[1];
};

/** What people call things, in the order that tells them apart: a "carte SIM" is no card, a "support d'écran" still a screen. */
const kinds: readonly (readonly [RegExp, Category])[] = [
  [/\bsim\b|routeur|\bbox\b|4g|5g|wi ?fi|connexion|modem|hotspot|\bcle 4g/, "connection"],
  [/tablette|ipad/, "tablet"],
  [/telephone|smartphone|mobile\b|iphone/, "phone"],
  [/video ?proj|projecteur|ecran|moniteur|televis|\btv\b/, "screen"],
  [/imprim|print|scanner|photocop|plastif|massicot/, "print"],
  [/ordinateur|\bpc\b|portable|laptop|informatique|macbook|chromebook|unite centrale/, "computer"],
  [/sono|enceinte|micro|\bson\b|ampli|haut parleur|casque|table de mixage|audio/, "sound"],
  [/photo|camera|appareil photo|trepied|video/, "picture"],
  [/barnum|tente|table|chaise|banc|grille|evenement|percolateur|vaisselle|estrade|podium/, "event"],
];

/** What sort of thing some words tell. */
export const categoryIn = (words: string): Category | undefined => {
  const plain = plainWords(words);
  if (plain.startsWith("autre")) return "other";
  return kinds.find(([word]) => word.test(plain))?.[1];
};

/** How made tags begin. */
export const prefixes: Record<Category, string> = {
  computer: "PC",
  tablet: "TAB",
  phone: "TEL",
  connection: "NET",
  screen: "ECR",
  sound: "SON",
  picture: "PHO",
  print: "IMP",
  event: "EVT",
  other: "MAT",
};
