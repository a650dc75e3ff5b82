import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { giveAssociation } from "../src/modules/people/letters.testing.ts";
import { openTestSite, testStart, type TestSite } from "../src/testing/site.ts";
import { agents, reads } from "./agents.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { openProvider } from "./identity-provider.ts";

let site: TestSite;
let browser: TestBrowser;
let people: ReturnType<typeof agents>;
let provider: Awaited<ReturnType<typeof openProvider>>;

const email = (name: string) => `${name}@valbrume.example`;
before(async () => {
  provider = await openProvider({
    camille: { email: "Referent@valbrume.example", email_verified: true },
    twin: { email: email("referent"), email_verified: true },
    moved: { email: email("front_desk"), email_verified: true },
    stranger: { email: "inconnu@ailleurs.example", email_verified: true },
    jeanne: { email: email("president"), email_verified: true },
    unverified: { email: email("communication"), email_verified: false },
    silent: { email: email("communication") },
  });
  site = await openTestSite(provider.env);
  await giveAssociation(site);
  browser = await openBrowser(site);
  provider.knows(browser.origin);
  people = agents(browser);
});
after(async () => {
  await browser.close();
  await site.close();
  await provider.stop();
});

test("an agent enters through the provider, and signs out of both", async () => {
  const page = await people.enterAs("camille");
  await reads(page, "Bonjour Camille referent");
  assert.equal(new URL(page.url()).pathname, "/espace");
  await page.getByRole("button", { name: "Me déconnecter" }).click();
  await reads(page, "Vous êtes déconnecté.");
  await page.getByRole("link", { name: "Me déconnecter de ProConnect" }).click();
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await page.waitForURL(`${browser.origin}/**`);
  await page.goto(`${browser.origin}/espace`);
  assert.equal(new URL(page.url()).pathname, "/connexion");
  await page.context().close();
});

test("the second time, an agent is known by the provider's own name for them, whatever their address", async () => {
  await site.database.write(site.communeId, (tx) =>
    tx
      .updateTable("person")
      .set({ email: "nouvelle@valbrume.example" })
      .where("person_id", "=", site.personId("referent"))
      .execute(),
  );
  const page = await people.enterAs("camille");
  await reads(page, "Bonjour Camille referent");
  await page.context().close();
  await site.database.write(site.communeId, (tx) =>
    tx
      .updateTable("person")
      .set({ email: email("referent") })
      .where("person_id", "=", site.personId("referent"))
      .execute(),
  );
});

test("another account of the provider with the same address does not open someone's door", () =>
  people.refusedAs("twin", "Votre adresse est déjà liée à un autre compte ProConnect."));

test("an address that belongs to no agent is refused, and the page says what to do", async () => {
  await people.refusedAs(
    "stranger",
    "n’est celle d’aucun agent de ce site. Demandez une invitation",
  );
  await people.refusedAs("jeanne", "n’est celle d’aucun agent de ce site.");
  const created = await site.database.read(site.communeId, (tx) =>
    tx.selectFrom("person").select("email").where("email", "like", "%ailleurs%").execute(),
  );
  assert.deepEqual(created, [], "no account is created");
});

test("an address the provider does not vouch for is refused", async () => {
  await people.refusedAs("unverified", "ProConnect ne garantit pas votre adresse e-mail.");
  await people.refusedAs("silent", "ProConnect ne garantit pas votre adresse e-mail.");
});

test("someone whose access was removed is recognised no more", async () => {
  const page = await people.enterAs("moved");
  await reads(page, "Bonjour Camille front_desk");
  await page.context().close();
  const removal = `/gestion/reglages/equipe/${site.personId("front_desk")}/retrait`;
  assert.equal((await site.post(removal, {}, { as: "administrator" })).status, 303);
  await people.refusedAs("moved", "n’est celle d’aucun agent de ce site.");
});

test("without script, a link leads to the provider and a button finishes", async () => {
  const page = await people.arrive(false);
  await people.ask(page);
  await people.proveAs(page, "camille");
  await page.getByRole("button", { name: "Entrer sur le site" }).click();
  await reads(page, "Bonjour Camille referent");
  await page.context().close();
});

test("an answer with another state, or brought by another browser, opens nothing", async () => {
  const { page, address } = await people.cameBackAs("camille");
  const other = await people.arrive();
  await other.goto(address.href);
  await reads(
    other,
    "Cette demande est trop ancienne, a déjà servi ou vient d’un autre navigateur.",
  );
  await other.context().close();
  address.searchParams.set("state", "another");
  await page.goto(address.href);
  await reads(
    page,
    "Cette demande est trop ancienne, a déjà servi ou vient d’un autre navigateur.",
  );
  await page.context().close();
});

test("an answer serves once, and for ten minutes", async () => {
  const { page, address } = await people.cameBackAs("camille");
  const cookies = await page.context().cookies(browser.origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const host = address.host;
  const finish = () =>
    site.post(address.pathname, { retour: address.search }, { host, headers: { cookie } });
  site.clock.set(new Date(Date.parse(testStart) + 11 * 60_000).toISOString());
  assert.equal((await finish()).status, 422, "too late");
  site.clock.set(testStart);
  const entered = await finish();
  assert.equal(entered.location, "/espace");
  const again = await finish();
  assert.equal(again.status, 422, "used already");
  assert.equal(again.headers.get("set-cookie"), null);
  await page.context().close();
});

test("someone who gives up at the provider comes back to the other doors", async () => {
  const page = await people.arrive();
  await people.ask(page);
  await page.getByRole("link", { name: "Cancel" }).click();
  await reads(page, "ProConnect ne vous a pas fait entrer, ou vous avez arrêté.");
  await page.context().close();
});

test("a provider that went away is said so, and the mail remains", async () => {
  const { page } = await people.cameBackAs("camille");
  await provider.stop();
  await page.getByRole("button", { name: "Entrer sur le site" }).click();
  await reads(page, "ProConnect ne répond pas pour le moment.");
  await provider.start();
  await page.context().close();
  const away = await openTestSite({ ...provider.env, OIDC_ISSUER: "http://127.0.0.1:9" });
  const answer = await away.post("/connexion/agent", {});
  assert.equal(answer.status, 422);
  assert.match(answer.html, /ProConnect ne répond pas pour le moment/);
  assert.match(answer.html, /Recevoir le courriel/);
  await away.close();
});

test("a commune that asks for a level refuses an answer that does not reach it", async () => {
  const strict = await openTestSite({ ...provider.env, OIDC_ACR_VALUES: "eidas2 eidas3" });
  const elsewhere = await openBrowser(strict);
  provider.knows(elsewhere.origin);
  await agents(elsewhere).refusedAs("camille", "La commune demande une connexion plus sûre");
  await elsewhere.close();
  await strict.close();
  provider.knows(browser.origin);
});

test("without a provider nothing is shown, and its addresses lead nowhere", async () => {
  const plain = await openTestSite();
  assert.doesNotMatch((await plain.get("/connexion")).html, /ProConnect|Vous travaillez pour/);
  assert.equal((await plain.post("/connexion/agent", {})).status, 404);
  assert.equal((await plain.get("/connexion/agent/retour")).status, 404);
  await plain.close();
});

test("axe finds nothing on the sign-in page with a provider", async () => {
  assert.deepEqual(await browser.audit("/connexion", "resident"), []);
});
