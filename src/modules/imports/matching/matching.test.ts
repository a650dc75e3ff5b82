import assert from "node:assert/strict";
import test from "node:test";
import { addKnown, openBook, type Known } from "./book.ts";
import { matchLines, type Leader, type Verdict } from "./match.ts";
import { belongs, communeByInsee, type Commune } from "./territory.ts";

function match(known: Omit<Known, "name">[] | Known[], leaders: Omit<Leader, "line">[]): string[] {
  const book = openBook("Valbrume");
  for (const one of known) addKnown(book, { name: "Judo club", ...one });
  return matchLines(
    book,
    leaders.map((leader, at) => ({ line: at + 1, ...leader })),
  ).map(inShort);
}
const inShort = (verdict: Verdict): string =>
  (verdict.to === "new"
    ? "new"
    : verdict.to === "known"
      ? `${verdict.id} by ${verdict.by}`
      : `joins ${verdict.leader} by ${verdict.by}`) +
  (verdict.taken.length > 0 ? `, ${verdict.taken.join(" ")} taken` : "");
const name = "Judo club";

test("a number designates before a name does", () => {
  const known = [{ id: "a", rna: "W491000001" }, { id: "b" }];
  assert.deepEqual(match(known, [{ name }, { name: "Autre nom", rna: "W491000001" }]), [
    "b by name",
    "a by rna",
  ]);
});

test("a SIRET, then a SIREN, then the number that follows an old one are recognised", () => {
  const known = [
    { id: "a", siret: "35600000000048", siren: "356000000" },
    { id: "b", rna: "0491000001", successorRna: "W491000002" },
  ];
  assert.deepEqual(
    match(known, [
      { name: "X", siret: "35600000000048" },
      { name: "Y", rna: "W491000002" },
    ]),
    ["a by siret", "b by successor"],
  );
  assert.deepEqual(match(known, [{ name: "X", siret: "35600000049837" }]), ["a by siren"]);
});

test("the past of an association is recognised, and does not take its place", () => {
  const known = [{ id: "a", rna: "W491000002" }];
  assert.deepEqual(
    match(known, [{ name: "Ancien nom", rna: "0491000001", successorRna: "W491000002" }]),
    ["a by former"],
  );
});

test("a record merged into another still leads to it by its number", () => {
  const known: Known[] = [
    { id: "a", name, rna: "W491000001" },
    { id: "b", name: "Judo", rna: "W491000002", mergedInto: "a" },
  ];
  assert.deepEqual(match(known, [{ name: "Judo", rna: "W491000002" }]), ["a by former"]);
});

test("a name borne by two associations designates neither", () => {
  const known = [
    { id: "a", rna: "W491000001" },
    { id: "b", rna: "W491000002" },
  ];
  assert.deepEqual(match(known, [{ name }]), ["new"]);
});

test("a name never joins two numbers that differ", () => {
  assert.deepEqual(match([{ id: "a", rna: "W491000001" }], [{ name, rna: "W491000009" }]), ["new"]);
});

test("a town not said is the commune's", () => {
  assert.deepEqual(match([{ id: "a", town: "VALBRUME" }], [{ name }]), ["a by name"]);
  assert.deepEqual(match([{ id: "a", town: "Autreville" }], [{ name }]), ["new"]);
});

test("lines that share a SIREN are one association, led by the first of them", () => {
  assert.deepEqual(
    match(
      [],
      [
        { name: "Frac", siren: "356000000" },
        { name, siret: "35600000000048" },
      ],
    ),
    ["new", "joins 1 by siren"],
  );
  const known = [{ id: "a", siret: "35600000000048", siren: "356000000" }];
  assert.deepEqual(
    match(known, [
      { name: "Frac", siren: "356000000" },
      { name, siret: "35600000000048" },
    ]),
    ["a by siret", "joins 1 by siret"],
  );
});

test("a SIRET two registered associations both state goes to the first, and the other does without", () => {
  const lines = [
    { name: "A", rna: "W491000001", siret: "35600000000048" },
    { name: "B", rna: "W491000002", siret: "35600000000048" },
  ];
  assert.deepEqual(match([], lines), ["new", "new, siret siren taken"]);
});

const commune: Commune = { id: 1, name: "Valbrume", insee: "49998", postcodes: new Set() };
const at = (seat: object) => belongs({ name, seat }, commune);

test("a line is the commune's by its INSEE code, else its town, else its postcode", () => {
  assert.equal(at({ insee: "49998", town: "Autreville" }), true);
  assert.equal(at({ insee: "49007", town: "Valbrume" }), false);
  assert.equal(at({ town: "VALBRUME CEDEX 9" }), true);
  assert.equal(at({ town: "Valbrume 3e arrondissement" }), true);
  assert.equal(at({ town: "Autreville", postcode: "49000" }), false);
  assert.equal(at({ postcode: "49000" }), true);
  assert.equal(at({ postcode: "31000" }), false);
  assert.equal(at({}), undefined);
  const known = { ...commune, postcodes: new Set(["49100"]) };
  assert.equal(belongs({ name, seat: { postcode: "49000" } }, known), false);
});

test("an association that meets in the commune is its own, even if it also meets elsewhere", () => {
  const places = [
    { name: "Piscine", town: "Autreville" },
    { name: "Gymnase", town: "Valbrume" },
  ];
  assert.equal(belongs({ name, places }, commune), true);
});

test("districts of Paris, Lyon and Marseille are their city", () => {
  const cities = new Map([["13055", 7]]);
  assert.equal(communeByInsee({ name, seat: { insee: "13208" } }, cities), 7);
  assert.equal(communeByInsee({ name, seat: { insee: "49007" } }, cities), undefined);
});
