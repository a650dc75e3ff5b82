const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that say nothing of what is looked for, in records and in questions; folded. */
export const stopWords = set(`
  le la les un une des du de au aux ce cet cette ces et ou mais donc or ni car a en dans par pour sur sous avec sans chez
  vers entre pendant depuis jusque apres avant comme que qui quoi dont ou si ne pas plus moins tres trop peu aussi ainsi
  je tu il elle on nous vous ils elles me te se lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos moi
  toi soi eux y est sont etre ete sera suis es etes ai as avons avez ont avoir eu fait font faire fais peut peuvent peux
  pouvoir veut veux vouloir voudrais doit dois quel quelle quels quelles quelque quelques tout toute tous toutes meme
  autre autres chaque plusieurs ici la-bas cela ca celui celle ceux celles lors lorsque puis afin via pres aupres autour
  an of the and to in for
`);

/** Words of a question that are only its politeness: left out unless they are all there is; folded. */
export const fillers = set(`
  bonjour bonsoir merci svp besoin cherche chercher recherche rechercher trouver trouve aimerais souhaite souhaiterais
  envie comment quelqu quelquun quelqun quelqu'un quand combien existe avoir savoir sais sait va vais aller ayant
  apprendre devenir participer rejoindre inscrire inscription information infos info renseignement contact adresse
  horaire horaires prix tarif tarifs gratuit proche cote pres ville commune village endroit lieu ans age sert servir
  quelque chose bon bonne
`);

/** Words most records share: they order results, they do not make them. Folded and stemmed. */
export const generic = set(`
  associat asso club group amical union comit cercl centr atelier cour activit act loisir initiat stage ecol
  habitant personn gen
`);

/** Days, hours and seasons: a wish about when, never a reason to leave a record out. Folded and stemmed. */
export const moments = set(`
  lundi mardi mercredi jeudi vendredi samedi dimanch matin matine midi apre soir soire nuit journ jour semain weekend
  week end vacanc ete hiv automn printemp janvi fevri mar avril mai juin juillet aout septembr octobr novembr decembr
  aujourdhui demain maintenant
`);

/** Words about a child of the family: they tell the public meant, softly; folded. */
export const children = set(`fils fille gamin gamine gosse gosses fiston petit-fils petite-fille`);
