import { Actions, Button, ButtonLink } from "../form.tsx";
import { Icon, iconNames } from "../icon.tsx";
import { Doors, Hero, HumanHelp } from "../pieces.tsx";
import { PortraitScene, WelcomeScene } from "../scenes/index.ts";
import { SearchBox } from "../search.tsx";
import { checkTheme, defaultTheme } from "../theme.ts";
import type { View } from "../view.ts";
import { PrintButton, ShareButton } from "../wayfinding.tsx";

const colours = [
  ["main", "Couleur principale : liens, boutons"],
  ["accent", "Couleur vive : page en cours, motif, dessins"],
  ["tint", "Teinte calme : pied de page, survol"],
  ["warm", "Teinte vive : une personne à qui parler"],
  ["line", "Trait coloré"],
  ["paper", "Surface : cartes, champs"],
] as const;

/** Home page first, then type, colours, buttons and drawings. */
export const Foundations = ({ view }: { view: View }) => (
  <>
    <Hero scene={<WelcomeScene />}>
      <h1>Les associations de Valmont, près de chez vous</h1>
      <p class="lead">Une activité, un coup de main avec l’ordinateur, l’envie d’aider.</p>
      <SearchBox
        view={view}
        action="/annuaire"
        large
        hint="Par exemple : yoga, aide aux devoirs, club de lecture."
      />
    </Hero>
    <h2>Les portes</h2>
    <Doors
      doors={[
        {
          title: "Trouver une activité",
          words: "Sport, musique, lecture, jeux : 214 associations.",
          href: "/annuaire",
          icon: "calendar",
        },
        {
          title: "Être aidé avec le numérique",
          words: "Six lieux où l’on prend le temps.",
          href: "/annuaire?aide=oui",
          icon: "help",
        },
        {
          title: "Donner un coup de main",
          words: "Une heure ou une saison : des missions pour chacun.",
          href: "/engagements",
          icon: "heart",
        },
        {
          title: "Faire vivre une association",
          words: "Matériel, formations, quelqu’un à qui parler.",
          href: "/connexion",
          icon: "association",
        },
      ]}
    />
    <HumanHelp
      view={view}
      picture={<PortraitScene />}
      title="Besoin de parler à quelqu’un ?"
      phone="02 41 00 00 00"
    >
      <p>Camille Roussel vous répond du lundi au vendredi, de 9 h à 17 h.</p>
    </HumanHelp>

    <h2>Les titres et le texte</h2>
    <h3>Titre de niveau 3 : Intercommunalité et anticonstitutionnellement</h3>
    <p>
      Le texte se lit sans effort : dix-huit points, des lignes de soixante-cinq signes, des mots de
      tous les jours. <a href="/contact">Un lien se voit</a>, <strong>un mot important</strong>{" "}
      aussi.
    </p>
    <ul>
      <li>Une phrase, une idée.</li>
      <li>Les dates en toutes lettres : mardi 3 novembre à 18 h.</li>
    </ul>

    <h2>Les couleurs</h2>
    <ul class="grid">
      {colours.map(([name, words]) => (
        <li class="row">
          <svg width="56" height="56" viewBox="0 0 56 56" aria-hidden="true">
            <rect class={`d-${name} swatch`} x="1" y="1" width="54" height="54" rx="10" />
          </svg>
          <span class="swatch-words">{words}</span>
        </li>
      ))}
    </ul>
    <p class="soft">
      {checkTheme(defaultTheme)
        .map((pair) => pair.ratio.toFixed(1).replace(".", ","))
        .join(" · ")}{" "}
      : contrastes du thème par défaut, 4,5 au moins pour le texte, 3 pour les traits.
    </p>

    <h2>Les boutons</h2>
    <form method="post" action="/style">
      <Actions>
        <Button icon="send">Envoyer ma demande</Button>
        <ButtonLink href="/annuaire" kind="secondary" icon="map">
          Voir la carte
        </ButtonLink>
        <Button kind="danger" icon="remove">
          Retirer cette fiche
        </Button>
        <ButtonLink href="/" kind="quiet">
          Revenir à l’accueil
        </ButtonLink>
      </Actions>
    </form>
    <div class="actions">
      <PrintButton view={view} />
      <ShareButton view={view} />
    </div>

    <h2>Les dessins de poche</h2>
    <ul class="row">
      {iconNames.map((name) => (
        <li class="row small soft">
          <Icon name={name} />
          {name}
        </li>
      ))}
    </ul>
  </>
);
