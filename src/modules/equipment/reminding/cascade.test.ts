import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { cancelSeat, joinWaiting, seatById } from "../../scheduling/index.ts";
import { ensurePlace } from "../../places/index.ts";
import { desk, easyRules, mornings, openLending, type Lending } from "../lending.testing.ts";
import { letterBox, roundAt, type Sent } from "./reminding.testing.ts";

let lending: Lending;
let sent: () => Promise<Sent[]>;
let library = "";
let late = "";
let next = "";
const pools: Record<string, string> = {};
const units = (tag: string, state: "ready" | "repair") =>
  lending.acted(`${desk}/exemplaires/${tag}/etat`, { state, note: "" });
/** Subjects of what the next borrower is written; letters to who is late are another test. */
const round = async (moment?: string) => {
  await roundAt(lending, moment);
  const late = /^Retour de matériel|^Matériel à/;
  return (await sent()).filter(({ subject }) => !late.test(subject));
};
const read = <T>(work: Parameters<Lending["site"]["database"]["read"]>[1]) =>
  lending.site.database.read(lending.site.communeId, work) as Promise<T>;
const capacityOf = async (pool: string) =>
  (
    await read<{ capacity: number }[]>((tx) =>
      tx
        .selectFrom("equipment_pool as p")
        .innerJoin("seat_counter as c", "c.counter_id", "p.counter_id")
        .select("c.capacity")
        .where("p.pool_id", "=", pools[pool] ?? "")
        .execute(),
    )
  )[0]?.capacity;
/** Somebody who waits for one of a shelf. */
const waits = (pool: string, from: string, until: string) =>
  lending.site.database.write(lending.site.communeId, async (tx) => {
    const { counter_id: counter } = await tx
      .selectFrom("equipment_pool")
      .select("counter_id")
      .where("pool_id", "=", pools[pool] ?? "")
      .executeTakeFirstOrThrow();
    const dates = { from: new Date(from), until: new Date(until) };
    const outcome = await joinWaiting(tx, counter, 1, lending.site.clock.now(), dates);
    assert.ok("done" in outcome);
    assert.equal(outcome.done.state, "waiting");
    return outcome.done.id;
  });
const swapped = (fields: { from: string; to: string; how: "apply" | "offer" }, loan = next) =>
  lending.acted(`${loan}/remplacement`, {
    ...fields,
    from: pools[fields.from] ?? "",
    to: pools[fields.to] ?? "",
  });

before(async () => {
  lending = await openLending("2026-12-01T09:00:00Z");
  const { site, place, acted } = lending;
  library = await site.database.write(site.communeId, (tx) =>
    ensurePlace(tx, { name: "Médiathèque" }),
  );
  for (const one of [place, library])
    await acted(`${desk}/lieux/nouveau`, { ...mornings, place: one });
  await acted(`${desk}/regles`, easyRules);
  const projector = await lending.addModel({ name: "Projecteur", category: "screen", purpose: "Montrer." }, "VP-1 à VP-3"); // prettier-ignore
  await acted(`${projector}/exemplaires`, { tags: "VP-9", place: library });
  await lending.addModel({ name: "Grand écran", category: "screen", purpose: "Montrer." }, "EC-1");
  const rows = await read<{ pool_id: string; name: string; place_id: string }[]>((tx) =>
    tx
      .selectFrom("equipment_pool as p")
      .innerJoin("equipment_model as m", "m.model_id", "p.model_id")
      .select(["p.pool_id", "m.name", "p.place_id"])
      .execute(),
  );
  for (const row of rows) pools[row.place_id === library ? "elsewhere" : row.name] = row.pool_id;
  const projectors = pools["Projecteur"] ?? "";
  late = await lending.ask({ [`q_${projectors}`]: "1" }, "2026-12-03", "2026-12-04");
  site.clock.set("2026-12-01T09:01:00Z");
  next = await lending.ask({ [`q_${projectors}`]: "2" }, "2026-12-08", "2026-12-09");
  site.clock.set("2026-12-03T08:00:00Z");
  await acted(`${late}/remise`, await lending.fieldsOf(`${late}/remise`));
  sent = letterBox(lending);
  await sent();
});
after(() => lending.site.close());

test("what is late is no longer promised, without a gesture", async () => {
  assert.deepEqual(await round("2026-12-04T08:00:00Z"), []);
  assert.equal(await capacityOf("Projecteur"), 3);
  assert.deepEqual(await round("2026-12-04T09:15:00Z"), []);
  assert.equal(await capacityOf("Projecteur"), 2);
  assert.doesNotMatch(await lending.seen(desk), /Il en manque/, "two are left for the next");
});

test("short, the next borrower is warned once, and reassured when it is back", async () => {
  await units("VP-3", "repair");
  const board = await lending.seen(desk);
  assert.match(board, /Il en manque.*Projecteur, Maison des associations : 2 promis, 1 en état/);
  assert.match(board, /Lire ensemble, le 08\/12\/2026 , il en manque 1/);
  assert.match(board, /1 × Projecteur, à aller chercher : Médiathèque.*1 × Grand écran/);
  assert.deepEqual(await round("2026-12-05T04:00:00Z"), [], "nobody is written to at night");
  assert.deepEqual(await round("2026-12-05T07:30:00Z"), [], "more than three days ahead");
  await Promise.all([roundAt(lending, "2026-12-05T08:30:00Z"), roundAt(lending)]);
  const [warning, more] = await round();
  assert.equal(more, undefined);
  assert.equal(warning?.subject, "Votre prêt de matériel est incertain");
  assert.match(warning.text, /Il manque : 1 × Projecteur/);
  assert.match(await lending.seen(desk), /Prévenu le 05\/12\/2026/);
  await units("VP-3", "ready");
  const [lifted] = await round("2026-12-05T09:00:00Z");
  assert.equal(lifted?.subject, "Votre prêt de matériel est assuré");
  assert.deepEqual(await round("2026-12-05T09:15:00Z"), []);
  assert.doesNotMatch(await lending.seen(desk), /Il en manque/);
});

test("another one is proposed by letter, once a day", async () => {
  await units("VP-3", "repair");
  assert.equal((await round("2026-12-05T09:30:00Z")).length, 1, "short again, warned again");
  assert.match(await swapped({ from: "Projecteur", to: "Grand écran", how: "offer" }), /offered$/);
  assert.match(await swapped({ from: "Projecteur", to: "Grand écran", how: "offer" }), /offeredToday/); // prettier-ignore
  const [letter, more] = await round();
  assert.equal(more, undefined);
  assert.match(letter?.text ?? "", /vous prêter 1 × Grand écran, au lieu de 1 × Projecteur/);
  assert.match(await lending.seen(desk), /Proposé par lettre le 05\/12\/2026/);
});

test("replaced by one fetched elsewhere: what lacks moves, all else stays, done once", async () => {
  const form = { from: "Projecteur", to: "elsewhere", how: "apply" } as const;
  const waiting = await waits("Projecteur", "2026-12-08T09:00:00Z", "2026-12-08T10:00:00Z");
  assert.match(await swapped(form), /replaced/);
  const seat = await read<{ state: string }>((tx) => seatById(tx, waiting));
  assert.equal(seat.state, "waiting", "what lacks is offered to nobody");
  await lending.site.database.write(lending.site.communeId, (tx) =>
    cancelSeat(tx, waiting, lending.site.clock.now()),
  );
  assert.match(await swapped(form), /changed/);
  const [letter, more] = await round();
  assert.equal(more, undefined);
  assert.equal(letter?.subject, "Votre prêt de matériel est assuré", "it is the same for them");
  assert.doesNotMatch(await lending.seen(desk), /Il en manque/);
  assert.equal(await capacityOf("Projecteur"), 1);
  assert.match(await lending.seen(desk), /À préparer.*1 × Projecteur.*\(Médiathèque\)/);
  lending.site.clock.set("2026-12-08T08:00:00Z");
  await lending.acted(`${next}/remise`, await lending.fieldsOf(`${next}/remise`));
  assert.match(await lending.seen(next), /VP-2.*VP-9|VP-9.*VP-2/);
  await lending.acted(`${late}/retour`, await lending.fieldsOf(`${late}/retour`));
  await lending.acted(`${next}/retour`, await lending.fieldsOf(`${next}/retour`));
  await round("2026-12-08T08:15:00Z");
  assert.equal(await capacityOf("Projecteur"), 2, "all but the one in repair");
});

test("replaced by another model, set aside or not: its borrower is told", async () => {
  const one = await lending.ask({ [`q_${pools["Projecteur"]}`]: "2" }, "2026-12-14", "2026-12-15");
  await lending.acted(`${one}/preparation`, await lending.fieldsOf(`${one}/preparation`));
  await units("VP-1", "repair");
  await sent();
  assert.match(await swapped({ from: "Projecteur", to: "Grand écran", how: "apply" }, one), /replaced/); // prettier-ignore
  const [letter] = await round();
  assert.match(letter?.text ?? "", /Vous aurez 1 × Grand écran, au lieu de 1 × Projecteur/);
  assert.equal(await lending.stateOf(one), "accepted", "something is to be set aside again");
  assert.match(await lending.seen(one), /VP-2/);
  assert.doesNotMatch(await lending.seen(one), /VP-1/);
  await lending.acted(`${one}/annulation`, {});
});

test("the night the hour changes, late is late at its instant", async () => {
  await lending.acted(`${desk}/regles`, { ...easyRules, bufferHours: "0" });
  const adding = { regime: "loan", fromHour: "10h", untilHour: "2h30", reviewOn: "", purpose: "Nuit", place: lending.place, association: "", service: "École" }; // prettier-ignore
  const nights = [
    ["2027-03-26", "2027-03-28", "2027-03-28T00:55:00Z", "2027-03-28T01:05:00Z"],
    ["2027-10-29", "2027-10-31", "2027-10-31T00:25:00Z", "2027-10-31T00:35:00Z"],
  ] as const;
  for (const [fromDay, untilDay, before, afterwards] of nights) {
    lending.site.clock.set(`${fromDay}T07:00:00Z`);
    const page = await lending.acted(`${desk}/prets/nouveau?lieu=${lending.place}`, { ...adding, fromDay, untilDay, [`q_${pools["Grand écran"]}`]: "1" }); // prettier-ignore
    const loan = page.split("?")[0] ?? "";
    await lending.acted(`${loan}/remise`, await lending.fieldsOf(`${loan}/remise`));
    await round(before);
    assert.equal(await capacityOf("Grand écran"), 1, before);
    await round(afterwards);
    assert.equal(await capacityOf("Grand écran"), 0, afterwards);
    await lending.acted(`${loan}/retour`, await lending.fieldsOf(`${loan}/retour`));
    assert.equal(await capacityOf("Grand écran"), 1);
  }
});
