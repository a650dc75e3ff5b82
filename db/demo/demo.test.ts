import test from "node:test";
import assert from "node:assert/strict";
import { themes } from "../../src/modules/associations/codes.ts";
import { commune, districts } from "./commune.ts";
import districtShapes from "./districts.json" with { type: "json" };
import outline from "./outline.json" with { type: "json" };
import { leaders, staff } from "./people.ts";
import { places } from "./places.ts";
import { demoAssociations } from "./records.ts";
import { synonyms } from "./synonyms.ts";
import { texts } from "./texts.ts";

const today = "2026-03-02";
const all = demoAssociations(today);

const unique = (values: readonly string[], what: string) =>
  assert.equal(new Set(values).size, values.length, what);

const luhn = (digits: string) =>
  [...digits].toReversed().reduce((total, digit, i) => {
    const n = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0) %
    10 ===
  0;

/** Ray casting on one ring. */
const inside = (point: readonly number[], ring: readonly (readonly number[])[]) =>
  ring.reduce((odd, a, i) => {
    const b = ring[(i + 1) % ring.length];
    const [x = 0, y = 0] = point;
    const [ax = 0, ay = 0] = a;
    const [bx = 0, by = 0] = b ?? a;
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return crosses ? !odd : odd;
  }, false);

test("the invented commune has at least 150 associations, and every theme has some", () => {
  assert.ok(all.length >= 150, String(all.length));
  for (const theme of themes)
    assert.ok(all.filter((a) => a.themes.includes(theme)).length >= 4, theme);
});

test("what is said in another language is said in French too, by an association of the commune", () => {
  for (const { about, texts: said, before } of texts) {
    const one = all.find((a) => a.name === about);
    assert.ok(one, about);
    const french = { aims: one.aims, schedule: one.when, registration: one.registration, prices: one.prices }; // prettier-ignore
    for (const field of Object.keys(said) as (keyof typeof french)[]) assert.ok(french[field], `${about}, ${field}`); // prettier-ignore
    for (const [field, words] of Object.entries(before ?? {})) assert.notEqual(french[field as keyof typeof french], words); // prettier-ignore
  }
});

test("names, numbers and addresses of associations are each their own", () => {
  unique(
    all.map((a) => a.name.toLowerCase()),
    "name",
  );
  unique(
    all.flatMap((a) => a.rna ?? []),
    "rna",
  );
  unique(
    all.flatMap((a) => a.siret ?? []),
    "siret",
  );
  unique(
    all.flatMap((a) => a.contact?.email ?? []),
    "email",
  );
  unique(
    all.flatMap((a) => a.contact?.phone ?? []),
    "phone",
  );
});

test("registry numbers have the right shape and SIRET and SIREN the right check digits", () => {
  for (const { rna, siret, legalForm, name } of all) {
    if (legalForm === "unregistered") assert.equal(rna, undefined, name);
    else assert.match(rna ?? "", /^W49[0-9]{7}$/, name);
    if (siret) assert.ok(/^[0-9]{14}$/.test(siret) && luhn(siret) && luhn(siret.slice(0, 9)), name);
  }
  assert.ok(all.filter((a) => a.siret).length >= 20);
});

test("telephone numbers are those kept for fiction and addresses lead nowhere", () => {
  const phones = [commune.phone, ...all.flatMap((a) => a.contact?.phone ?? [])];
  for (const phone of phones) assert.match(phone, /^\+33(26191|63998)[0-9]{4}$/);
  const mails = [...staff, ...leaders, ...all.flatMap((a) => a.contact ?? [])].map((p) => p.email);
  for (const mail of mails) assert.match(mail, /^[a-z.-]+@[a-z0-9-]+\.example$/);
  for (const { website } of all)
    assert.match(website ?? "https://x.example", /^https:\/\/\S+\.example$/);
});

test("an ended association says when, within three years, and on whose word", () => {
  const ended = all.filter((a) => a.state === "ceased");
  assert.ok(ended.length >= 5);
  for (const a of ended) {
    assert.ok(a.ceasedOn && a.ceasedOn > "2023-03-02" && a.ceasedOn <= today, a.name);
    assert.ok(a.ceasedSource, a.name);
  }
  assert.ok(all.some((a) => a.state === "dormant"));
});

test("an active association says what it does, when and where a resident may find it", () => {
  for (const a of all.filter((one) => one.state === "active")) {
    assert.ok(a.aims.length > 60 && a.aims.endsWith("."), a.name);
    assert.ok(a.places.length > 0, a.name);
    assert.ok(a.contact, a.name);
    assert.ok(a.keywords.length > 0, a.name);
    for (const words of [a.aims, a.prices, a.registration, a.when])
      assert.doesNotMatch(words ?? "", /[!;…]/, a.name);
  }
});

test("no confirmation is later than the day it is told from", () => {
  for (const a of all) for (const c of a.confirmations) assert.ok(c.on <= today, a.name);
  assert.ok(all.some((a) => a.confirmations.length === 0));
  assert.ok(all.some((a) => a.confirmations.length > 0 && a.confirmations.length < 5));
});

test("each place lies in its district and each district in the commune", () => {
  const shapes = new Map(
    districtShapes.features.map((f) => [f.properties.slug, f.geometry.coordinates[0] ?? []]),
  );
  assert.deepEqual([...shapes.keys()].sort(), districts.map((d) => d.slug).sort());
  const whole = outline.geometry.coordinates[0] ?? [];
  for (const place of places) {
    const point = [place.longitude, place.latitude];
    assert.ok(inside(point, whole), place.name);
    for (const [slug, ring] of shapes)
      assert.equal(inside(point, ring), slug === place.district, `${place.name} ${slug}`);
  }
});

test("districts share their borders: every inner border point belongs to two of them", () => {
  const outer = new Set((outline.geometry.coordinates[0] ?? []).map(String));
  const seen = new Map<string, number>();
  for (const f of districtShapes.features)
    for (const point of new Set((f.geometry.coordinates[0] ?? []).map(String)))
      seen.set(point, (seen.get(point) ?? 0) + 1);
  for (const [point, times] of seen) assert.ok(outer.has(point) || times >= 2, point);
});

test("every role of the town hall has someone, and leaders lead associations that exist", () => {
  const roles = new Set(staff.map((s) => s.role));
  assert.equal(roles.size, 6);
  const names = new Set(all.map((a) => a.name));
  for (const leader of leaders)
    for (const name of leader.associations) assert.ok(names.has(name), `${leader.name}: ${name}`);
});

test("a group of synonyms has at least two words, each once", () => {
  assert.ok(synonyms.length >= 60);
  for (const group of synonyms) {
    assert.ok(group.length >= 2, group.join());
    unique(group, group.join());
  }
});
