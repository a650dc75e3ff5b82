import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { TestSite } from "../../testing/site.ts";
import { openFilledSite } from "./quality/filled-site.ts";

let site: TestSite;
before(async () => (site = await openFilledSite()));
after(() => site.close());

const titles = (html: string): string[] =>
  [...html.matchAll(/<li class="result"><h2><a href="([^"]+)"/g)].map((found) => found[1] ?? "");

test("the home page asks one question, shows the doors, the last arrivals and a human", async () => {
  const { status, html } = await site.get("/");
  assert.equal(status, 200);
  assert.match(html, /<h1>Que cherchez-vous\s\?<\/h1>/);
  assert.match(html, /action="\/annuaire"/);
  assert.match(html, /href="\/annuaire\?theme=sport"/);
  assert.match(html, /href="\/rejoindre"/);
  assert.match(html, /href="\/annuaire\/proposer"/);
  assert.match(html, /Les dernières arrivées/);
});

test("the whole directory is browsed twenty a page, without those that ceased", async () => {
  const first = await site.get("/annuaire");
  assert.equal(titles(first.html).length, 20);
  assert.match(first.html, /rel="next"/);
  const second = await site.get("/annuaire?page=2");
  assert.equal(titles(second.html).filter((one) => titles(first.html).includes(one)).length, 0);
  assert.match(second.html, /<link rel="prev" href="\/annuaire"/);
  const seen: string[] = [];
  for (let page = 1; page < 15; page++)
    seen.push(...titles((await site.get(`/annuaire?page=${page}`)).html));
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(!seen.includes("/associations/roule-ta-boule-bowling-valbrume"));
});

test("an association that ceased is found by its name, and said so", async () => {
  const { html } = await site.get("/annuaire?q=roule+ta+boule");
  assert.ok(
    titles(html).includes("/associations/roule-ta-boule-bowling-valbrume"),
    titles(html).join(),
  );
  assert.match(html, /A cessé son activité/);
  const page = await site.get("/associations/roule-ta-boule-bowling-valbrume");
  assert.match(page.html, /Cette association a cessé son activité/);
  assert.doesNotMatch(page.html, /Écrire à l’association/);
});

test("filters narrow the results, are counted, and are removed one by one", async () => {
  const { html } = await site.get("/annuaire?q=danse&public=children&acces=step_free");
  assert.ok(titles(html).length > 0);
  assert.match(html, /Retirer le filtre/);
  assert.match(html, /href="\/annuaire\?q=danse&(amp;)?acces=step_free"/);
  const told = Number(
    /<option value="sport"[^>]*>Sport \((\d+)\)/.exec((await site.get("/annuaire")).html)?.[1],
  );
  const sport = await site.get("/annuaire?theme=sport");
  assert.equal(Number(/<strong>(\d+) associations<\/strong>/.exec(sport.html)?.[1]), told);
  const both = await site.get("/annuaire?theme=sport&quartier=la-gare");
  assert.ok(Number(/<strong>(\d+) association/.exec(both.html)?.[1]) < told);
});

test("unknown filters and strange addresses are left out, never an error", async () => {
  for (const query of [
    "theme=nothing",
    "quartier=%27%3B--",
    "page=-4",
    "page=1e9",
    "pres=zz,1",
    "pres=47.3",
    "acces=xx",
    "q=%26%7C%21%3A%2A%28",
    "q=%27",
    "q=" + "a".repeat(900),
    "q=~%3F%25",
    "vue=carte&page=999",
    "pres=47.3,-0.7&q=le",
  ])
    assert.equal((await site.get(`/annuaire?${query}`)).status, 200, query);
});

test("near a place, the nearest come first and distances are said", async () => {
  const { html } = await site.get("/annuaire?theme=sport&pres=47.307,-0.7");
  const metres = [...html.matchAll(/, à ([\d,]+) (k?m)/g)].map(
    ([, figure, unit]) => Number((figure ?? "").replace(",", ".")) * (unit === "km" ? 1000 : 1),
  );
  assert.ok(metres.length > 10);
  assert.deepEqual(
    metres,
    metres.toSorted((a, b) => a - b),
  );
  const named = await site.get("/annuaire?theme=sport&pres=maison+des+associations");
  assert.match(named.html, /Près de\s: Maison des associations/);
  assert.match(named.html, /à \d/);
});

test("the map shows the same results as the list", async () => {
  const list = await site.get("/annuaire?q=musique");
  const map = await site.get("/annuaire?q=musique&vue=carte");
  for (const address of titles(list.html)) assert.ok(map.html.includes(`"${address}"`), address);
});

test("a typing error is understood, said, and can be refused", async () => {
  const { html } = await site.get("/annuaire?q=petenque");
  assert.equal(titles(html)[0], "/associations/la-boule-brumeuse");
  assert.match(html, /Nous avons cherché «\spétanque\s»/);
  assert.match(html, /href="\/annuaire\?q=petenque&(amp;)?exact=1"/);
  const exact = await site.get("/annuaire?q=petenque&exact=1");
  assert.equal(titles(exact.html).length, 0);
});

test("a search without result proposes something, and is kept without the person", async () => {
  const nothing = await site.get("/annuaire?q=parapluies+volants+quantiques");
  assert.ok(nothing.status === 200);
  for (let again = 0; again < 2; again++) {
    const { html } = await site.get("/annuaire?q=xylophage+zzzz");
    assert.match(html, /Nous n’avons rien trouvé/);
    assert.match(html, /href="\/annuaire\/proposer"/);
  }
  await site.get("/annuaire?q=zzzz+jean@exemple.fr");
  await site.house.notes.flush();
  const needs = await site.get("/gestion/annuaire/besoins", { as: "referent" });
  assert.match(needs.html, /xylophage zzzz/);
  assert.doesNotMatch(needs.html, /jean@exemple/);
  const { rows } = await site.database.read(site.communeId, async (tx) => ({
    rows: await tx
      .selectFrom("search_need")
      .selectAll()
      .where("words", "=", "xylophage zzzz")
      .execute(),
  }));
  assert.equal(rows[0]?.searches, 2);
});

test("every public page exists in English", async () => {
  for (const path of [
    "",
    "/annuaire",
    "/annuaire?q=danse",
    "/annuaire/regles",
    "/associations/entrechats",
    "/selection",
    "/associations/entrechats/affiche",
  ]) {
    const { status, html } = await site.get(`/en${path}`);
    assert.equal(status, 200, path);
    assert.match(html, /<html lang="en"/);
    assert.doesNotMatch(
      html.replace(/<footer[\s\S]*/, ""),
      /directory:[a-z]+\.|Que cherchez-vous/,
      path,
    );
  }
});

test("search engines are told every public page in each language, and nothing of the municipal side", async () => {
  const map = await site.get("/sitemap.xml");
  assert.match(map.headers.get("content-type") ?? "", /xml/);
  assert.match(map.html, /<loc>http:\/\/valbrume.test\/associations\/entrechats<\/loc>/);
  assert.doesNotMatch(map.html, /gestion/);
  const robots = await site.get("/robots.txt");
  assert.match(robots.html, /Disallow: \/gestion/);
  assert.match(robots.html, /Sitemap: http:\/\/valbrume.test\/sitemap.xml/);
});
