import { agesNamed } from "./cleaning/ages.ts";
import { plainWords } from "./header.ts";
import { targetHeaders, targets, type Target } from "./targets.ts";

/** Column names as people write them, tried in order on the plain name. */
const words: readonly (readonly [RegExp, Target])[] = [
  [/\brna\b|\bwaldec\b|numero d association|n association/, "rna"],
  [/\bsiret\b|\bridet\b/, "siret"],
  [/\bsiren\b/, "siren"],
  [/\bsigle\b|acronyme|nom court|titre court/, "acronym"],
  [/\binsee\b|code commune|depcom/, "insee"],
  [/code postal.*(?:ville|commune)|\bcp ville\b/, "postcode_and_town"],
  [/code postal|codepostal|\bcp\b|\bzip\b|postcode/, "postcode"],
  [/^lat(?:itude)?\b|\blatitude$|\by wgs84\b/, "latitude"],
  [/^(?:lon|lng|long)(?:gitude)?\b|\blongitude$|\bx wgs84\b/, "longitude"],
  [/geoloc|coordonnees (?:gps|geo)|geo ?point|\bgps\b|^coordonnees$|lat ?lon/, "point"],
  [/courriel|\be ?mail\b|\bmail\b|adresse electronique|adresse mail|\bmel\b/, "email"],
  [/site (?:web|internet)|siteweb|\bweb\b|\burl\b|internet|^site$|site inter/, "website"],
  [/telephone|\btel\b|portable|\bmobile\b|phone|num tel/, "phone"],
  [/date.*(?:dissol|disso\b|cessation|fermeture|fin\b)/, "ceased"],
  [/date.*(?:creat|creation|declaration)|creee? le|annee de creation/, "created"],
  [/quartier|secteur geo|\bdistrict\b/, "district"],
  [/complement.*adresse|adresse.*complement|comp adresse|adresse 2$/, "complement"],
  [/activites? propos|activites? pratiqu/, "activity"],
  [/descri.* activite/, "activity_what"],
  [/^age (?:min|a partir)/, "age_min"],
  [/^age max/, "age_max"],
  [/^ages?$|tranches? d ages?/, "ages"],
  [/^jours?$|jour de (?:pratique|la semaine|l activite)|^jours? et horaires?$/, "day"],
  [/heure.*(?:debut|deb$)|^de$|^debut$|horaire.*debut/, "start"],
  [/heure.*fin|^fin$|horaire.*fin/, "end"],
  [/^horaires?\b|creneaux?/, "hours"],
  [/^tarifs?\b|^prix\b|cotisation/, "price"],
  [/discipline|activite|\bsport\b|\bateliers?\b/, "keyword"],
  [/theme|thematique|categorie|domaine|type d association|famille d/, "theme"],
  [/public/, "publics"],
  [/^lieu\b|equipement|^salle\b|gymnase|etablissement|lieu de (?:pratique|l activite)/, "place"],
  [
    /^(?:ville|commune|localite)\b|libelle commune|nom commune|\bville$|\bcommune$|\blocalite$/,
    "town",
  ],
  [/adresse|\brue\b|\bvoie\b|libelle voie|siege social|\badres\b/, "street"],
  [/^objet\b|^buts?\b|description|presentation|missions?\b/, "aims"],
  [/^enfants?\b|bebe|petite enfance/, "public_children"],
  [/^(?:ados?|adolescents?|jeunes?|juniors?)\b/, "public_teens"],
  [/^adultes?\b/, "public_adults"],
  [/^(?:seniors?|aines?|retraites?)\b/, "public_seniors"],
  [/handicap/, "public_disability"],
  [/^familles?\b/, "public_families"],
  [/observation|remarque/, "remark"],
  [/^(?:annee|exercice|millesime)\b/, "year"],
  [
    /(?:^| )(?:nom|titre|intitule|denomination|raison sociale|libelle|designation)(?: |$).*(?:association|asso|structure|club|organisme|beneficiaire)?/,
    "name",
  ],
  [/^(?:nom|associations?|asso|clubs?|structures?|organismes?|beneficiaires?)\b|\bnom$/, "name"],
];

/** Names that look like an association's but are a person's, a giver's or a program's own. */
const never =
  /president|responsable|tresorier|secretaire|prenom|nom (?:du|de la|des) (?:contact|dirigeant|referent)|contact nom|attribuant|montant|subvention|^objectid|^globalid|creator|editor|^fid$/;

const ownHeaders = new Map(targets.map((target) => [plainWords(targetHeaders[target]), target]));

/** The target a column name announces, surest words first. */
export function targetByHeader(name: string): Target | undefined {
  const plain = plainWords(name.replaceAll("_", " "));
  if (plain === "") return undefined;
  const own = ownHeaders.get(plain);
  if (own !== undefined) return own;
  if (never.test(plain)) return undefined;
  return ageColumn(plain) ?? words.find(([word]) => word.test(plain))?.[1];
}

/** A column named after ages (`6-12 ans`, `60 ans et plus`) says yes or no of people of these ages. */
function ageColumn(plain: string): Target | undefined {
  const [from, to] = /\d ?ans?\b/.test(plain) ? (agesNamed(plain) ?? []) : [];
  if (from === undefined || to === undefined) return undefined;
  if (to !== null && to <= 12) return "public_children";
  if (to !== null && to <= 20) return "public_teens";
  return from >= 55 ? "public_seniors" : "public_adults";
}
