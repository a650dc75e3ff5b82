/** Words agents use for a screen that bears another name, accents and capitals aside. */
const words: Record<string, readonly string[]> = {
  "/gestion/file": ["a faire", "taches", "travail", "signalement", "erreur", "relance"],
  "/gestion/propositions": ["signalement", "erreur", "habitant", "nouvelle association"],
  "/gestion/doublons": ["fusion", "fusionner", "reunir", "meme association"],
  "/gestion/imports": ["fichier", "excel", "csv", "tableur", "rna", "subvention"],
  "/gestion/lieux": ["adresse", "salle", "equipement", "gymnase", "carte"],
  "/gestion/annuaire/fraicheur": ["confirmer", "perime", "a jour", "mois"],
  "/gestion/annuaire/priorite": ["score", "ordre", "eloigne du numerique", "2.3"],
  "/gestion/annuaire/synonymes": ["synonyme", "recherche", "vocabulaire"],
  "/gestion/annuaire/besoins": ["besoin", "recherche", "sans resultat"],
  "/gestion/pilotage": ["indicateur", "chiffre", "bilan", "rapport", "statistique"],
  "/gestion/absences": ["conge", "vacances", "remplacant", "remplacer", "maladie"],
  "/gestion/courriels": ["mail", "e-mail", "envoi", "boite"],
  "/gestion/reglages": ["parametre", "configuration", "couleur", "logo", "equipe", "droits"],
  "/gestion/reglages/equipe": ["agent", "compte", "inviter", "droits", "role", "collegue"],
  "/gestion/reglages/effacement": ["rgpd", "effacer", "supprimer", "donnees personnelles", "oubli"],
  "/gestion/reglages/calendrier": ["vacances", "ferie", "jour ferie", "fermeture", "pont", "ics"],
  "/gestion/reglages/apparence": ["couleur", "logo", "theme"],
};

/** Addresses of the screens some words are used for. */
export const helpWords = (plain: string): string[] =>
  plain.length < 3
    ? []
    : Object.entries(words).flatMap(([path, list]) =>
        list.some((word) => word.startsWith(plain) || plain.includes(word)) ? [path] : [],
      );
