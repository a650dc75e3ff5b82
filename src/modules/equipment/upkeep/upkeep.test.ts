import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { desk, openLending, plain, type Lending } from "../catalogue.testing.ts";
import { loansOfUnitsSince, upkeepDue } from "./queries.ts";

const as = "equipment_manager" as const;
const page = `${desk}/entretien`;
let lending: Lending;
let model = "";
before(async () => {
  lending = await openLending();
  model = await lending.lend({}, ["VP-01", "VP-02"]);
});
after(() => lending.site.close());

const sheet = () => `${desk}/modeles/${model}`;
const due = async () =>
  (await lending.write((tx) => upkeepDue(tx, lending.site.clock.now().toISOString().slice(0, 10)))).map(
    ({ tag, plan }) => `${tag} ${plan.task}`,
  ); // prettier-ignore
const unit = (tag: string) =>
  lending.write(async (tx) => (await tx.selectFrom("equipment_unit").select("unit_id").where("tag", "=", tag).executeTakeFirstOrThrow()).unit_id); // prettier-ignore
/** Units come back from loans. */
const back = (at: string, ...units: { unitId: string; loanId: string }[]) =>
  lending.write(
    (tx) =>
    tx.insertInto("custody_event").values(units.map(({ unitId, loanId }) => ({ unit_id: unitId, loan_id: loanId, kind: "returned", condition: "good", at: new Date(at) }))).execute(), // prettier-ignore
  );
const loanOf = (code: string) =>
  lending.write(async (tx) => {
    const { loan_id: id } = await tx
      .insertInto("loan")
      .values({
        code,
        request_id: "00000000-0000-4000-8000-000000000001",
        service: "Vie associative",
        place_id: lending.place,
        regime: "loan",
        purpose: "Fête",
        from_at: new Date("2026-11-27T09:00:00Z"),
        until_at: new Date("2026-11-28T09:00:00Z"),
        state: "accepted",
        decided_how: "rules",
        created_at: new Date("2026-11-26T09:00:00Z"),
        changed_at: new Date("2026-11-26T09:00:00Z"),
      }) // prettier-ignore
      .returning("loan_id")
      .executeTakeFirstOrThrow();
    return id;
  });

test("a plan says what is done and how often; without either it is refused", async () => {
  assert.match(await lending.seen(page, as), /Rien à faire pour l’instant/);
  const plan = { task: "Dépoussiérer les filtres", eachDays: "90", eachLoans: "" };
  assert.match(await lending.refused(`${sheet()}/entretien`, { ...plan, task: "" }), /Dites ce qu’on fait/); // prettier-ignore
  assert.match(await lending.refused(`${sheet()}/entretien`, { ...plan, eachDays: "" }), /tous les combien de jours, ou après combien de prêts/); // prettier-ignore
  assert.match(await lending.refused(`${sheet()}/entretien`, { ...plan, eachDays: "0" }), /nombre entier/); // prettier-ignore
  await lending.acted(`${sheet()}/entretien`, plan);
  assert.match(await lending.seen(sheet(), as), /Dépoussiérer les filtres , tous les 90 jours/);
  assert.deepEqual(await due(), []);
  assert.match(await lending.seen(`${desk}/exemplaires/VP-01`, as), /Dépoussiérer les filtres Jamais le 24 février 2027/); // prettier-ignore
});

test("its day come, each unit is due; said done, it is no longer, once, whoever says it again", async () => {
  lending.site.clock.set("2027-02-24T09:00:00Z");
  assert.deepEqual(await due(), ["VP-01 Dépoussiérer les filtres", "VP-02 Dépoussiérer les filtres"]); // prettier-ignore
  const { html } = await lending.site.get(page, { as });
  assert.match(plain(html), /VP-01.*Dépoussiérer les filtres À faire depuis le 24 février 2027/);
  assert.match(await lending.seen(`${desk}/modeles`, as), /2 entretiens à faire/);
  assert.match(await lending.seen(desk, as), /2 entretiens à faire/);
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? "";
  const fields = { plan: field("plan"), unit: field("unit"), nth: field("nth") };
  const say = () => lending.site.post(page, fields, { as });
  assert.match((await say()).location ?? "", /keeping\.done\b/);
  assert.match((await say()).location ?? "", /doneAlready/);
  assert.deepEqual(await due(), ["VP-02 Dépoussiérer les filtres"]);
  assert.match(await lending.seen(page, as), /Fait cette semaine.*VP-01/);

  await lending.acted(`${page}/annulation`, fields);
  assert.equal((await due()).length, 2, "said by mistake, it is to be done again");
  for (const wrong of [{ ...fields, nth: "9" }, { ...fields, nth: "x" }, { ...fields, plan: model }]) await lending.site.post(page, wrong, { as }); // prettier-ignore
  assert.equal((await due()).length, 2, "a time that is not the next one is not written");
});

test("from the page of a unit it is said with a word", async () => {
  const { html } = await lending.site.get(`${desk}/exemplaires/VP-02`, { as });
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? "";
  const plan = field("plan");
  const fields = { plan, unit: field("unit"), nth: field("nth"), tag: "VP-02", [`note_${plan}`]: "Filtre usé" }; // prettier-ignore
  assert.equal(await lending.acted(page, fields), `${desk}/exemplaires/VP-02`);
  assert.match(await lending.seen(page, as), /Fait cette semaine.*VP-02.*Filtre usé/);
});

test("after so many loans: only those it came back from since count, each once", async () => {
  const plan = { task: "Vérifier la lampe", eachDays: "", eachLoans: "2" };
  await lending.acted(`${sheet()}/entretien`, plan);
  const [one, other] = [await unit("VP-01"), await unit("VP-02")];
  const [first, second] = [await loanOf("ABC222"), await loanOf("ABC333")];
  await back("2027-02-01T09:00:00Z", { unitId: one, loanId: first });
  await back("2027-02-25T09:00:00Z", { unitId: one, loanId: first });
  assert.ok(!(await due()).includes("VP-01 Vérifier la lampe"), "one loan since the plan");
  await back("2027-02-26T09:00:00Z", { unitId: one, loanId: second }, { unitId: other, loanId: second }); // prettier-ignore
  assert.deepEqual((await due()).filter((line) => line.endsWith("lampe")), ["VP-01 Vérifier la lampe"]); // prettier-ignore
  const at = new Date("2027-02-01T00:00:00Z");
  const counts = await lending.write(
    (tx) =>
    loansOfUnitsSince(tx, [{ unitId: other, at }, { unitId: one, at: new Date("2027-02-25T12:00:00Z") }, { unitId: one, at }]), // prettier-ignore
  );
  assert.deepEqual(counts, [1, 1, 2]);
  assert.match(await lending.seen(page, as), /2 prêts depuis la dernière fois/);
});

test("what is lost is not to be kept; a plan is changed, then ended", async () => {
  await lending.acted(`${desk}/exemplaires/VP-01/etat`, { state: "lost", note: "" });
  assert.deepEqual(await due(), []);
  await lending.acted(`${desk}/exemplaires/VP-01/etat`, { state: "ready", note: "" });
  const { html } = await lending.site.get(sheet(), { as });
  const plan = /\/gestion\/materiel\/entretien\/[0-9a-f-]{36}/.exec(html)?.[0] ?? "";
  await lending.acted(plan, { task: "Dépoussiérer", eachDays: "30", eachLoans: "" });
  assert.match(await lending.seen(sheet(), as), /Dépoussiérer , tous les 30 jours/);
  await lending.acted(`${plan}/fin`, {});
  assert.equal((await lending.site.get(plan, { as })).status, 404);
});
