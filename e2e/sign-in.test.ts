import assert from "node:assert/strict";
import { openStage } from "./stage.ts";
import { keyboard, manners, mouse, noScript, type Walker } from "./walker.ts";
import { testStart } from "../src/testing/site.ts";

const promise = openStage();

/** Someone who leads an association, another one for each manner: mails asked for one address are counted. */
const leaders = new Map([
  [mouse, { email: "josiane.metayer@famille-metayer.example", name: "Josiane Métayer" }],
  [noScript, { email: "aicha.benali@judo-valbrume.example", name: "Aïcha Benali" }],
  [keyboard, { email: "oksana.melnyk@soleils-ukraine.example", name: "Oksana Melnyk" }],
]);

const askMail = async (me: Walker, email: string) => {
  await me.open("/");
  await me.follow("Se connecter");
  await me.write("Adresse e-mail", email);
  await me.press("Recevoir le courriel");
  assert.equal(await me.title(), "Regardez vos courriels");
};

/** The last mail, as the administrator of a site without mail server reads it aloud. */
const readMail = async (admin: Walker, email: string) => {
  await admin.open("/gestion/courriels");
  await admin.page.locator("tr", { hasText: email }).first().getByRole("link").click();
  const text = await admin.page.locator(".letter-text").innerText();
  const code = /(\d{3}) (\d{3})/.exec(text);
  const link = /https?:\/\/\S+\/connexion\/lien\/\S+/.exec(text)?.[0];
  assert.ok(code && link, text);
  return { code: `${code[1]} ${code[2]}`, link };
};

promise(
  "a president signs in with the six digits of the mail after a typing mistake, sees her space and signs out",
  manners,
  async ({ enter, manner }) => {
    const who = leaders.get(manner) ?? assert.fail("a manner without a leader");
    const me = await enter();
    const admin = await enter("administrator", mouse);
    await askMail(me, who.email);
    const { code } = await readMail(admin, who.email);
    await me.write("Code à six chiffres", "12");
    await me.press("Entrer avec ce code");
    await me.correct("Le code a six chiffres.");
    await me.write("Code à six chiffres", code === "000 000" ? "000 001" : "000 000");
    await me.press("Entrer avec ce code");
    await me.reads("Ce code n’est pas le bon. Il vous reste 4 essais.");
    await me.write("Code à six chiffres", code);
    await me.press("Entrer avec ce code");
    assert.equal(await me.title(), `Bonjour ${who.name}`);
    await me.press("Me déconnecter");
    await me.reads("Vous êtes déconnecté.");
    await me.open("/espace");
    assert.match(me.path(), /^\/connexion/);
  },
);

promise(
  "a president signs in with the link of the mail, which opens the door once and only at her press",
  manners,
  async ({ enter, manner }) => {
    const who = leaders.get(manner) ?? assert.fail("a manner without a leader");
    const admin = await enter("administrator", mouse);
    const me = await enter();
    await askMail(me, who.email);
    const { link } = await readMail(admin, who.email);
    // The scanner of a mailbox opens each link first: nothing may be used up.
    const scanner = await enter("resident", noScript);
    await scanner.open(link);
    assert.equal(await scanner.title(), "Entrer sur le site");
    const elsewhere = await enter();
    await elsewhere.open(link);
    await elsewhere.press("Entrer sur le site");
    assert.equal(await elsewhere.title(), `Bonjour ${who.name}`);
    await scanner.open(link);
    assert.equal(await scanner.title(), "Ce lien ne peut plus servir");
  },
);

promise(
  "a president who comes back too late is told why the code is refused, and how to have another",
  manners,
  async ({ enter, manner, site }) => {
    const who = leaders.get(manner) ?? assert.fail("a manner without a leader");
    const admin = await enter("administrator", mouse);
    const me = await enter();
    await askMail(me, who.email);
    const { code } = await readMail(admin, who.email);
    site.clock.set(new Date(Date.parse(testStart) + 16 * 60_000).toISOString());
    try {
      await me.write("Code à six chiffres", code);
      await me.press("Entrer avec ce code");
      await me.reads("Cette demande est trop ancienne ou a déjà servi.");
      await me.follow("Demander un autre courriel");
      assert.equal(await me.title(), "Se connecter");
    } finally {
      site.clock.set(testStart);
    }
  },
);
