import { Alert } from "../alert.tsx";
import { ButtonLink } from "../form.tsx";
import { EmptyState } from "../pieces.tsx";
import { BrokenScene, DoneScene, LostScene, RestScene } from "../scenes/index.ts";
import type { View } from "../view.ts";
import { Progress } from "../wayfinding.tsx";

/** What the site says: good news, warnings, waits and ends. */
export const Messages = ({ view }: { view: View }) => (
  <>
    <h2>Les messages</h2>
    <Alert view={view} kind="info" title="Le service ferme le lundi 11 novembre">
      <p>Vous pouvez laisser un message : nous rappelons dès le mardi.</p>
    </Alert>
    <Alert view={view} kind="success">
      <p>Vos horaires sont confirmés. Merci.</p>
    </Alert>
    <Alert view={view} kind="warning" title="Deux associations portent presque le même nom">
      <p>
        <a href="/gestion/doublons">Comparer les deux fiches</a>
      </p>
    </Alert>
    <Alert view={view} kind="error">
      <p>Ce fichier ne peut pas être lu. Enregistrez-le en CSV, puis envoyez-le de nouveau.</p>
    </Alert>

    <h2>Un travail long</h2>
    <Progress view={view} words="Lecture du fichier" done={12400} total={37679} />
    <Progress view={view} words="Recherche des doublons" />

    <h2>Les fins et les manques</h2>
    <EmptyState scene={<DoneScene />} title="Votre demande est partie">
      <p>Camille Roussel vous répond avant le vendredi 6 novembre.</p>
      <ButtonLink kind="secondary" href="/espace">
        Revenir à mon espace
      </ButtonLink>
    </EmptyState>
    <EmptyState scene={<RestScene />} title="Rien ne vous attend">
      <p>Toutes les demandes ont reçu une réponse.</p>
    </EmptyState>
    <EmptyState scene={<LostScene />} title="Cette page n’existe pas">
      <p>L’adresse a peut-être changé. Cherchez, ou appelez-nous.</p>
    </EmptyState>
    <EmptyState scene={<BrokenScene />} title="Un fil a lâché de notre côté">
      <p>Ce n’est pas votre faute. Rien de ce que vous aviez envoyé n’est perdu.</p>
    </EmptyState>
  </>
);
