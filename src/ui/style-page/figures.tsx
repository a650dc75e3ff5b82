import { AreaMap } from "../area-map.tsx";
import { BarChart, LineChart, Stat } from "../chart.tsx";
import type { Area } from "../map.ts";
import type { View } from "../view.ts";

const outline: Area = {
  name: "Valmont",
  rings: [
    [
      [-0.62, 47.44],
      [-0.585, 47.452],
      [-0.55, 47.447],
      [-0.525, 47.46],
      [-0.5, 47.448],
      [-0.492, 47.425],
      [-0.51, 47.405],
      [-0.505, 47.392],
      [-0.54, 47.384],
      [-0.57, 47.392],
      [-0.6, 47.388],
      [-0.628, 47.41],
    ],
  ],
};
const districts: Area[] = [
  {
    name: "Les Tilleuls",
    rings: [
      [
        [-0.62, 47.44],
        [-0.585, 47.452],
        [-0.55, 47.447],
        [-0.555, 47.42],
        [-0.625, 47.418],
      ],
    ],
  },
  {
    name: "La Gare",
    rings: [
      [
        [-0.55, 47.447],
        [-0.525, 47.46],
        [-0.5, 47.448],
        [-0.492, 47.425],
        [-0.555, 47.42],
      ],
    ],
  },
  {
    name: "Bords de Loire",
    rings: [
      [
        [-0.555, 47.42],
        [-0.492, 47.425],
        [-0.51, 47.405],
        [-0.505, 47.392],
        [-0.54, 47.384],
        [-0.57, 47.392],
        [-0.6, 47.388],
        [-0.628, 47.41],
        [-0.625, 47.418],
      ],
    ],
  },
];

/** Figures, charts and the map, each with its words. */
export const Figures = ({ view }: { view: View }) => (
  <>
    <h2>Les chiffres</h2>
    <Stat value="312" words="personnes aidées en 2025" note="40 de plus que l’an dernier" />
    <BarChart
      view={view}
      title="Une aide sur deux a lieu aux Tilleuls"
      labels="Quartier"
      values="Personnes aidées"
      data={[
        { label: "Les Tilleuls", value: 158, strong: true },
        { label: "La Gare", value: 96 },
        { label: "Bords de Loire", value: 58 },
      ]}
      method={<p>Nombre de passages notés par les lieux d’accueil, sans aucun nom.</p>}
    />
    <LineChart
      view={view}
      title="L’annuaire est deux fois plus consulté qu’en 2020"
      labels="Année"
      values="Pages vues"
      data={[
        { label: "2020", value: 4120 },
        { label: "2021", value: 3890 },
        { label: "2022", value: 5230 },
        { label: "2023", value: 6410 },
        { label: "2024", value: 7020 },
        { label: "2025", value: 8350 },
      ]}
    />
    <h2>La carte</h2>
    <AreaMap
      view={view}
      outline={[outline]}
      districts={districts}
      places={[
        {
          at: [-0.59, 47.435],
          name: "Yoga pour tous",
          href: "/associations/yoga-pour-tous",
          words: "Maison de quartier des Tilleuls",
        },
        {
          at: [-0.52, 47.436],
          name: "Souffle et mouvement",
          href: "/associations/souffle-et-mouvement",
          words: "Salle Jeanne-Moreau",
        },
        {
          at: [-0.555, 47.4],
          name: "Les Rameurs de Loire",
          href: "/associations/rameurs",
          words: "Quai Sud",
        },
      ]}
    />
  </>
);
