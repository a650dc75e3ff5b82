import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Page } from "playwright-core";
import { openDemonstration } from "../src/testing/demonstration.ts";
import type { TestSite } from "../src/testing/site.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";

let site: TestSite;
let browser: TestBrowser;
before(async () => {
  site = await openDemonstration();
  browser = await openBrowser(site);
});
after(async () => {
  await browser.close();
  await site.close();
});

const listing = "/associations/aide-a-domicile-du-val";
const pages = [
  "", "/annuaire?q=yoga", "/annuaire?vue=carte", "/annuaire/regles", "/annuaire/proposer",
  listing, `${listing}/affiche`, `${listing}/ecrire`, `${listing}/signaler`, "/selection?a=aide-a-domicile-du-val", "/activites",
  "/activites/aikido", "/agenda?vue=jour", "/agenda", "/agenda?vue=mois", "/actualites", "/donnees", "/donnees/conformite",
  "/engagements", "/engagements/1.1", "/contact", "/contact/ecrire", "/connexion", "/inscriptions/retrouver", "/rejoindre",
  "/mentions-legales", "/accessibilite", "/donnees-personnelles", "/plan-du-site", "/une-page-absente",
]; // prettier-ignore

/** Where words are on the screen, and what is turned over: read in the page. */
const look = (page: Page) =>
  page.evaluate(() => {
    const boxOf = (node: Node | null | undefined) => {
      if (!node) return null;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      return { left, right };
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const turned: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = (node.textContent ?? "").trim();
      // Between its two marks, what fills a sentence keeps its own direction.
      if (words.includes("\u2068")) continue;
      const holder = node.parentElement;
      // French ends with a stop or begins with a number: laid out from right to left, both change sides.
      if (!holder || /\p{Script=Arabic}/u.test(words) || !/\p{Script=Latin}{2}/u.test(words)) continue;
      if (/^\p{L}.*(\p{L}|\d|\(.+\))$/su.test(words) || !holder.checkVisibility()) continue;
      const { direction, unicodeBidi } = getComputedStyle(holder);
      if (direction === "rtl" && unicodeBidi !== "plaintext") turned.push(words.slice(0, 60));
    }
    const { lang, dir, scrollWidth } = document.documentElement;
    const h1 = document.querySelector("main h1");
    return {
      lang,
      dir,
      turned,
      wider: scrollWidth > innerWidth,
      width: innerWidth,
      brand: boxOf(document.querySelector(".brand")),
      menu: boxOf(document.querySelector(".nav a:last-child")),
      firstDoor: boxOf(document.querySelector(".nav a")),
      title: boxOf(h1),
      // A poster is centred.
      beginning: h1 && getComputedStyle(h1).textAlign !== "center" ? h1.getBoundingClientRect().right : undefined,
    };
  }); // prettier-ignore

for (const width of [320, 1280])
  test(`at ${width} pixels every public page in Arabic goes from right to left, and its French does not`, async () => {
    const faults: string[] = [];
    for (const path of pages) {
      const page = await browser.visit(`/ar${path}`, "resident", { width });
      const seen = await look(page);
      const { brand, menu, firstDoor, title } = seen;
      const wrong = {
        direction: seen.lang !== "ar" || seen.dir !== "rtl",
        width: seen.wider,
        logo: !brand || seen.width - brand.right > 90,
        menu: !menu || !firstDoor || (width > 1000 && (menu.left > 90 || firstDoor.right > (brand?.left ?? 0))),
        title: !title || Math.abs(title.right - (seen.beginning ?? title.right)) > 3,
        french: seen.turned.length > 0,
      }; // prettier-ignore
      for (const [what, is] of Object.entries(wrong))
        if (is) faults.push(`/ar${path}: ${what} ${what === "french" ? seen.turned.join(" | ") : ""}`);
      await page.close();
    }
    assert.deepEqual(faults, []);
  }); // prettier-ignore

/** How far from the left each of some words of an element begins. */
const places = (page: Page, selector: string, words: readonly string[]) =>
  page.locator(selector).first().evaluate((element, wanted) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: Record<string, number> = {};
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      for (const word of wanted) {
        const at = (node.textContent ?? "").indexOf(word);
        if (at < 0 || found[word] !== undefined) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        found[word] = range.getBoundingClientRect().left;
      }
    return wanted.map((word) => found[word] ?? -1);
  }, words); // prettier-ignore

const assertOrder = async (page: Page, selector: string, leftToRight: readonly string[]) => {
  const found = await places(page, selector, leftToRight);
  assert.ok(!found.includes(-1), `${selector} lacks ${leftToRight.join(", ")}`);
  assert.deepEqual(found, [...found].sort((a, b) => a - b), `${selector}: ${leftToRight.join(", ")}`); // prettier-ignore
};

for (const width of [320, 1280])
  test(`at ${width} pixels numbers, addresses and hours are read in their order`, async () => {
    const open = (path: string) => browser.visit(path, "resident", { width });
    const here = await open(`/ar${listing}`);
    for (const phone of [".strip-call a", ".foot-phone"])
      await assertOrder(here, phone, ["02", "61", "91", "00", "49"]);
    await assertOrder(here, ".reach a[href^=tel]", ["02", "61", "91", "17", "70"]);
    await assertOrder(here, ".map-words", ["4", "rue", "Tisserands"]);
    await here.close();
    const contact = await open("/ar/contact");
    await assertOrder(contact, "main a.foot-phone", ["02", "61", "91", "00", "49"]);
    await contact.close();
    const found = await open("/ar/annuaire?q=yoga");
    const typed = found.locator("#recherche");
    assert.deepEqual(
      await typed.evaluate((field) => [
        getComputedStyle(field).direction,
        getComputedStyle(field).textAlign,
      ]),
      ["ltr", "right"],
    );
    await found.close();
    const agenda = await open("/ar/agenda");
    // An hour is a number, its figures from left to right; the sentence goes on towards the left.
    const [from = "", to = ""] = (await agenda.locator(".agenda-when").first().innerText()).match(/\d+:\d\d/g) ?? []; // prettier-ignore
    assert.match(`${from} ${to}`, /^\d+:\d\d \d+:\d\d$/);
    await assertOrder(agenda, ".agenda-when", [to, from]);
    await agenda.close();
  });

test("axe finds nothing on Arabic pages, on a dark desk nor on a phone", async () => {
  for (const path of ["", listing, "/activites/aikido", "/agenda?vue=mois"])
    assert.deepEqual(await browser.audit(`/ar${path}`, "resident"), [], path);
});

test("what agents and associations work in is in French, from left to right, and leads back to Arabic", async () => {
  const own = await site.database.write(site.communeId, async (tx) => {
    const slug = listing.split("/")[2] ?? "";
    const one = await tx.selectFrom("association").select("association_id as id").where("slug", "=", slug).executeTakeFirstOrThrow(); // prettier-ignore
    const person_id = site.personId("president");
    await tx.insertInto("association_member").values({ association_id: one.id, person_id, role: "owner" }).execute(); // prettier-ignore
    return `/espace/fiches/${one.id}`;
  });
  for (const [path, someone] of [
    ["/gestion", "administrator"],
    ["/gestion/associations", "administrator"],
    [own, "president"],
  ] as const) {
    // prettier-ignore
    const page = await browser.visit(`/ar${path}`, someone);
    const { lang, dir, brand } = await look(page);
    assert.deepEqual({ lang, dir }, { lang: "fr", dir: "ltr" }, path);
    assert.ok(brand && brand.left < 90, `${path}: the logo is on the left`);
    assert.equal(await page.locator("a.brand").getAttribute("href"), "/ar", path);
    await page.close();
  }
  const page = await browser.visit("/ar/espace", "president");
  assert.equal((await look(page)).dir, "rtl");
  await page.close();
});
