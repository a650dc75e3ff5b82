/** What the site proposes to agree on, until the commune writes its own. */
export const usualWords = `# Ce que prête la commune
La commune prête gratuitement du matériel à l’association, pour ses activités ouvertes à tous. Chaque prêt a son bon, qui dit ce qui est prêté, où et jusqu’à quand.

# Ce que l’association accepte
Elle prend soin du matériel et ne le prête à personne.

Elle le rend propre, avec tout ce qui l’accompagne, au jour et à l’heure dits. Si elle a besoin de le garder plus longtemps, elle le demande avant.

Elle est assurée pour ce qu’elle emprunte.

# Si quelque chose est perdu ou cassé
L’association prévient la mairie sans attendre. Ce qui est perdu ou cassé par sa faute est remplacé, au prix écrit sur le bon.

# Durée
Cette convention vaut pour la saison. Chacun peut y mettre fin en l’écrivant à l’autre : les prêts en cours vont jusqu’à leur terme.`;
