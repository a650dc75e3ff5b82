import type { Address } from "../facts.ts";
import { plainWords, singular } from "../identity/names.ts";

/** Where a record says it is, made comparable. Empty strings say nothing. */
export type Place = {
  /** INSEE code of the commune, the three cities with districts under one code. */
  insee: string;
  postcode: string;
  town: string[];
  department: string;
  /** House numbers and telling words of the street. */
  doors: string[];
  street: string[];
};

export function placeOf(seat: Address | undefined): Place {
  const insee = oneCity(seat?.insee ?? "");
  const postcode = /^\d{5}$/.test(seat?.postcode ?? "") ? (seat?.postcode ?? "") : "";
  const code = insee === "" ? postcode : insee;
  const words = plainWords(`${seat?.street ?? ""} ${seat?.complement ?? ""}`);
  return {
    insee,
    postcode: postcode.startsWith("00") ? "" : postcode,
    town: plainWords(seat?.town ?? "")
      .filter((word) => !unnamed.test(word))
      .map(singular),
    department: code.startsWith("00") ? "" : code.slice(0, /^9[78]/.test(code) ? 3 : 2),
    doors: words.filter((word) => /^\d{1,5}$/.test(word)).map((door) => door.replace(/^0+/, "")),
    street: words.filter((word) => word.length > 2 && !/\d/.test(word) && !common.has(word)),
  };
}

/** Whether two places are in one town; nothing when one of them does not say. */
export function sameTown(a: Place, b: Place): boolean | undefined {
  if (a.insee !== "" && a.insee === b.insee) return true;
  if (a.town.length > 0 && b.town.length > 0) {
    const near = a.department === "" || b.department === "" || a.department === b.department;
    // A commune that grew keeps the old one's name: "Les Cerqueux", "Cerqueux-de-Maulévrier".
    if (near && (within(a.town, b.town) || within(b.town, a.town))) return true;
    return false;
  }
  if (a.insee !== "" && b.insee !== "") return false;
  if (a.postcode !== "" && b.postcode !== "") return a.postcode === b.postcode;
  return undefined;
}

/** Same door of the same street, or the same hamlet or building when neither gives a number. */
export function sameStreet(a: Place, b: Place): boolean {
  if (a.street.length === 0 || b.street.length === 0) return false;
  const numbered = a.doors.length > 0 || b.doors.length > 0;
  if (numbered && !a.doors.some((door) => b.doors.includes(door))) return false;
  const [short, long] =
    a.street.length <= b.street.length ? [a.street, b.street] : [b.street, a.street];
  const shared = short.filter((word) => long.includes(word)).length;
  return shared >= Math.max(1, short.length * 0.75);
}

const within = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((word) => all.includes(word));

function oneCity(insee: string): string {
  if (/^(?:0{5})?$/.test(insee)) return "";
  if (/^751\d\d$/.test(insee)) return "75056";
  if (/^6938\d$/.test(insee)) return "69123";
  return /^132[01]\d$/.test(insee) ? "13055" : insee;
}

/** What is written beside the name of a town, or of so many towns that it names none. */
const unnamed = /^(?:cedex|\d.*|l[ae]s?|saint|sainte|ste?)$/;

/** Kinds of streets, and buildings where many associations have their letter box. */
const common: ReadonlySet<string> = new Set(
  (
    "rue avenue ave boulevard bld bvd blvd chemin chem che place allee allees all impasse imp route rte quai square cours " +
    "residence lotissement immeuble appartement appt apt bat batiment etage hall bis ter chez monsieur madame mme mlle " +
    "melle mairie hotel ville maison associations association centre social salle stade complexe sportif des les aux sur"
  ).split(" "),
);
