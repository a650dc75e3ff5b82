import { Tag } from "../alert.tsx";
import { CheckboxGroup, RadioGroup } from "../choices.tsx";
import { blankForm } from "../form.tsx";
import { Pagination } from "../pagination.tsx";
import { Card, EmptyState, Facts, ResultItem, Results, Split } from "../pieces.tsx";
import { NothingFoundScene } from "../scenes/index.ts";
import { FilterPanel, SearchBox } from "../search.tsx";
import { Table } from "../table.tsx";
import type { View } from "../view.ts";
import { Breadcrumb } from "../wayfinding.tsx";

const lines = [
  { name: "Les Amis du Moulin", theme: "Patrimoine", members: 48, state: "fresh" },
  {
    name: "Intercommunalité sportive des Trois-Rivières",
    theme: "Sport",
    members: 1204,
    state: "old",
  },
  { name: "Atelier Fil et Compagnie", theme: "Couture et loisirs", members: 31, state: "fresh" },
];

/** What was found, and how to find better. */
export const Lists = ({ view }: { view: View }) => (
  <>
    <h2>Une liste de résultats</h2>
    <Breadcrumb
      view={view}
      trail={[{ words: "Trouver une association", path: "/annuaire" }]}
      here="Yoga"
    />
    <Split side={<Filters view={view} />}>
      <SearchBox view={view} action="/annuaire" value="yoga" id="recherche-liste" />
      <p>
        <strong>3 associations</strong> pour « yoga » dans tous les quartiers.
      </p>
      <Results>
        <ResultItem
          title="Yoga pour tous"
          href="/associations/yoga-pour-tous"
          summary="Cours de yoga doux, tous niveaux, tapis fournis."
          facts={[
            { icon: "place", words: "Maison de quartier des Tilleuls, à 600 m" },
            { icon: "clock", words: "Mercredi de 18 h à 19 h 30" },
            { icon: "people", words: "Adultes, dès 16 ans" },
            { icon: "euro", words: "90 € l’année, premier cours offert" },
          ]}
          tags={<Tag tone="success">Horaires confirmés le 3 septembre</Tag>}
        />
        <ResultItem
          title="Souffle et mouvement"
          href="/associations/souffle-et-mouvement"
          summary="Yoga sur chaise et relaxation."
          facts={[
            { icon: "place", words: "Salle Jeanne-Moreau" },
            { icon: "clock", words: "Lundi et jeudi matin" },
          ]}
          tags={
            <>
              <Tag tone="warning">À confirmer</Tag>
              <Tag icon="access">Accessible en fauteuil</Tag>
            </>
          }
        />
      </Results>
      <Pagination view={view} page={4} pages={12} href={(n) => `/annuaire?q=yoga&page=${n}`} />
    </Split>

    <h2>Rien à montrer</h2>
    <EmptyState scene={<NothingFoundScene />} title="Aucune association ne propose « trapèze »">
      <p>Essayez un mot plus simple, ou regardez les activités de cirque.</p>
      <p>
        <a href="/annuaire?q=cirque">Voir les activités de cirque</a>
      </p>
    </EmptyState>

    <h2>Une fiche</h2>
    <Facts
      view={view}
      facts={[
        { term: "Quand", value: "Mercredi de 18 h à 19 h 30", change: "/espace/horaires" },
        {
          term: "Où",
          value: "Maison de quartier des Tilleuls, 4 rue des Lilas",
          change: "/espace/lieux",
        },
        { term: "Comment venir", value: "Le premier cours est libre, sans inscription." },
      ]}
    />
    <ul class="grid">
      <li>
        <Card title="Une carte" href="/annuaire">
          <p>Toute la carte répond au doigt.</p>
        </Card>
      </li>
      <li>
        <Card title="Une carte simple">
          <p>Elle ne mène nulle part.</p>
        </Card>
      </li>
    </ul>

    <h2>Un tableau</h2>
    <Table
      view={view}
      caption="Associations à appeler cette semaine"
      rows={lines}
      columns={[
        {
          label: "Association",
          heading: true,
          sort: { href: "?tri=nom", order: "ascending" },
          cell: (line) => <a href="/gestion/associations/1">{line.name}</a>,
        },
        { label: "Thème", sort: { href: "?tri=theme" }, cell: (line) => line.theme },
        {
          label: "Adhérents",
          numeric: true,
          sort: { href: "?tri=adherents" },
          cell: (line) => line.members.toLocaleString("fr"),
        },
        {
          label: "Fiche",
          cell: (line) =>
            line.state === "fresh" ? (
              <Tag tone="success">À jour</Tag>
            ) : (
              <Tag tone="warning">À confirmer</Tag>
            ),
        },
      ]}
    />
  </>
);

const Filters = ({ view }: { view: View }) => {
  const form = { ...blankForm, values: { quartier: ["tilleuls"], public: "adultes" } };
  return (
    <FilterPanel view={view} action="/annuaire" active={2} clear="/annuaire?q=yoga">
      <CheckboxGroup
        view={view}
        form={form}
        name="quartier"
        label="Quartier"
        options={[
          { value: "tilleuls", label: "Les Tilleuls", count: 2 },
          { value: "gare", label: "La Gare", count: 1 },
          { value: "bords", label: "Bords de Loire", count: 0 },
        ]}
      />
      <RadioGroup
        view={view}
        form={form}
        name="public"
        label="Pour qui"
        options={[
          { value: "enfants", label: "Enfants" },
          { value: "adultes", label: "Adultes" },
        ]}
      />
    </FilterPanel>
  );
};
