import assert from "node:assert/strict";
import type { TestSite } from "./site.ts";
import { hidden, referent, registryOf } from "../modules/associations/registry.testing.ts";
import { desk, sent, zoe } from "./zoe.ts";

const header = "Nom;Numéro RNA;Courriel;Téléphone;Site web;Lieu;Adresse;Code postal;Commune";

/** Everything the site lets people write about somebody, through its own screens. */
export async function writeEverywhere(site: TestSite) {
  const registry = registryOf(site);
  const done = (path: string, fields: Record<string, string | readonly string[]>) =>
    sent(site, path, fields);
  const [one, double, replaced, imported, alone] = await registry.createMany([
    { name: "Couture du Val", rna: "W491000001" },
    { name: "Couture du Val Valbrume" },
    { name: "Chorale" },
    { name: "Tir à l’arc", rna: "W491000004" },
    { name: "Boule ferrée", rna: "W491000006" },
  ]);
  assert.ok(one && double && replaced && imported && alone);
  await site.get(`/annuaire?q=${encodeURIComponent(zoe.name)}`);
  await site.get(`/annuaire?q=zoe+marquerande`);
  await site.house.notes.flush();
  for (const { id } of [one, double, replaced])
    await done(desk(id, "/contacts/nouveau"), {
      ...zoe,
      role: "présidente",
      shown: ["name", "email", "phone"],
    });
  await done(desk(one.id, "/contacts/nouveau"), {
    email: "contact@club.example",
    phone: zoe.phone,
  });
  const [first] = (await registry.known(replaced.id)).contacts;
  await done(desk(replaced.id, `/contacts/${first?.id}`), { name: "Paul Roc", email: "paul@c.example" }); // prettier-ignore
  await done(desk(replaced.id, "/contacts/nouveau"), { ...zoe, role: "trésorière" });
  const gone = (await registry.known(replaced.id)).contacts.find(
    ({ role }) => role === "trésorière",
  );
  await done(desk(replaced.id, `/contacts/${gone?.id}/retrait`), {});
  const place = (await done("/gestion/lieux/nouveau", { name: "Préau" })).split("?")[0] ?? "";
  const revision = hidden((await site.get(place, referent)).html, "_revision");
  await done(`${place}/accessibilite`, { _revision: revision, accessNote: `Clé chez ${zoe.name}` });
  const opened = await registry.opened(one.id, "tarifs");
  const registration = `Auprès de ${zoe.name}, 06.88.77.66.55 (0688776655) ou Zoe@Exemple.example`;
  await done(desk(one.id, "/modifier/tarifs"), { ...opened, prices: "10 €", registration });
  const english = desk(one.id, "/traductions/en");
  const base = hidden((await site.get(english, referent)).html, "_base");
  await done(english, { _base: base, registration: registration.replace("Auprès de", "Ask") });
  await done("/annuaire/proposer/envoi", {
    name: "Les Tricoteuses",
    body: `On tricote chez ${zoe.name}.`,
    senderName: zoe.name,
    senderEmail: zoe.email,
    senderPhone: zoe.phone,
  });
  const waits = await site.get("/gestion/propositions", referent);
  const proposal = waits.html.match(/\/gestion\/propositions\/[0-9a-f-]{36}/)?.[0] ?? "";
  await done(`${proposal}/refus`, { answer: `Bonjour ${zoe.name}, elle y est déjà.` });
  const prices = `Voir ${zoe.name}, ${zoe.email}`;
  const body = `Appelez-moi au ${zoe.phone}`;
  const report = { topic: "price", prices, body, senderEmail: zoe.email };
  await done(`/associations/${one.slug}/signaler`, report);
  await noteOf(site, alone.id);
  const merge = await merges(site, one.id, double.id);
  await done(desk(imported.id, "/contacts/nouveau"), { phone: "02 41 00 00 07" });
  const line = `Tir à l’arc;W491000004;${zoe.email};;https://arc.example;;;;`;
  const other = `Boule ferrée;W491000006;${zoe.email};;https://boule.example;;;;`;
  const carried = await imports(site, [header, line, other]);
  await imports(site, [`${header};Président`, `Marche;W491000005;${zoe.email};${zoe.phone};;;;;;`, `;;${zoe.email};;;;;;;${zoe.name}`], false); // prettier-ignore
  await asksAndIsInvited(site, one);
  await writesActivity(site, alone.id);
  // Left waiting for the worker.
  const message = { name: zoe.name, email: zoe.email, message: "Bonjour, êtes-vous ouverts ?" };
  await done(`/associations/${one.slug}/ecrire`, message);
  return { club: one, removed: replaced.id, mixed: alone.id, merge, carried };
}

/** Is named in what agents note of an association. */
async function noteOf(site: TestSite, association: string): Promise<void> {
  const note = `Rappeler ${zoe.name} au ${zoe.phone}`;
  await sent(site, desk(association, "/notes"), { body: note });
  const help = { kind: "phone", day: "2026-09-14", doneBy: site.personId("referent"), note };
  await sent(site, desk(association, "/aide"), help);
  const words = { choice: "employer-jobs", words: note, since: "2026-09-01" };
  await sent(site, desk(association, "/designation"), words);
  await sent(site, desk(association, "/outils/besoin"), { tool: "connection" });
  const { html } = await site.get(desk(association), referent);
  const [need = ""] = /\/besoins\/[0-9a-f-]{36}/.exec(html) ?? [];
  await sent(site, desk(association, need), { how: "help", words: note });
}

/** Asks the town hall for a listing, is refused, and is invited by somebody else. */
async function asksAndIsInvited(site: TestSite, one: { id: string; slug: string }): Promise<void> {
  const request = { ...zoe, title: "présidente", message: `Appelez ${zoe.name}` };
  await sent(site, `/associations/${one.slug}/gerer/demande`, request);
  const waits = await site.get("/gestion/demandes-de-fiche", referent);
  const path = waits.html.match(/\/gestion\/demandes-de-fiche\/[0-9a-f-]{36}/)?.[0] ?? "";
  await sent(site, `${path}/refus`, { answer: `Bonjour ${zoe.name}, c’est déjà fait.` });
  const invited = { name: zoe.name, email: zoe.email, role: "reader" };
  await sent(site, desk(one.id, "/personnes/invitation"), invited);
}

/** Is the one to call for an activity, and holds the key for one of its dates. */
async function writesActivity(site: TestSite, association: string): Promise<void> {
  const said = {
    title: "Boules du soir",
    what: `Avec ${zoe.name}`,
    placeDetail: `Clé chez ${zoe.name}`,
    rhythm: "daily",
    from: "18:00",
    to: "19:00",
    first_day: "2026-09-20",
    last_day: "",
    rank: "",
    priceKind: "unknown",
  };
  const sheet = await sent(site, desk(association, "/activites/nouvelle?genre=regular"), said);
  const [path = ""] = sheet.split("?");
  const contact = { contactName: zoe.name, contactPhone: zoe.phone, contactEmail: zoe.email };
  await sent(site, `${path}/modifier/inscription`, {
    registration: `Appeler ${zoe.name}`,
    registrationUrl: "",
    ...contact,
  });
  const date = /\/dates\/[0-9a-f-]{36}/.exec((await site.get(path, referent)).html)?.[0] ?? "";
  await registers(site, path);
  const notice = `${zoe.name} est absente`;
  await sent(site, path + date, {
    what: "cancel",
    scope: "one",
    notice,
    day: "",
    from: "",
    to: "",
  });
}

/** Registers to an activity, is named in the registration of somebody else, and in what the association asks and says. */
async function registers(site: TestSite, sheet: string): Promise<void> {
  await sent(site, `${sheet}/publication`, {});
  const decided = { scope: "whole", capacity: "1", most: "2", waiting: "on", offer: "1440", opensOn: "", closesOn: "" }; // prettier-ignore
  await sent(site, `${sheet}/inscriptions/ouvrir`, {
    ...decided,
    question: `Qui vient avec ${zoe.name} ?`,
    message: `Appelez ${zoe.name} au ${zoe.phone}`,
  });
  const page = await site.get("/activites/boules-du-soir");
  const form = /\/activites\/boules-du-soir\/inscription\/[0-9a-f-]{36}/.exec(page.html)?.[0] ?? "";
  await sent(site, form, { ...zoe, "name-1": zoe.name, free: zoe.name });
  const other = { "name-1": "Ali Ben", email: "ali@courriel.example", phone: "" };
  await sent(site, form, { ...other, free: `Avec ${zoe.name}`, wait: "on" });
}

/** A file sent, tried and, unless told otherwise, carried out through the screens; gives its page. */
async function imports(site: TestSite, lines: string[], apply = true): Promise<string> {
  const form = new FormData();
  form.set("associations", "all");
  form.set("fichier", new File([lines.join("\n")], `liste de ${zoe.name}.csv`));
  const uploaded = await site.upload("/gestion/imports", form, referent);
  const address = uploaded.location ?? "";
  for (const act of ["essai", ...(apply ? ["application"] : [])]) {
    await sent(site, `${address}/${act}`, {});
    await site.runJobs();
  }
  return address;
}

/** Makes one record of two through the screens; gives the page that separates them. */
async function merges(site: TestSite, kept: string, absorbed: string): Promise<string> {
  const path = `/gestion/doublons/${kept}/${absorbed}`;
  const { html } = await site.get(`${path}?garder=${kept}`, referent);
  const choices = [...html.matchAll(/name="(choice-\w+)"/g)].map(([, name = ""]) => [name, "kept"]);
  const told = ["kept", "keptRevision", "absorbedRevision"].map((name) => [
    name,
    hidden(html, name),
  ]);
  await sent(
    site,
    `${path}/fusion`,
    Object.fromEntries([...choices, ...told]) as Record<string, string>,
  );
  const list = await site.get("/gestion/doublons/fusions", referent);
  return list.html.match(/\/gestion\/doublons\/fusions\/[0-9a-f-]{36}/)?.[0] ?? "";
}
