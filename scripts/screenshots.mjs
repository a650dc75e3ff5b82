// `npm run screenshots [-- word]`: the demonstration on a temporary folder, its main screens at three widths, light and dark,
// into .cache/screenshots/. Looked at by people, compared by nobody.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { leave, pinnedNode, prepare, root } from "./prepare.mjs";

/** The main screens: name, address, and whom to enter as (a part of the demonstration; nobody when absent). */
const screens = [
  ["accueil", "/"],
  ["annuaire", "/annuaire"],
  ["recherche", "/annuaire?q=theatre"],
  ["sans-resultat", "/annuaire?q=parachutisme+nocturne"],
  ["carte", "/annuaire?q=sport&vue=carte"],
  ["fiche", "/associations/la-grue-blanche"],
  ["selection", "/selection?a=la-grue-blanche"],
  ["proposer", "/annuaire/proposer"],
  ["regles", "/annuaire/regles"],
  ["fraicheur", "/annuaire/fraicheur"],
  ["gerer", "/associations/la-grue-blanche/gerer"],
  ["demander-a-gerer", "/associations/la-grue-blanche/gerer/demande"],
  ["code", "/code"],
  ["engagements", "/engagements"],
  ["contact", "/contact"],
  ["accessibilite", "/accessibilite"],
  ["introuvable", "/nulle-part"],
  ["connexion", "/connexion"],
  ["espace", "/espace", "president"],
  ["sans-code", "/espace/sans-code", "president"],
  ["mes-donnees", "/espace/mes-donnees", "president"],
  ["mes-donnees-adresse", "/espace/mes-donnees/adresse", "president"],
  ["mes-donnees-effacement", "/espace/mes-donnees/effacement", "president"],
  ["mes-donnees-demande", "/donnees-personnelles/demande"],
  ["gestion", "/gestion", "referent"],
  ["file-du-jour", "/gestion/file?dans=tous", "referent"],
  ["recherche-mairie", "/gestion/recherche?q=judo", "referent"],
  ["priorite", "/gestion/annuaire/priorite", "referent"],
  ["absences", "/gestion/absences", "referent"],
  ["signaler", "/associations/la-grue-blanche/signaler?sujet=price"],
  ["associations", "/gestion/associations", "referent"],
  ["nouvelle", "/gestion/associations/nouvelle", "referent"],
  ["propositions", "/gestion/propositions", "referent"],
  ["demandes-de-fiche", "/gestion/demandes-de-fiche", "referent"],
  ["imports", "/gestion/imports", "referent"],
  ["registre-national", "/gestion/registre", "referent"],
  ["regles-de-fraicheur", "/gestion/annuaire/fraicheur", "referent"],
  ["rappels", "/gestion/annuaire/rappels", "referent"],
  ["appels", "/gestion/annuaire/appels", "referent"],
  ["campagnes", "/gestion/annuaire/campagnes", "referent"],
  ["nouvelle-campagne", "/gestion/annuaire/campagnes/nouvelle", "referent"],
  ["pilotage", "/gestion/pilotage", "elected"],
  ["reglages", "/gestion/reglages", "administrator"],
  ["services-exterieurs", "/gestion/reglages/services-exterieurs", "administrator"],
  ["effacement", "/gestion/reglages/effacement", "administrator"],
];
const widths = [320, 768, 1280];
const schemes = ["light", "dark"];

prepare();
const wanted = process.argv[2] ?? "";
const chosen = screens.filter(([name]) => name.includes(wanted));
const executablePath =
  process.env.CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  );
if (!executablePath)
  leave("Il faut Chromium : installez le paquet « chromium », ou dites son chemin avec CHROMIUM.");
const folder = mkdtempSync(join(tmpdir(), "maillage-screens-"));
const kept = join(root, ".cache/screenshots");
mkdirSync(kept, { recursive: true });

const site = spawn(pinnedNode, ["dist/src/server.js"], {
  cwd: root,
  env: { PATH: process.env.PATH, MAILLAGE_DATA: folder, PORT: "0" },
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise((resolve, reject) => {
  let said = "";
  site.stdout.on("data", (chunk) => {
    said += chunk;
    const found = said.match(/http:\/\/localhost:\d+/);
    if (found) resolve(found[0]);
  });
  site.on("exit", () => reject(new Error("the site did not start")));
});
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});
let refused = 0;
try {
  for (const part of new Set(chosen.map(([, , who]) => who))) await visit(part);
} finally {
  await browser.close();
  site.removeAllListeners("exit");
  const left = new Promise((resolve) => site.on("exit", resolve));
  site.kill("SIGTERM");
  await left;
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${chosen.length * widths.length * schemes.length} images in ${kept}`);
process.exit(refused ? 1 : 0);

async function visit(part) {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  if (part) {
    // Entered as a visitor of the demonstration does, by its form.
    await page.goto(`${address}/connexion`);
    const answer = await page.request.post(`${address}/connexion/demonstration`, {
      form: { role: part },
      headers: { origin: address },
      maxRedirects: 0,
    });
    if (answer.status() !== 303) leave(`Impossible d’entrer comme ${part}.`);
  }
  for (const [name, path, who] of chosen) {
    if (who !== part) continue;
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const answer = await page.goto(address + path, { waitUntil: "networkidle" });
        if (answer.status() >= 400 && name !== "introuvable" && ++refused)
          console.error(`${path} : ${answer.status()}`);
        await page.screenshot({
          path: join(kept, `${name}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    }
  }
  await context.close();
}
