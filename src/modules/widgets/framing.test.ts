import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { htmlFaults } from "../../testing/valid-html.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

const as = "administrator" as const;
const setting = "/gestion/reglages/sites-partenaires";
const say = (sites: string) => site.post(setting, { framing_sites: sites }, { as });
// Asked by somebody signed in: a page, or the settings it was made with, kept a moment ago may still be those from before.
const framing = async (host = "valbrume.test") => {
  const { headers } = await site.get("/integrer/recherche", { host, as });
  return /frame-ancestors ([^;]+)/.exec(headers.get("content-security-policy") ?? "")?.[1];
};

test("frames are for any site until the commune names some, then for those and its own pages", async () => {
  assert.equal(await framing(), "*");
  assert.match((await site.get("/gestion/reglages", { as })).html, /Tous les sites/);
  assert.equal((await say("https://www.ville.fr/accueil\r\n*.agglo.fr\r\nÉté.fr:8443\r\nwww.ville.fr")).status, 303); // prettier-ignore
  assert.equal(await framing(), "'self' www.ville.fr *.agglo.fr xn--t-9fab.fr:8443");
  assert.equal(await framing("autreville.test"), "*");
  const built = await site.get("/gestion/diffusion", { as });
  assert.deepEqual(await htmlFaults(built.html), []);
  assert.match(built.html, /Seuls ces sites peuvent le montrer.*www\.ville\.fr, \*\.agglo\.fr/);
  const piece = await site.get("/integrer/recherche?forme=fragment");
  assert.equal(piece.headers.get("access-control-allow-origin"), "*");
  assert.equal((await say("")).status, 303);
  assert.equal(await framing(), "*");
});

test("what is no site is refused, and the line named", async () => {
  for (const line of [
    "ville",
    "*",
    "*.fr",
    "une phrase",
    "a.fr; script-src *",
    "moi@ville.fr",
    "192.168.0.1",
    "'self'",
  ]) {
    const { status, html } = await say(`www.ville.fr\n${line}`);
    assert.equal(status, 422, line);
    assert.match(html, /n’est pas le nom d’un site/, line);
    assert.deepEqual(await htmlFaults(html), [], line);
  }
  assert.equal(await framing(), "*");
});

test("on paper a frame is white, and says the address its link leads to", async () => {
  const { html } = await site.get("/integrer/agenda?genre=tout&fond=sombre");
  assert.match(
    html,
    /<span class="only-paper">http:\/\/valbrume\.test\/agenda\?genre=tout<\/span>/,
  );
  const dark = await site.get("/integrer/couleurs.css?fond=sombre");
  assert.match(dark.html, /^@media screen\{:root\{color-scheme:dark;[^{}]+\}\}$/);
});
