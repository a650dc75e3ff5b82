import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { CDPSession, Page, Request } from "playwright-core";
import { mailsTo } from "../src/modules/people/letters.testing.ts";
import { addDevice, openChallenge } from "../src/modules/people/passkeys/queries.ts";
import { openTestSite, testStart, type TestSite } from "../src/testing/site.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";

let site: TestSite;
let browser: TestBrowser;
let page: Page;
let device: CDPSession;
let authenticatorId: string;

before(async () => {
  site = await openTestSite();
  browser = await openBrowser(site);
  ({ page } = await browser.newcomer("referent", { width: 1280 }));
  device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  ({ authenticatorId } = await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  }));
});
after(async () => {
  await browser.close();
  await site.close();
});

const press = (name: string) => page.getByRole("button", { name }).first().click();
const reads = (words: string) => page.getByText(words).first().waitFor();
const leave = async () => {
  await page.goto(`${browser.origin}/espace`);
  await press("Me déconnecter");
  await reads("Vous êtes déconnecté.");
};
const enter = async () => {
  await page.goto(`${browser.origin}/connexion?suite=/espace`);
  await press("Entrer avec cet appareil");
};
const refused = "Cet appareil n’ouvre pas d’accès ici";
const held = async () => {
  const { credentials } = await device.send("WebAuthn.getCredentials", { authenticatorId });
  return credentials[0] ?? assert.fail("the device holds nothing");
};

/** Presses the button, keeps what the device answered, and lets nothing reach the site. */
async function answerOfTheDevice(): Promise<string> {
  const address = "**/connexion/appareil";
  const caught = new Promise<Request>((resolve) => {
    void page.route(address, (route) => {
      resolve(route.request());
      return route.abort();
    });
  });
  await enter();
  const body = (await caught).postData() ?? "";
  await page.unroute(address);
  return new URLSearchParams(body).get("reponse") ?? "";
}

const send = (reponse: string, host = new URL(browser.origin).host) =>
  site.post("/connexion/appareil", { reponse, suite: "/espace" }, { host });

test("a person adds their device, leaves, and comes back without a code", async () => {
  await page.goto(`${browser.origin}/espace`);
  await page.getByRole("link", { name: "Entrer sans code" }).click();
  await reads("Aucun appareil n’est ajouté pour le moment.");
  assert.ok(!(await page.getByText("Ce navigateur ne sait pas le faire.").isVisible()));
  await press("Ajouter cet appareil");
  await reads("L’appareil est ajouté.");
  await reads("Chrome sur Linux");
  await reads("pas encore");
  await press("Ajouter cet appareil");
  await reads("Cet appareil est déjà dans votre liste.");
  await leave();
  await enter();
  await reads("Bonjour Camille referent");
  await page.goto(`${browser.origin}/espace/sans-code`);
  await reads("1 appareil ouvre votre accès");
  assert.equal(await page.getByText("pas encore").count(), 0);
  const [mail] = await mailsTo(site, "referent@valbrume.example");
  assert.match(mail?.text_body ?? "", /vient d’être ajouté à votre accès\s: Chrome sur Linux/);
});

test("the answer of a device opens the door once, for a few minutes, on the site it was made for", async () => {
  await leave();
  const answer = await answerOfTheDevice();
  const elsewhere = await send(answer, "autreville.test");
  assert.equal(elsewhere.status, 422);
  assert.match(elsewhere.html, new RegExp(refused));
  const entered = await send(answer);
  assert.equal(entered.location, "/espace");
  const again = await send(answer);
  assert.equal(again.status, 422, "a challenge used twice");
  assert.equal(again.headers.get("set-cookie"), null);
  const late = await answerOfTheDevice();
  site.clock.set(new Date(Date.parse(testStart) + 6 * 60_000).toISOString());
  assert.equal((await send(late)).status, 422, "a challenge too old");
  site.clock.set(testStart);
});

test("a device of another commune opens nothing, even for a challenge asked here", async () => {
  const challenge = await site.database.write(site.otherCommuneId, (tx) =>
    openChallenge(tx, site.clock.now()),
  );
  await page.route("**/connexion/appareil/demande", async (route) => {
    const options = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...options, challenge } });
  });
  const answer = await answerOfTheDevice();
  await page.unroute("**/connexion/appareil/demande");
  assert.equal((await send(answer, "autreville.test")).status, 422);
});

test("a device whose count goes back is refused: it may be a copy", async () => {
  const credential = await held();
  await device.send("WebAuthn.clearCredentials", { authenticatorId });
  await device.send("WebAuthn.addCredential", {
    authenticatorId,
    credential: { ...credential, signCount: 0 },
  });
  await enter();
  await reads(refused);
  await device.send("WebAuthn.clearCredentials", { authenticatorId });
  await device.send("WebAuthn.addCredential", {
    authenticatorId,
    credential: { ...credential, signCount: credential.signCount + 10 },
  });
  await enter();
  await reads("Bonjour Camille referent");
});

test("a device that does not recognise its person opens nothing, and the mail remains", async () => {
  await leave();
  await device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await enter();
  await reads("L’appareil n’a pas répondu, ou vous avez arrêté.");
  assert.ok(await page.getByRole("button", { name: "Recevoir le courriel" }).isVisible());
  await device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
});

test("a device removed opens nothing more, and its person is told by mail", async () => {
  await enter();
  await reads("Bonjour Camille referent");
  await page.goto(`${browser.origin}/espace/sans-code`);
  await press("Retirer");
  await reads("L’appareil est retiré.");
  await leave();
  await enter();
  await reads(refused);
  const mails = await mailsTo(site, "referent@valbrume.example");
  assert.ok(mails.some((mail) => mail.kind === "device_removed"));
});

test("without script nothing is offered, and the page says the mail remains", async () => {
  const { page: plain, context } = await browser.newcomer("president", { javaScript: false });
  await plain.goto(`${browser.origin}/espace/sans-code`);
  assert.ok(await plain.getByText("Ce navigateur ne sait pas le faire.").isVisible());
  assert.equal(await plain.getByRole("button", { name: "Ajouter cet appareil" }).count(), 0);
  await plain.goto(`${browser.origin}/connexion`);
  assert.equal(await plain.getByRole("button", { name: "Entrer avec cet appareil" }).count(), 0);
  await context.close();
});

test("axe finds nothing on the page of the devices nor on the sign-in page", async () => {
  await site.database.write(site.communeId, (tx) =>
    addDevice(tx, {
      personId: site.personId("president"),
      credentialId: "known",
      publicKey: "key",
      counter: 0,
      device: { browser: "Firefox", system: "Windows" },
      at: site.clock.now(),
    }),
  );
  assert.deepEqual(await browser.audit("/espace/sans-code", "president"), []);
  assert.deepEqual(await browser.audit("/connexion", "resident"), []);
});
