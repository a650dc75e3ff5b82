import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact-render-to-string";
import { exampleView } from "../testing/example-view.ts";
import { AreaMap } from "./area-map.tsx";
import { BarChart, LineChart } from "./chart.tsx";
import { CheckboxGroup } from "./choices.tsx";
import { TextField } from "./fields.tsx";
import { Button, Form } from "./form.tsx";
import { page } from "./layout.tsx";
import { writeLetter } from "./mail.tsx";
import { Pagination, pagesAround } from "./pagination.tsx";
import { stylePage } from "./style-page/index.tsx";
import { Table, type Column } from "./table.tsx";

const view = exampleView();
const refused = {
  values: { courriel: "fil@", publics: ["adultes"] },
  errors: { courriel: "Écrivez l’adresse entière" },
};

test("a refused form keeps what was typed, says the error by the field and leads to it from the top", () => {
  const html = render(
    <Form view={view} form={refused} action="/contact">
      <TextField view={view} form={refused} name="courriel" type="email" label="Courriel" />
      <Button>Envoyer mon message</Button>
    </Form>,
  );
  assert.match(html, /<a href="#champ-courriel">Écrivez l’adresse entière<\/a>/);
  assert.match(html, /<input id="champ-courriel"[^>]*value="fil@"/);
  assert.match(html, /aria-invalid="true"/);
  assert.match(html, /aria-describedby="champ-courriel-erreur"/);
  assert.match(html, /<p class="message" id="champ-courriel-erreur">/);
});

test("a posted form carries its key; a right field carries no error", () => {
  const html = render(
    <Form view={view} form={{ values: {}, errors: {} }} action="/contact">
      <TextField view={view} form={refused} name="nom" label="Nom" optional />
    </Form>,
  );
  assert.match(html, /<input type="hidden" name="_key" value="key-1"\/>/);
  assert.doesNotMatch(html, /aria-invalid|role="alert"/);
  assert.match(html, /Nom<span class="mark"> \(facultatif\)/);
});

test("a group of boxes keeps the ticked ones, and the summary would lead to its first box", () => {
  const html = render(
    <CheckboxGroup
      view={view}
      form={refused}
      name="publics"
      label="Pour qui"
      options={[
        { value: "enfants", label: "Enfants" },
        { value: "adultes", label: "Adultes" },
      ]}
    />,
  );
  assert.match(html, /<input id="champ-publics" type="checkbox" name="publics" value="enfants"\/>/);
  assert.match(html, /value="adultes" checked/);
});

test("what a person typed is never read as HTML", () => {
  const form = { values: { nom: '"><script>' }, errors: {} };
  const html = render(<TextField view={view} form={form} name="nom" label="Nom" />);
  assert.doesNotMatch(html, /<script>/);
});

test("pagination shows the ends, the neighbours, and never a gap of one page", () => {
  assert.deepEqual(pagesAround(1, 1), [1]);
  assert.deepEqual(pagesAround(1, 12), [1, 2, 3, undefined, 12]);
  assert.deepEqual(pagesAround(6, 12), [1, undefined, 5, 6, 7, undefined, 12]);
  assert.deepEqual(pagesAround(4, 5), [1, 2, 3, 4, 5]);
});

const href = (page: number) => `/annuaire?page=${page}`;

test("pagination disappears when there is one page, and has no door beyond the last", () => {
  assert.equal(render(<Pagination view={view} page={1} pages={1} href={href} />), "");
  const last = render(<Pagination view={view} page={3} pages={3} href={href} />);
  assert.doesNotMatch(last, /page=4/);
  assert.match(last, /href="\/annuaire\?page=3" aria-current="page"/);
});

const rows = [{ name: "Yoga pour tous", members: 48 }];
const columns: Column<(typeof rows)[number]>[] = [
  { label: "Association", heading: true, cell: (row) => row.name },
  {
    label: "Adhérents",
    numeric: true,
    sort: { href: "?tri=adherents", order: "descending" },
    cell: (row) => row.members,
  },
];

test("a table names its lines, says how it is sorted and repeats each word for phones", () => {
  const html = render(<Table view={view} caption="Associations" rows={rows} columns={columns} />);
  assert.match(html, /<caption>Associations<\/caption>/);
  assert.match(html, /<th scope="row">Yoga pour tous<\/th>/);
  assert.match(html, /aria-sort="descending"/);
  assert.match(html, /data-label="Adhérents"/);
});

test("an empty table gives way to what to do next", () => {
  const html = render(
    <Table view={view} caption="Associations" rows={[]} columns={columns} empty={<p>Rien</p>} />,
  );
  assert.equal(html, "<p>Rien</p>");
});

test("each chart has its table, with every figure", () => {
  const data = [
    { label: "2024", value: 272 },
    { label: "2025", value: 312 },
  ];
  for (const Chart of [BarChart, LineChart]) {
    const html = render(
      <Chart
        view={view}
        title="312 personnes aidées"
        labels="Année"
        values="Personnes"
        data={data}
      />,
    );
    const table = html.slice(html.indexOf("<table"));
    for (const word of ["312 personnes aidées", "Année", "Personnes", "2024", "272", "2025", "312"])
      assert.ok(table.includes(word), word);
  }
});

test("a chart without data, or made of zeros, still draws", () => {
  for (const data of [[], [{ label: "2025", value: 0 }]]) {
    const html = render(
      <LineChart view={view} title="Rien" labels="Année" values="Valeur" data={data} />,
    );
    assert.doesNotMatch(html, /NaN|Infinity/);
  }
});

test("the map and its list say the same places in the same order", () => {
  const html = render(
    <AreaMap
      view={view}
      outline={[]}
      places={[
        { at: [-0.5, 47.4], name: "Un", href: "/associations/un" },
        { at: [-0.6, 47.5], name: "Deux", href: "/associations/deux" },
      ]}
    />,
  );
  assert.match(html, /aria-label="1\. Un"/);
  assert.match(html, /aria-label="2\. Deux"/);
  // Two layers of marks, for a wide screen and for a phone (one is never shown), then the list.
  assert.equal(html.match(/\/associations\/deux/g)?.length, 3);
});

test("no page holds a script or a style of its own: only data blocks", () => {
  const html = stylePage(view) + page(view, { title: "A", jsonLd: [{ a: "</script>" }] }, <p>a</p>);
  assert.doesNotMatch(html, /\sstyle=|<style|\son[a-z]+=/);
  for (const [, attributes] of html.matchAll(/<script([^>]*)>/g))
    assert.match(attributes ?? "", /type="module" src=|type="application\/ld\+json"/);
  assert.ok(html.includes("\\u003c/script>"));
});

test("every page says the legal status of its accessibility and how to reach a person", () => {
  const html = page(view, { title: "A" }, <p>a</p>);
  assert.match(html, /Accessibilité\s: non conforme/);
  assert.match(html, /href="tel:0241000000"/);
  assert.match(html, /hreflang="en" href="https:\/\/assos\.exemple\.fr\/en\/annuaire"/);
});

test("a letter says the same in text and in HTML, and its address stands in both", () => {
  const letter = writeLetter({
    t: view.t,
    lang: "fr",
    siteName: "Les associations de Valmont",
    subject: "Vos horaires sont-ils toujours justes ?",
    greeting: "Bonjour,",
    paragraphs: ["Votre fiche date de <septembre>."],
    action: { words: "Confirmer mes horaires", url: "https://assos.exemple.fr/c/1?a=1&b=2" },
    signature: ["Camille Roussel", "02 41 00 00 00"],
  });
  assert.ok(
    letter.text.includes("Confirmer mes horaires\u00a0:\nhttps://assos.exemple.fr/c/1?a=1&b=2"),
  );
  assert.ok(letter.html.includes("Votre fiche date de &lt;septembre>."));
  assert.ok(letter.html.includes('href="https://assos.exemple.fr/c/1?a=1&amp;b=2"'));
  for (const text of [letter.text, letter.html]) assert.ok(text.includes("Camille Roussel"));
});
