/** Words that everyone in France uses for one another; each commune adds its own. One line a group, ends included. */
const groups = `
foot, football
basket, basketball, basket-ball
hand, handball, hand-ball
volley, volleyball, volley-ball
ping-pong, tennis de table
rugby, ovalie
gym, gymnastique
vélo, cyclisme, bicyclette, cyclo
vtt, vélo tout terrain
natation, nager, piscine, nageur
course à pied, jogging, footing, running, courir
randonnée, rando, marche, balade, sentier
équitation, cheval, poney, équestre
escalade, grimpe, varappe
pétanque, boules
aïkido, judo, karaté, arts martiaux, taekwondo, jujitsu
boxe, kick-boxing, sport de combat
self-défense, auto-défense
chorale, chant, chanter, choeur
musique, musicien, musical, instrument
fanfare, harmonie
théâtre, comédien, comédie
impro, improvisation
danse, danser, danseur, bal
photo, photographie
ciné, cinéma, film
peinture, dessin, arts plastiques, peintre
poterie, céramique
couture, coudre
lecture, lire, livre
écriture, écrire
bd, bande dessinée
jeux de société, ludothèque
jeux vidéo, gaming, e-sport
modélisme, maquette
philatélie, timbre, philatélique
généalogie, ancêtre
ordinateur, ordi, pc, informatique
internet, en ligne, web
numérique, informatique, digital
smartphone, téléphone, portable, mobile
réparer, réparation, repair café
recycler, recyclerie, ressourcerie, seconde main
vide-grenier, brocante, puces
démarches, administratif, papiers, formulaire
écrivain public, aide administrative
français, fle, langue française
alphabétisation, illettrisme, apprendre à lire
devoirs, soutien scolaire, accompagnement scolaire, aide aux devoirs
parents d'élèves, ape, fcpe, peep
crèche, halte-garderie, garde d'enfants, nounou, assistante maternelle, babysitting
petite enfance, bébé, tout-petit
adolescent, ado, jeune
senior, retraité, troisième âge, aîné, personnes âgées, ancien
centre de loisirs, centre aéré, colonie
solidarité, entraide, solidaire
aide alimentaire, épicerie solidaire, colis alimentaire, banque alimentaire, repas
vêtement, habit, vestiaire, friperie
premiers secours, secourisme, secouriste
don du sang, donneurs de sang
sourd, malentendant, langue des signes, lsf
aveugle, malvoyant, non-voyant, braille
handicap, handicapé, handi
alcool, alcoolisme, addiction, dépendance, sobriété
cancer, oncologie
relaxation, sophrologie, détente
bien-être, relaxation
femmes, féminin, féminine
violences conjugales, femmes battues
migrant, réfugié, étranger, exilé
emploi, travail, boulot, insertion, chômage, demandeur d'emploi
cv, recherche d'emploi
entreprise, création d'entreprise, entrepreneur
commerce, commerçant, boutique, artisan
locataire, logement, hlm, bailleur, propriétaire
consommateur, litige
jardin, jardinage, potager
compost, compostage, composteur
amap, producteur local, panier de légumes
écologie, environnement, climat, transition écologique
pêche, pêcheur
chasse, chasseur
chien, canin
chat, félin, refuge
oiseau, ornithologie
abeille, apiculture, miel, rucher, essaim
champignon, mycologie
astronomie, étoile
jumelage, ville jumelle
bénévolat, bénévole, volontaire
quartier, voisin, voisinage
fête, festivité, animation
patrimoine, histoire, mémoire
église, paroisse, messe, catholique
mosquée, musulman, islam
protestant, temple
juif, synagogue
religion, culte, spiritualité
médias, radio, journal
santé, maladie, malade
covoiturage, mobilité, transport
`;

/** The groups as they are written, for the page where agents read them. */
export const defaultSynonyms: readonly (readonly string[])[] = groups
  .trim()
  .split("\n")
  .map((line) => line.split(", "));
