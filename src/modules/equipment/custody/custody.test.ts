import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { desk, easyRules, mornings, openLending, plain, type Lending } from "../lending.testing.ts";

let lending: Lending;
let projectors = "";
let loan = "";
let pc = "";
let vp = "";
const as = "equipment_manager" as const;
const seen: Lending["seen"] = (...of) => lending.seen(...of);
const acted: Lending["acted"] = (...of) => lending.acted(...of);
const refused: Lending["refused"] = (...of) => lending.refused(...of);
const fieldsOf: Lending["fieldsOf"] = (...of) => lending.fieldsOf(...of);

before(async () => {
  lending = await openLending("2026-12-01T09:00:00Z");
  await acted(`${desk}/lieux/nouveau`, { ...mornings, place: lending.place });
  await acted(`${desk}/regles`, easyRules);
  await lending.addModel({ name: "Ordinateur portable", category: "computer", purpose: "Écrire, aller sur internet.", holdsData: "on", checklist: "La batterie tient la charge", pieces: "Chargeur\nSacoche", value: "600", dayValue: "10" }, "PC-1 à PC-3"); // prettier-ignore
  projectors = await lending.addModel({ name: "Vidéoprojecteur", category: "screen", purpose: "Montrer un film.", value: "450", dayValue: "12" }, "VP-1"); // prettier-ignore
});
after(() => lending.site.close());

test("asked, prepared by shelf, handed over as it is", async () => {
  [pc = "", vp = ""] = await lending.pools("2026-12-03", "2026-12-04");
  loan = await lending.ask({ [`q_${pc}`]: "2", [`q_${vp}`]: "1" }, "2026-12-03", "2026-12-04");
  assert.match(await seen(desk), /À préparer.*Lire ensemble.*2 × Ordinateur portable/);
  const fields = await fieldsOf(`${loan}/preparation`);
  const units = Object.values(fields).filter(Boolean);
  assert.equal(units.length, 3, "a unit is proposed for each");
  assert.match(await seen(`${loan}/preparation`), /Ordinateur portable, 2 sur 2/);
  const same = Object.fromEntries(Object.keys(fields).map((name) => [name, fields["u_1_1"] ?? ""]));
  assert.match(await refused(`${loan}/preparation`, same), /déjà choisi plus haut/);
  assert.match(await acted(`${loan}/preparation`, { u_1_1: fields["u_1_1"] ?? "" }), /in_part/);
  assert.equal(await lending.stateOf(loan), "accepted");
  assert.match(await acted(`${loan}/preparation`, fields), /prepared/);
  assert.equal(await lending.stateOf(loan), "prepared");
  lending.site.clock.set("2026-12-03T08:00:00Z");
  assert.match(await seen(desk), /À remettre.*Lire ensemble/);
  assert.match(await refused(`${loan}/remise`, {}), /Choisissez au moins un exemplaire/);
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#888" } }).jpeg().toBuffer(); // prettier-ignore
  const leaving = await fieldsOf(`${loan}/remise`);
  const form = new FormData();
  const told = { ...leaving, c_1_1: "worn", w_1_1: "Rayure sur le capot", m_1_1: "Sacoche" };
  for (const [name, value] of Object.entries(told)) form.append(name, value);
  form.append("f_1_1", new File([new Uint8Array(photo)], "capot.jpg", { type: "image/jpeg" }));
  const sent = await lending.site.upload(`${loan}/remise`, form, { as });
  assert.equal(sent.status, 303, plain(sent.html).slice(0, 2000));
  assert.equal(await lending.stateOf(loan), "out");
  const supported = await lending.site.database.read(lending.site.communeId, (tx) =>
    tx.selectFrom("support_event").select(["association_id", "kind", "day"]).execute(),
  );
  assert.deepEqual(supported, [
    { association_id: lending.club.id, kind: "hand_over", day: "2026-12-03" },
  ]);
  const page = await seen(loan);
  assert.match(page, /PC-1.*Sorti.*Usé.*Il manque : Sacoche.*Rayure sur le capot/);
  const mine = await lending.site.get(loan.replace(desk, "/espace"), { as: "president" });
  assert.match(plain(mine.html), /Chez vous.*Rayure sur le capot/);
  const picture = /src="(\/espace\/prets\/[^"]+\/photos\/[^"]+)"/.exec(mine.html)?.[1] ?? "";
  assert.equal((await lending.site.get(picture, { as: "president" })).status, 200);
  assert.equal(
    (await lending.site.get(picture)).status,
    303,
    "who is not signed in is asked to be",
  );
});

test("an action sent twice counts once", async () => {
  const counted = () =>
    lending.site.database.read(lending.site.communeId, (tx) =>
      tx.selectFrom("custody_event").select("event_id").where("kind", "=", "handed").execute(),
    );
  const before = (await counted()).length;
  const again = await lending.site.post(`${loan}/remise`, { u_1_1: "", c_1_1: "good" }, { as });
  assert.notEqual(again.status, 500);
  assert.equal((await counted()).length, before);
});

test("a part comes back early: it is checked before it is lent again", async () => {
  const back = await fieldsOf(`${loan}/retour`);
  const keys = Object.keys(back).filter((name) => name.startsWith("c_"));
  assert.equal(keys.length, 3);
  const page = await lending.site.get(`${loan}/retour`, { as });
  const keyOf = (tag: string) =>
    new RegExp(`${tag}, [^<]*<.*?name="(c_[^"]+)"`, "s").exec(page.html)?.[1] ?? "";
  const first = keyOf("PC-1");
  const others = Object.fromEntries(keys.filter((key) => key !== first).map((key) => [key, "not_yet"])); // prettier-ignore
  assert.match(await acted(`${loan}/retour`, { ...others, [first]: "good" }), /back_in_part/);
  assert.equal(await lending.stateOf(loan), "out");
  assert.match(await seen(desk), /À vérifier.*PC-1/);
  const blocked = await refused(`${desk}/exemplaires/PC-1/etat`, { state: "ready", note: "" });
  assert.match(blocked, /Il reste des choses à faire/);
  const check = await seen(`${desk}/exemplaires/PC-1/verification`);
  assert.match(check, /Les fichiers et les données.*Les comptes.*Les mises à jour.*La batterie/);
  assert.doesNotMatch(check, /carte SIM/, "a laptop has none");
  await acted(`${desk}/exemplaires/PC-1/verification`, { steps: ["hygiene:data_wiped", "hygiene:updated"], words: "" }); // prettier-ignore
  assert.match(
    await seen(`${desk}/exemplaires/PC-1/verification`),
    /Déjà fait.*effacés.*03\/12\/2026/,
  );
  const done = await acted(`${desk}/exemplaires/PC-1/verification`, { steps: ["hygiene:accounts_removed", "check:La batterie tient la charge"], words: "Comme neuf" }); // prettier-ignore
  assert.match(done, /checked/);
  assert.match(
    await seen(`${desk}/exemplaires/PC-1`),
    /Prêt.*Vérifié.*Comme neuf.*Rendu.*Lire ensemble/,
  );
});

test("what is broken is exchanged, what is lost is said, and the loan ends when all is back", async () => {
  const [old, fresh, projector] = [
    await lending.unitId("PC-2"),
    await lending.unitId("PC-1"),
    await lending.unitId("VP-1"),
  ];
  assert.match(await seen(`${loan}/echange`), /Celui qui revient.*PC-2.*Celui qui part.*PC-1/);
  const wrong = await refused(`${loan}/echange`, { old: projector, condition: "broken", words: "", fresh }); // prettier-ignore
  assert.match(wrong, /du même modèle/);
  await acted(`${loan}/echange`, { old, condition: "broken", words: "Écran fendu", fresh });
  assert.match(await seen(desk), /En réparation.*PC-2/);
  const page = await lending.site.get(`${loan}/retour`, { as });
  const keyOf = (tag: string) =>
    new RegExp(`${tag}, [^<]*<.*?name="(c_[^"]+)"`, "s").exec(page.html)?.[1] ?? "";
  await acted(`${loan}/retour`, { [keyOf("PC-1")]: "good", [keyOf("VP-1")]: "lost", [`w_${keyOf("VP-1").slice(2)}`]: "Volé" }); // prettier-ignore
  assert.equal(await lending.stateOf(loan), "returned", "PC-1 is to be checked");
  await acted(`${desk}/exemplaires/PC-1/verification`, { steps: ["hygiene:data_wiped", "hygiene:updated", "hygiene:accounts_removed", "check:La batterie tient la charge"], words: "" }); // prettier-ignore
  assert.equal(await lending.stateOf(loan), "closed");
  assert.match(await seen(`${desk}/exemplaires/VP-1`), /Perdu.*Volé/);
  assert.match(await seen(projectors), /VP-1.*Perdu/);
  const stays = lending.site.database.write(lending.site.communeId, (tx) =>
    tx.updateTable("custody_event").set({ kind: "found" }).where("kind", "=", "lost").execute(),
  );
  await assert.rejects(stays, /only added to/);
});

test("found again it is lent again; a unit that somebody has is nobody else's", async () => {
  lending.site.clock.set("2026-12-03T08:30:00Z");
  await acted(`${desk}/exemplaires/VP-1/etat`, { state: "ready", note: "" });
  await acted(`${desk}/exemplaires/PC-2/etat`, { state: "to_check", note: "" });
  await acted(`${desk}/exemplaires/PC-2/verification`, { steps: ["hygiene:data_wiped", "hygiene:updated", "hygiene:accounts_removed", "check:La batterie tient la charge"], words: "" }); // prettier-ignore
  const spot = `${desk}/exemplaires/VP-1/sur-place`;
  assert.match(await refused(spot, { association: "", service: "", untilHour: "tard", purpose: "" }), /Écrivez le nom d’une association.*Écrivez une heure.*pour quoi faire/); // prettier-ignore
  await acted(spot, { association: "", service: "École Jean-Moulin", untilHour: "11 h 30", purpose: "Film" }); // prettier-ignore
  assert.match(await seen(`${desk}/exemplaires/VP-1`), /Il est chez École Jean-Moulin/);
  assert.equal((await lending.site.get(spot, { as })).status, 303, "it is not free any more");
});

test("late is said, lowers what can be promised, and waits for nobody", async () => {
  lending.site.clock.set("2026-12-03T11:30:00Z");
  assert.match(await seen(desk), /En retard.*Retard.*École Jean-Moulin.*1 jour/);
  const out = await lending.site.database.read(lending.site.communeId, (tx) =>
    tx.selectFrom("loan").select("loan_id").where("state", "=", "out").executeTakeFirstOrThrow(),
  );
  const late = `${desk}/prets/${out.loan_id}`;
  const back = await fieldsOf(`${late}/retour`);
  await acted(`${late}/retour`, back);
  assert.equal(await lending.stateOf(late), "closed", "nothing of it is to be checked");
});
