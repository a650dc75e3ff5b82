import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openDemonstration } from "../../testing/demonstration.ts";
import type { TestSite } from "../../testing/site.ts";
import { htmlFaults } from "../../testing/valid-html.ts";

let site: TestSite;
before(async () => (site = await openDemonstration()));
after(() => site.close());

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const origin = "http://valbrume.test";
const widgets = [
  "recherche",
  "associations?theme=sport&combien=3",
  "activites?q=yoga&combien=2&fond=sombre",
  "agenda?genre=tout",
  "fiche/a-coeur-voix",
  "activite/chorale",
];

test("each widget is a page that others may frame, holds no form that posts, sets nothing, opens outside its frame", async () => {
  for (const one of widgets) {
    const { status, html, headers } = await site.get(`/integrer/${one}`);
    assert.equal(status, 200, one);
    assert.deepEqual(await htmlFaults(html), [], one);
    assert.match(headers.get("content-security-policy") ?? "", /frame-ancestors \*/);
    assert.match(
      headers.get("content-security-policy") ?? "",
      /default-src 'none'.*script-src 'self'/,
    );
    assert.equal(headers.get("set-cookie"), null);
    assert.match(html, /<base target="_top"\/?>/);
    assert.doesNotMatch(html, /method="post"/i);
    assert.match((await site.get(`/en/integrer/${one}`)).html, /lang="en"/);
  }
  for (const path of ["/", "/agenda", "/associations/a-coeur-voix", "/gestion/diffusion"])
    assert.match((await site.get(path)).headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/, path); // prettier-ignore
});

test("a fragment is bare HTML, read by any page's script, with whole addresses and the level of title asked", async () => {
  for (const one of widgets) {
    const path = `/integrer/${one}${one.includes("?") ? "&" : "?"}forme=fragment&niveau=3`;
    const { html, headers } = await site.get(path);
    assert.equal(headers.get("access-control-allow-origin"), "*");
    assert.match(html, /^<section class="maillage" lang="fr"[^>]*><h3>/);
    assert.doesNotMatch(html, /<(script|link|style|svg)/);
    for (const [, address = ""] of html.matchAll(/(?:href|action)="([^"]+)"/g))
      assert.ok(address.startsWith(`${origin}/`), address);
    assert.deepEqual(await htmlFaults(`<!doctype html><html lang="fr"><head><title>x</title></head><body><main><h1>Ville</h1><h2>y</h2>${html}</main></body></html>`), [], one); // prettier-ignore
  }
});

test("lists keep to what was chosen, and say when there is nothing", async () => {
  const three = (await site.get("/integrer/associations?theme=sport&combien=3")).html;
  assert.equal(three.match(/class="maillage-title"/g)?.length, 3);
  const nothing = await site.get("/integrer/activites?q=zzzzqq");
  assert.equal(nothing.status, 200);
  assert.match(plain(nothing.html), /Aucune activité ne répond à ce choix/);
  const gone = await site.get("/integrer/fiche/nulle-part");
  assert.equal(gone.status, 404);
  assert.match(plain(gone.html), /n’est plus dans l’annuaire/);
  assert.match(gone.headers.get("content-security-policy") ?? "", /frame-ancestors \*/);
  const over = await site.get("/integrer/activite/nulle-part");
  assert.equal(over.status, 404);
  assert.match(plain(over.html), /Cette activité n’est plus sur le site/);
  for (const path of [
    "/integrer/autre",
    "/integrer/fiche",
    "/integrer/activite",
    "/integrer/agenda/x",
  ])
    // prettier-ignore

    assert.equal((await site.get(path)).status, 404, path);
});

test("whatever the address holds is read as a code or shown as text", async () => {
  const evil = encodeURIComponent('"><script>alert(1)</script>');
  for (const name of [
    "q",
    "theme",
    "public",
    "quartier",
    "genre",
    "combien",
    "fond",
    "couleur",
    "niveau",
  ])
    // prettier-ignore
    for (const form of ["", "&forme=fragment"]) {
      const { status, html } = await site.get(`/integrer/activites?${name}=${evil}${form}`);
      assert.equal(status, 200, name);
      assert.doesNotMatch(html, /<script>alert/, name);
    }
  const built = await site.get(`/gestion/diffusion?widget=fiche&fiche=${evil}`, { as: "communication" }); // prettier-ignore
  assert.doesNotMatch(built.html, /<script>alert/);
  const colours = await site.get(`/integrer/couleurs.css?fond=clair&couleur=${encodeURIComponent("#ffff00")}`); // prettier-ignore
  assert.match(colours.html, /^:root\{color-scheme:light;/);
  assert.doesNotMatch(colours.html, /--primary:#ffff00/, "yellow on white is not read");
});

test("neither what is hidden nor another commune's is shown", async () => {
  const hidden = await site.database.write(site.communeId, async (tx) => {
    const one = await tx
      .selectFrom("association")
      .select(["association_id as id", "slug", "name"])
      .where("listed", "=", false)
      .limit(1)
      .executeTakeFirst();
    return one;
  });
  if (hidden) assert.equal((await site.get(`/integrer/fiche/${hidden.slug}`)).status, 404);
  const other = await site.get("/integrer/fiche/a-coeur-voix", { host: "autreville.test" });
  assert.equal(other.status, 404);
  const elsewhere = await site.get("/integrer/associations", { host: "autreville.test" });
  assert.match(plain(elsewhere.html), /Aucune association ne répond/);
});

test("oEmbed tells how to show a page, in JSON and in XML, and refuses what it cannot", async () => {
  const ask = (query: Record<string, string>) => site.get(`/oembed?${new URLSearchParams(query)}`);
  const page = (await site.get("/associations/a-coeur-voix")).html;
  assert.ok(page.includes(`href="${origin}/oembed?url=${encodeURIComponent(`${origin}/associations/a-coeur-voix`)}"`)); // prettier-ignore
  for (const path of [
    "/associations/a-coeur-voix",
    "/activites/chorale",
    "/agenda?genre=tout",
    "/annuaire?theme=sport",
    "/activites",
    "/en/agenda",
  ]) {
    // prettier-ignore
    const { status, html } = await ask({ url: origin + path, maxwidth: "400", maxheight: "300" });
    assert.equal(status, 200, path);
    const told = JSON.parse(html) as Record<string, string | number>;
    assert.equal(told["version"], "1.0");
    assert.equal(told["type"], "rich");
    assert.equal(told["width"], 400);
    assert.ok(Number(told["height"]) <= 300);
    const src = /src="([^"]+)"/.exec(String(told["html"]))?.[1]?.replaceAll("&amp;", "&") ?? "";
    assert.equal((await site.get(src.replace(origin, ""))).status, 200, src);
  }
  const xml = await ask({ url: `${origin}/agenda`, format: "xml" });
  assert.match(xml.html, /^<\?xml[^]*<type>rich<\/type>[^]*&lt;iframe src=/);
  assert.equal((await ask({ url: `${origin}/agenda`, format: "yaml" })).status, 501);
  for (const url of [
    "",
    "n'importe quoi",
    "https://ailleurs.example/agenda",
    `${origin}/contact`,
    `${origin}/associations/nulle-part`,
    `${origin}/activites/nulle-part`,
  ])
    // prettier-ignore
    assert.equal((await ask({ url })).status, 404, url);
});

test("the town hall builds a widget with its preview and its codes; an association has those of its page", async () => {
  const as = "communication" as const;
  for (const query of [
    "",
    "?widget=associations&theme=sport&combien=3",
    "?widget=fiche",
    `?widget=fiche&fiche=${encodeURIComponent(`${origin}/associations/a-coeur-voix`)}`,
    "?widget=recherche&couleur=%23123456",
    "?widget=activite",
    `?widget=activite&activite=${encodeURIComponent(`${origin}/activites/chorale`)}`,
  ]) {
    // prettier-ignore
    const { status, html, headers } = await site.get(`/gestion/diffusion${query}`, { as });
    assert.equal(status, 200, query);
    assert.deepEqual(await htmlFaults(html), [], query);
    assert.match(headers.get("content-security-policy") ?? "", /frame-src 'self'/);
  }
  const built = (await site.get("/gestion/diffusion?widget=associations&theme=sport", { as })).html;
  assert.match(built, /integrer\/associations\?theme=sport&quot;/);
  assert.ok([403, 404].includes((await site.get("/gestion/diffusion", { as: "elected" })).status));
});

const counted = async () => {
  await site.house.notes.flush();
  const rows = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("visit_count").select("views").where("channel", "=", "widget").execute(),
  );
  return rows.reduce((sum, { views }) => sum + views, 0);
};

const read = (path: string, agent = "Mozilla/5.0") =>
  site.get(`/integrer/${path}`, { headers: { "user-agent": agent } });

test("what is read in a widget counts by that channel, whatever its form; robots do not", async () => {
  const before = await counted();
  await read("fiche/a-coeur-voix?combien=7");
  await read("agenda?combien=7&forme=fragment");
  await read("activite/chorale?combien=7");
  await read("agenda?combien=8", "Googlebot");
  assert.equal((await counted()) - before, 3);
});
