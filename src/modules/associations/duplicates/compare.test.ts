import test from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { comparePair } from "./compare.ts";
import type { DuplicateRecord } from "./record.ts";
import { counterReasonCodes, suggestionThreshold, type Reason } from "./reasons.ts";

const angers = { town: "Angers", insee: "49007" };
let next = 0;
const record = (name: string, more: Partial<DuplicateRecord> = {}): DuplicateRecord => ({
  id: `r${next++}`,
  name,
  ...more,
});
const codes = (a: DuplicateRecord, b: DuplicateRecord): Reason["code"][] =>
  comparePair(a, b).reasons.map((reason) => reason.code);
const suggested = (a: DuplicateRecord, b: DuplicateRecord): boolean =>
  comparePair(a, b).score >= suggestionThreshold;

test("one number shared is enough, whatever the names say", () => {
  const [a, b] = [
    record("Judo", { rna: "W493000123" }),
    record("Arts martiaux", { rna: "W493000123" }),
  ];
  assert.ok(codes(a, b).includes("same_rna") && suggested(a, b));
  const [c, d] = [
    record("Judo", { siret: "41810968200058" }),
    record("JC", { siret: "41810968200058" }),
  ];
  assert.ok(codes(c, d).includes("same_siret") && suggested(c, d));
  const [e, f] = [
    record("Judo", { siret: "41810968200058" }),
    record("JC", { siren: "418109682" }),
  ];
  assert.ok(codes(e, f).includes("same_siren") && suggested(e, f));
});

test("the number that follows an old one links the two, even when the name and the town changed", () => {
  const old = record("Ancien nom", { rna: "913S0913012577", successorRna: "W913000001" });
  const heir = record("Tout autre chose", { rna: "W913000001", seat: angers, state: "active" });
  assert.ok(codes(old, heir).includes("successor_number") && suggested(old, heir));
});

test("a name in the same town is suggested; in another town it is not", () => {
  const here = record("Comité des fêtes", { seat: angers });
  assert.ok(suggested(here, record("COMITE DES FETES", { seat: { town: "ANGERS CEDEX 01" } })));
  assert.ok(
    !suggested(here, record("Comité des fêtes", { seat: { town: "Tours", insee: "37261" } })),
  );
});

test("the districts of Paris, Lyon and Marseille are one town each", () => {
  const [a, b] = ["75115", "75056"].map((insee) =>
    record("Les Frères d'armes", { seat: { insee } }),
  );
  assert.ok(a && b && suggested(a, b));
});

test("sections, schools and parishes are told apart by their number or their name", () => {
  const pairs = [
    ["Scouts section 2", "Scouts section 3", "different_number_in_name"],
    ["Boxing club du XVe", "Boxing club du XVIe", "different_number_in_name"],
    [
      "Amicale de l'école Jean Moulin",
      "Amicale de l'école Jules Ferry",
      "different_institution_in_name",
    ],
    ["Paroisse Saint-Laud", "Paroisse Saint-Serge", "different_institution_in_name"],
    ["Bretagne Chanvre Production", "Bretagne Chanvre Diffusion", "different_word_in_name"],
  ] as const;
  for (const [one, other, code] of pairs) {
    const [a, b] = [record(one, { seat: angers }), record(other, { seat: angers })];
    assert.ok(codes(a, b).includes(code), `${one} / ${other}: ${codes(a, b).join(" ")}`);
    assert.ok(!suggested(a, b), `${one} / ${other}`);
  }
});

test("lost accents, lost letters, typing errors, cut names and acronyms are seen through", () => {
  const pairs = [
    ["Diététique pour tous", "DIETETIQUE POUR TOUS", "accents_lost"],
    ["Diététique pour tous", "DITTIQUE POUR TOUS", "accents_lost"],
    ["D?veloppement rural", "Développement rural", "accents_lost"],
    ["Ligne d'athlétisme de Corse", "Ligue d'athlétisme de Corse", "close_name_same_place"],
    [
      "Association des amis du patrimoine ligérien",
      "ASSOCIATION DES AMIS DU PATRIMOINE LIG",
      "close_name_same_place",
    ],
    ["Judo club d'Angers", "Judo club", "close_name_same_place"],
    ["Badminton club angevin trélazéen", "BCAT", "acronym"],
  ] as const;
  for (const [one, other, code] of pairs) {
    const [a, b] = [
      record(one, { seat: angers, email: "contact@exemple.fr" }),
      record(other, { seat: angers, email: "contact@exemple.fr" }),
    ];
    assert.ok(codes(a, b).includes(code), `${one} / ${other}: ${codes(a, b).join(" ")}`);
    assert.ok(suggested(a, b), `${one} / ${other}: ${comparePair(a, b).score}`);
  }
});

test("two active numbers, two SIREN, two creation days speak against", () => {
  const base = { seat: angers, state: "active", createdOn: "1998-02-07" } as const;
  const a = record("Chorale du lac", { ...base, rna: "W493000123", siren: "418109682" });
  const b = record("Chorale du lac", {
    ...base,
    rna: "W493000124",
    siren: "339466260",
    createdOn: "2015-01-01",
  });
  for (const code of [
    "different_rna_both_active",
    "different_siren",
    "different_creation_day",
  ] as const)
    assert.ok(codes(a, b).includes(code), code);
  assert.ok(!suggested(a, b));
});

test("a day the registry does not know is no evidence", () => {
  const [a, b] = ["0001-01-01", "1901-07-01"].map((createdOn) => record("Chorale", { createdOn }));
  assert.ok(a && b && !codes(a, b).some((code) => code.endsWith("creation_day")));
});

test("a name alone is no proof: two lines that say only 'Familles rurales' are not suggested", () => {
  assert.ok(!suggested(record("Familles rurales"), record("Familles rurales")));
});

const anyRecord: fc.Arbitrary<DuplicateRecord> = fc.record(
  {
    id: fc.uuid(),
    name: fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(
          fc.constantFrom(
            "judo",
            "club",
            "ABC",
            "St",
            "Pierre",
            "école",
            "II",
            "2",
            "Angers",
            "judos",
          ),
          { maxLength: 5 },
        )
        .map((w) => w.join(" ")),
    ),
    rna: fc.constantFrom("W493000123", "W493000124", "913S0913012577"),
    siren: fc.constantFrom("418109682", "339466260"),
    seat: fc.record(
      {
        street: fc.constantFrom("3 rue du Lac", "Mairie"),
        town: fc.constantFrom("Angers", "Tours"),
        insee: fc.constantFrom("49007", "37261"),
      },
      { requiredKeys: [] },
    ),
    aims: fc.constantFrom("pratique du judo et des arts martiaux", "O", ""),
    createdOn: fc.constantFrom("1998-02-07", "1998-03-07", "2015-01-01", "0001-01-01"),
    state: fc.constantFrom("active", "ceased"),
    email: fc.constantFrom("a@exemple.fr", "b@exemple.fr"),
    phone: fc.constant("+33241000000"),
    website: fc.constantFrom("https://exemple.fr/", "http://www.facebook.com"),
    successorRna: fc.constantFrom("W493000123", "W493000999"),
  },
  { requiredKeys: ["id", "name"] },
) as fc.Arbitrary<DuplicateRecord>;

test("comparing is the same both ways", () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (a, b) =>
      assert.deepEqual(comparePair(a, b), comparePair(b, a)),
    ),
    { numRuns: 500 },
  );
});

test("a record equals itself: nothing speaks against, and whatever says more than a name is sure", () => {
  fc.assert(
    fc.property(anyRecord, (a) => {
      const { score, reasons } = comparePair(a, { ...a, id: "copy" });
      const against: readonly string[] = counterReasonCodes;
      assert.deepEqual(
        reasons.filter((reason) => against.includes(reason.code)),
        [],
      );
      if (a.rna !== undefined || a.email !== undefined || a.seat?.insee !== undefined)
        assert.equal(score, 1);
    }),
    { numRuns: 500 },
  );
});
