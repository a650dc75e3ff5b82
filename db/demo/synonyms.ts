/** Words residents use for one another, as an agent of the commune would keep them. One line a group. */
export const synonyms: readonly (readonly string[])[] = `
foot, football, ballon rond
futsal, foot en salle
vélo, cyclisme, bicyclette, cyclotourisme, cycliste, biclou
vtt, vélo tout terrain
gym, gymnastique, remise en forme
fitness, renforcement musculaire, cardio
basket, basketball, basket-ball
hand, handball
volley, volleyball
bad, badminton
ping-pong, tennis de table
natation, nager, nage, piscine
course à pied, jogging, footing, running, courir
rando, randonnée, marche, balade
boxe, sport de combat
arts martiaux, judo, karaté, aïkido
cheval, équitation, poney
kayak, canoë, canoé-kayak
tir à l'arc, archerie, archers
pétanque, boules
danse, danser
hip-hop, danse urbaine, breakdance
taï-chi, qi gong, gymnastique chinoise
chorale, chant, chanter, choeur
fanfare, harmonie, orchestre
musique, solfège, instrument
théâtre, comédie, jouer la comédie
impro, improvisation
photo, photographie
ciné, cinéma, film
peinture, dessin, peindre, dessiner
poterie, céramique, modelage
couture, coudre, machine à coudre
tricot, tricoter, laine
bd, bande dessinée
jeux de société, ludothèque, jeux
cartes, belote, tarot
petits trains, modélisme, maquette
vieilles voitures, voitures anciennes, voitures de collection
vin, oenologie, dégustation
fête, animation, festivités
ordi, ordinateur, informatique, pc
internet, web, en ligne
portable, téléphone, smartphone
tablette, écran tactile
démarches en ligne, papiers, formulaires, administratif
écrivain public, aide pour écrire, courrier
fle, français langue étrangère, apprendre le français, cours de français
illettrisme, apprendre à lire, lire et écrire, alphabétisation
devoirs, aide aux devoirs, soutien scolaire
parents d'élèves, ape, fcpe
crèche, garderie, garde d'enfants, nounou
mam, maison d'assistantes maternelles
bébé, tout-petit, petite enfance
ado, adolescent, jeune
mamie, papi, senior, personne âgée, retraité, troisième âge, aînés
aide à domicile, ménage, auxiliaire de vie
aide alimentaire, colis, épicerie solidaire, nourriture
vêtements, habits, vestiaire, fripes
premiers secours, secourisme, psc1
don du sang, donner son sang, collecte de sang
lsf, langue des signes, sourd
handicap, handi, personne handicapée
alzheimer, mémoire, démence
alcool, addiction, dépendance
yoga, relaxation, détente
jardin, jardinage, potager
amap, panier de légumes, producteurs locaux
compost, composteur
pêche, pêcheur
chasse, chasseur
chien, éducation canine
chat, refuge, animaux abandonnés
oiseaux, ornithologie
abeilles, apiculture, miel
champignons, mycologie
environnement, écologie, climat
réparer, réparation, repair café
emploi, travail, boulot, cv
créer son entreprise, création d'entreprise
commerçants, commerces, boutiques
locataire, hlm, logement
sel, échange de services, entraide entre voisins
jumelage, ville jumelle
bénévolat, bénévole, volontaire
anciens combattants, vétérans, 11 novembre
généalogie, ancêtres, arbre généalogique
église, paroisse, messe
mosquée, culte musulman
`
  .trim()
  .split("\n")
  .map((line) => line.split(", "));
