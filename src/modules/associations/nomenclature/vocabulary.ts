import type { Theme } from "../codes.ts";

/**
 * French words that betray a theme, without accents nor capitals. A trailing `*` stands for any ending; a leading `?`
 * marks a word so common in aims that it counts half.
 * Used for files without codes, so precision matters more than reach: a word of two themes is left out or given to both.
 */
export const vocabulary: Record<Theme, string> = {
  sport: `?sport*  judo* karate* aikido taekwondo jujitsu ju-jitsu kendo boxe boxing boxeur* kick-boxing lutte-libre escrime foot*
    futsal rugby* basket* handball* hand-ball volley* badminton tennis ping-pong squash padel athle* cross* triathlon course-a-pied
    running jogging marathon natation nageur* aquagym plongee aviron canoe* kayak* voile surf* nautique* cyclis* cyclo* velo vtt
    bmx roller* skate* gym* fitness yoga pilates muscu* haltero* petanque boule boules bouliste* bowling golf* equitation equestre*
    cheval chevaux poney* hippique* randonn* marche-nordique escalade alpinis* speleo* ski skieur* tir tireur* archer* arc baseball
    hockey patinage parachut* ulm parapente motocross ?moto ?motos automobile karting racing rallye airsoft paintball twirling
    danse-sportive qi-gong tai-chi arts-martiaux budo capoeira athletic olympique supporters stretching stade zumba cheerleading
    self-defense auto-defense krav*`,
  arts: `?art arts artist* chant* chorale* choeur* choral* vocal* orchestre* harmonie fanfare* musi* piano guitar* jazz rock rap
    hip-hop concert* opera batucada percussion* theatr* comedie comedien* scene scenique* spectacle* cirque marionnette* clown*
    conte conteur* danse* dansant* danser salsa tango ballet choregraph* peintur* peintre* dessin* sculpt* poterie* ceramique*
    photo* cinema* cine film* court-metrage* audiovisuel* radio litter* poesie poete* ecriture* ecrivain* ?livre* lecture* lire
    bibliotheque* mediatheque* ?culture ?culturel* festival* exposition* calligraph* graphi* bande-dessinee illustrat* folklor*
    majorette* editorial* edition* vitrail`,
  heritage: `patrimoine* histoire histori* memoire* musee* archeolog* genealog* ancetre* tradition* monument* chateau* moulin*
    eglise* chapelle* anciens-combattants ancien-combattant souvenir* commemorat* deportes ?resistance veterans-de-guerre mutiles
    prisonniers-de-guerre militaire* patois dialecte* occitan* breton* basque* reconstitution* medieval* savante* sauvegarde-du
    vieilles-pierres`,
  leisure: `?loisir* jeu jeux ludique* ludo* echecs bridge scrabble tarot belote cartes poker billard* modelis* maquette* miniature*
    collection* philatel* numismat* voitures-anciennes vehicules-anciens tuning couture tricot* broderie patchwork scrapbooking
    bricol* travaux-manuels cuisine* gastronom* vin vins biere oenolog* confrerie* aeroclub* aero-club jumping divertissement* festiv* fete* bal
    voyage* ?sortie ?sorties tourisme touristique* camping amicale amical* jeux-de-role karaoke radioamateur* detente chien* canin*
    aquario* colomboph* comite-des-fetes soirees ?convivial*`,
  education: `ecole* ?scolaire* ?eleve* college* lycee* enseign* ?pedagog* ?educat* parents-d-eleves sou-des-ecoles etudiant*
    universit* soutien-scolaire periscolaire* aide-aux-devoirs cours-de-langue* langue langues anglais espagnol allemand alphabetis*
    illettr* apprentissage* ?formation* laique* scout* eclaireur* jeunesse education-populaire ?recherche* ?scientif* ?science*
    savoirs colloque* ape fcpe apel promotion-de-l-enseignement bilingu* academie-de instruction-en-famille`,
  family: `?famill* familial* ?parent ?parents parental* petite-enfance ?enfance creche* halte-garderie garderie* assistante*-maternelle*
    nounou* bebe* ?garde-d-enfants mam assistantes-maternelles maman* papa* naissance* allaitement* adoption* creche-parentale ?maternel* monoparental* colonie* centre-aere
    jeunes-enfants`,
  seniors: `services-a-la-personne services-a-domicile service-a-domicile senior* retraite* troisieme-age 3eme-age 3e-age aine aines personnes-agees age-d-or vermeil ehpad maison-de-retraite
    aide-a-domicile gerontolog* alzheimer cheveux-blancs cheveux-d-argent generations-mouvement`,
  solidarity: `solidar* entraide* aide-alimentaire caritati* humanitaire* secours* secouris* demuni* precarite exclusion
    personnes-en-difficulte* pauvre* pauvrete sans-abri hebergement* refugie* migrant* immigre* detenu* insertion-sociale
    surendettement croix-rouge emmaus restos-du-coeur epicerie-solidaire vestiaire benevolat pompier* sauvetage sauveteur* action-sociale
    protection-civile bienfaisance orphelin* victimes dons entr-aide defavoris*`,
  health: `?sante medic* malad* handicap* don-de-sang donneurs-de-sang cancer sida diabet* autis* hopita* hospital* soin soins
    soignant* infirmi* chirurg* psych* therap* bien-etre sophrolog* relaxation* meditation reiki hypnose naturopath* nutrition
    dieteti* addiction* alcool* toxicoman* drogue* sclerose myopath* sourd* aveugle* malvoyant* paralys* hygiene osteopath*
    trisomi* dentaire* pharma* kinesi* depistage`,
  nature: `?nature environnement* ecolog* biodivers* faune flore oiseau* ornitholog* ?animal* animaux chat chats refuge foret*
    riviere* peche peche* pecheur* chass* jardin* potager* apicult* abeille* ruche* compost* dechet* recycl* climat*
    developpement-durable agricol* agricult* amap bio paysan* eleveur* pollution* zone-humide espaces-naturels mycolog* botani*
    energies-renouvelables horticol* plante plantes veterinair* permaculture`,
  citizenship: `citoyen* ?politique* election* electoral* ?droits defense-des-droits liberte* democra* laicite discriminat*
    racisme egalite parite feminis* femmes paix justice juridique* mediation consommateur* consommation contribuable* usagers
    securite-routiere civique* republi* ligue-des-droits syndicat* lgbt* republique debat*`,
  work: `emploi* chomeur* chomage entreprise* entrepreneur* ?economi* commercant* commerce* commercial* artisan artisans artisanal*
    insertion-professionnelle ?professionnel* metier* salarie* employeur* syndical* travailleur* cooperative* creation-d-activite*
    coworking patronal* employes personnel-de industri* marketing taxis`,
  neighbourhood: `quartier* voisin* riverain* ?habitants locataire* coproprietaire* proprietaire* lotissement* cadre-de-vie
    comite-des-fetes centre-social maison-de-quartier vie-locale animation-du-village village hameau foyer-rural logement* habitat
    animation-locale socioculturel* socio-culturel* sel systeme-d-echange tiers-lieu residence`,
  international: `internationa* jumelage* afrique africain* burkina* senegal* mali malien* maroc* algeri* tunisi* madagascar
    malgache* haiti* portug* espagn* itali* polonais* turc* chinois* vietnam* inde indien* bresil* latino* comor* congo* cameroun*
    ivoirien* armeni* ukrain* palestin* franco-* amitie-france echanges-culturels cooperation-internationale pays-en-developpement
    tiers-monde diaspora* originaires ressortissants ?europe ?europeen* balkan* kabyle* quebec* guinee* tchad* togo* benin*`,
  digital: `informati* ?numeri* ?internet ordinateur* logiciel* multimedia* ?web ?site-internet ?sites-internet cyber* bureautique
    fablab linux robotique* programmation jeux-video video-ludique* e-sport esport geek* electronique* nouvelles-technologies
    technologies-de-l-information impression-3d`,
  beliefs: `relig* baptiste* chretienne  spiritu* culte cultuel* paroiss* chretien* cathol* protestant* evangeli* eglise-evangel* musulman* islam*
    mosquee* juif* juive* israelite* bouddh* diocesain* biblique* bible catechese priere* theolog* philosoph* temoins-de-jehovah
    aumonerie pastoral* missionnaire* pelerinage*`,
};
