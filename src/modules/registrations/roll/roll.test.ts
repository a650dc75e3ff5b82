import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { roles } from "../../../platform/http/person.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { plain, president as as } from "../../activities/programme.testing.ts";
import { settings } from "../registrations.testing.ts";
import { jeanne, openEnrolment, type Enrolment } from "../registrations.testing.ts";

let here: Enrolment;
before(async () => {
  here = await openEnrolment({ capacity: "2", asked: ["age", "equipment"] });
});
after(() => here.site.close());

const shown = async (path: string): Promise<string> => {
  const page = await here.site.get(path, { as });
  assert.equal(page.status, 200, path);
  assert.deepEqual(await htmlFaults(page.html), [], path);
  return plain(page.html);
};

test("the sheet of the activity leads to its registrations, which say how many come", async () => {
  const { base, activity, home, roll } = here;
  assert.match(await shown(`${base}/${activity.id}`), /0 personne inscrite sur 2/);
  assert.ok((await shown(home)).includes(roll));
  assert.match(await shown(roll), /Personne pour l’instant/);
});

test("the association reads names, contacts and answers; registers somebody on the phone; the list follows the order", async () => {
  const { site, roll, enrol } = here;
  await enrol({ ...jeanne, "age-1": "71", equipment: "no" });
  here.tick();
  const added = await site.post(`${roll}/ajout`, { "name-1": "Ali Ben", phone: "06 12 34 56 78", email: "", wait: "on" }, { as }); // prettier-ignore
  assert.match(added.location ?? "", /roll\.added/);
  await enrol({ "name-1": "Léa Roc", email: "lea@courriel.example", phone: "", wait: "on" });
  here.tick();
  const third = await site.post(`${roll}/ajout`, { "name-1": "Mo Sy", phone: "07 12 34 56 78", email: "", wait: "on" }, { as }); // prettier-ignore
  assert.match(third.location ?? "", /roll\.waits/);
  assert.match(
    await shown((third.location ?? "").split("?")[0] ?? ""),
    /liste d’attente, position 2/,
  );
  const list = await shown(roll);
  for (const words of [
    "Jeanne Roc, 71 ans",
    "Ali Ben",
    "06 12 34 56 78",
    "jeanne@courriel.example",
    "Position 1",
    "2 personnes inscrites sur 2",
  ])
    // prettier-ignore
    assert.ok(list.includes(words), words);
  assert.ok(list.indexOf("Léa Roc") < list.indexOf("Mo Sy"));
});

test("it leaves on paper and as a table for a spreadsheet", async () => {
  const { site, roll } = here;
  assert.match(await shown(`${roll}/feuille`), /Signature/);
  const table = await site.get(`${roll}/tableau`, { as });
  assert.match(table.headers.get("content-type") ?? "", /text\/csv/);
  const [head = "", first = ""] = table.html.replace("\uFEFF", "").split("\r\n");
  assert.match(head, /^Nom;Âge;Téléphone;Courriel;/);
  assert.match(first, /^Jeanne Roc;71;;jeanne@courriel\.example;Non;/);
});

test("a place given back is offered to the first of the list, by mail; then to who has a phone, who is to be called", async () => {
  const { site, roll } = here;
  const [, ali] = await here.registrations();
  await site.post(`${roll}/personnes/${ali?.id}/annulation`, {}, { as });
  await site.runJobs();
  const letter = (await here.mails()).at(-1);
  assert.equal(letter?.to, "lea@courriel.example");
  assert.match(plain(letter?.text ?? ""), /gardée jusqu’au mercredi 16 septembre 2026 à 11 h/);
  const own = /\/inscriptions\/suivi\/[\w-]+/.exec(letter?.text ?? "")?.[0] ?? "";
  assert.match(plain((await site.get(own)).html), /Je ne viens pas/);
  const declined = await site.post(`${own}/reponse`, { answer: "no" });
  assert.equal(declined.status, 303);
  await site.runJobs();
  assert.match(await shown(roll), /Une personne à appeler.*Mo Sy.*une place lui est proposée/);
  const mo = (await here.registrations()).find(({ state }) => state === "offered");
  await site.post(`${roll}/personnes/${mo?.id}/reponse`, { answer: "yes" }, { as });
  assert.doesNotMatch(await shown(roll), /Une personne à appeler/);
  assert.equal((await here.registrations()).filter(({ state }) => state === "taken").length, 2);
});

test("an offer left unanswered goes to the next one, three times at most, by the job alone", async () => {
  const { site, roll, enrol } = here;
  await enrol({ "name-1": "Nia Lo", email: "nia@courriel.example", phone: "", wait: "on" });
  const [jo] = await here.registrations();
  await site.post(`${roll}/personnes/${jo?.id}/annulation`, {}, { as });
  for (const day of ["17", "19", "21", "23"]) {
    await site.runJobs();
    site.clock.set(`2026-09-${day}T10:00:00Z`);
    await here.round();
  }
  await site.runJobs();
  const nia = (await here.registrations()).find(({ email }) => email === "nia@courriel.example");
  assert.equal(nia?.ended, "unanswered");
  const told = (await here.mails()).filter(({ to }) => to === "nia@courriel.example");
  assert.deepEqual(
    told.map(({ subject }) => plain(subject).split(" : ")[0]),
    ["Liste d’attente", "Une place pour vous", "Une place pour vous", "Une place pour vous", "Fin de l’attente"],
  ); // prettier-ignore
});

test("a capacity is never lowered below those registered, and what was typed is kept", async () => {
  const { site, roll, enrol } = here;
  await enrol({ "name-1": "Ed Ka", email: "ed@courriel.example", phone: "" });
  const page = await shown(`${roll}/reglages`);
  assert.match(page, /Nombre de places/);
  const lower = await site.post(`${roll}/reglages`, { ...settings, capacity: "1" }, { as });
  assert.equal(lower.status, 422);
  assert.match(plain(lower.html), /annulez d’abord des inscriptions/);
  const more = { ...settings, capacity: "12", closesOn: "30/10/2026", question: "Un mot ?" };
  assert.equal((await site.post(`${roll}/reglages`, more, { as })).status, 303);
  assert.match(await shown(roll), /sur 12/);
  assert.match(await shown(`${roll}/reglages`), /value="2026-10-30"/);
  const odd = await site.post(`${roll}/reglages`, { ...more, capacity: "beaucoup" }, { as });
  assert.match(plain(odd.html), /Écrivez un nombre de places/);
});

test("presence is noted for a date that has come, again and again", async () => {
  const { site, roll } = here;
  site.clock.set("2026-09-23T18:00:00Z");
  const path = `${roll}/presences/2026-09-23`;
  const page = await shown(path);
  const [one = ""] = [...page.matchAll(/name="present" value="([0-9a-f-]{36})"/g)].map(([, id]) => id); // prettier-ignore
  assert.equal((await site.post(path, { present: [one] }, { as })).status, 303);
  assert.match(await shown(path), new RegExp(`value="${one}" checked`));
  assert.equal((await site.get(`${roll}/presences/2026-09-24`, { as })).status, 404);
});

test("an agent decides for the association, and reads no name; who was not given them reads none either", async () => {
  const { site, desk, activity, openingId, id, roll, base } = here;
  const there = `${desk}/${activity.id}/inscriptions`;
  const page = await site.get(`${there}/${openingId}`, { as: "referent" });
  assert.equal(page.status, 200);
  assert.match(plain(page.html), /La mairie voit des nombres/);
  assert.doesNotMatch(page.html, /Mo Sy|ed@courriel/);
  for (const path of ["feuille", "tableau", "ajout", "presences/2026-09-23"])
    for (const role of roles) {
      const desk = (await site.get(`${there}/${openingId}/${path}`, { as: role })).status;
      const space = (await site.get(`${roll}/${path}`, { as: role })).status;
      assert.ok(desk >= 403 && space >= 403, `${path} ${role} ${desk} ${space}`);
    }
  const saved = await site.post(`${there}/${openingId}/reglages`, { ...settings, capacity: "14" }, { as: "referent" }); // prettier-ignore
  assert.equal(saved.status, 303);
  const editor = site.personId("referent");
  const become = (role: string, topics: string[]) =>
    site.database.write(site.communeId, (tx) =>
      tx
        .insertInto("association_member")
        .values({ association_id: id, person_id: editor, role, topics })
        .onConflict((conflict) =>
          conflict
            .columns(["commune_id", "association_id", "person_id"])
            .doUpdateSet({ role, topics }),
        )
        .execute(),
    );
  await become("editor", ["listing"]);
  const without = await site.get(roll, { as: "referent" });
  assert.match(plain(without.html), /Demandez à une personne responsable/);
  assert.equal((await site.get(`${roll}/tableau`, { as: "referent" })).status, 404);
  await become("editor", ["registrations"]);
  assert.match((await site.get(roll, { as: "referent" })).html, /Mo Sy/);
  assert.doesNotMatch((await site.get(`${there}/${openingId}`, { as: "referent" })).html, /Mo Sy/);
  await become("reader", []);
  assert.doesNotMatch((await site.get(roll, { as: "referent" })).html, /Mo Sy/);
  assert.equal((await site.get(`${base}/${activity.id}`, { as: "referent" })).status, 200);
});

test("cancelling everything tells each once, with the association's word, and offers nothing to anybody", async () => {
  const { site, roll } = here;
  const before = (await here.mails()).length;
  const answer = await site.post(`${roll}/annulation`, { word: "Le professeur est parti." }, { as }); // prettier-ignore
  assert.equal(answer.status, 303);
  await site.runJobs();
  const letters = (await here.mails()).slice(before);
  assert.deepEqual(
    letters.map(({ to }) => to),
    ["ed@courriel.example"],
  );
  assert.match(letters[0]?.text ?? "", /Le professeur est parti\./);
  assert.match(await shown(roll), /Mo Sy.*tout est annulé/);
  const calls = await here.calls();
  const open = calls.find(({ done_at }) => done_at === null);
  await site.post(`${roll}/appels/${open?.call_id}`, {}, { as });
  assert.doesNotMatch(await shown(roll), /Une personne à appeler/);
  assert.ok((await here.registrations()).every(({ ended }) => ended !== null));
});
