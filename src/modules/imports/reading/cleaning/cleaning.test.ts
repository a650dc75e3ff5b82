import assert from "node:assert/strict";
import test from "node:test";
import { cleanInsee, cleanPostcode, cleanStreet, cleanStreetLine, cleanTown } from "./addresses.ts";
import { cleanEmail, cleanPhone, cleanWebsite } from "./contacts.ts";
import { cleanPoint, cleanPointInOne } from "./coordinates.ts";
import { cleanDate } from "./dates.ts";
import { cleanFlag } from "./flags.ts";
import { cleanText } from "./text.ts";

type Pairs = readonly (readonly [string, unknown])[];

function each(pairs: Pairs, clean: (cell: string) => unknown): void {
  for (const [cell, value] of pairs) assert.deepEqual(clean(cell), value, `«${cell}»`);
}

test("dates are read however they are written, and dates of nothing are silent", () => {
  each(
    [
      ["2014-08-11", "2014-08-11"],
      ["2014-08-11 10:12:00", "2014-08-11"],
      ["13/12/2022 17:51", "2022-12-13"],
      ["1/9/98", "1998-09-01"],
      ["20220926", "2022-09-26"],
      ["1er août 1987", "1987-08-01"],
      ["44831", "2022-09-27"],
      ["44831.0", "2022-09-27"],
      ["0001-01-01", undefined],
      ["0000-00-00", undefined],
      ["31/02/2020", undefined],
      ["bientôt", undefined],
    ],
    cleanDate,
  );
});

test("phones become international, whatever separates their digits", () => {
  each(
    [
      ["02 41 43 28 13", "+33241432813"],
      ["02.41.43.28.13", "+33241432813"],
      ["241432813", "+33241432813"],
      ["241432813.0", "+33241432813"],
      ["+33 (0)2 41 43 28 13", "+33241432813"],
      ["0033241432813", "+33241432813"],
      ["33241432813", "+33241432813"],
      ["02 41 43 28 13 / 06 48 82 86 34", "+33241432813"],
      ["+32 2 555 12 12", "+3225551212"],
      ["3949", undefined],
      ["sur rendez-vous", undefined],
    ],
    cleanPhone,
  );
});

test("an e-mail is found among other words", () => {
  each(
    [
      ["Contact@Exemple.fr", "contact@exemple.fr"],
      ["www.tamtao.free.fr - contact4@exemple.fr", "contact4@exemple.fr"],
      ["mailto:a@b.fr;", "a@b.fr"],
      ["contact (at) exemple.fr", "contact@exemple.fr"],
      ["exemple.fr", undefined],
    ],
    cleanEmail,
  );
});

test("a web site gets its scheme and loses its crumbs; an e-mail is not one", () => {
  each(
    [
      ["espaceaikido.free.fr", "http://espaceaikido.free.fr"],
      ["www.chez.com/toactri/", "http://www.chez.com/toactri/"],
      ["https://abcdkro.wordpress.com/", "https://abcdkro.wordpress.com"],
      ["http:// amisdelabasilique.org", "http://amisdelabasilique.org"],
      ["http://http://timbredomazan.blogspot.fr/", "http://timbredomazan.blogspot.fr"],
      ["www.tamtao.free.fr - contact4@exemple.fr", "http://www.tamtao.free.fr"],
      ["www.exemple.fr).", "http://www.exemple.fr"],
      ["contact1@exemple.fr", undefined],
      ["www.", undefined],
      ["www", undefined],
      ["javascript:alert(1)", undefined],
    ],
    cleanWebsite,
  );
});

test("postcodes and INSEE codes get back what spreadsheets did to them", () => {
  each(
    [
      ["31500.0", "31500"],
      ["4400", "04400"],
      ["49 100", "49100"],
      ["00000", undefined],
      ["0", undefined],
      ["chez moi", undefined],
    ],
    cleanPostcode,
  );
  each(
    [
      ["2428", "02428"],
      ["2a004", "2A004"],
      ["00000", undefined],
    ],
    cleanInsee,
  );
});

test("towns take their usual case, nothing is invented, and what is no town is silent", () => {
  each(
    [
      ["SAINT-JEAN-DE-LINIERES", "Saint-Jean-de-Linieres"],
      ["ST BARTHELEMY D'ANJOU", "St Barthelemy d'Anjou"],
      ["SCEAUX D ANJOU", "Sceaux d'Anjou"],
      ["L'ETANG- LA- VILLE", "L'Etang-la-Ville"],
      ["ANGERS CEDEX 01", "Angers"],
      ["ANGERS CEDX", "Angers"],
      ["Toulouse cédex 9", "Toulouse"],
      ["PARIS 14EME ARRONDISSEMENT", "Paris"],
      ["STE GEMMES S/ LOIRE", "Ste Gemmes sur Loire"],
      ["A Banyuls sur Mer", "Banyuls sur Mer"],
      ["Rosny-sous-Bois", "Rosny-sous-Bois"],
      ["Y", undefined],
      ["Dans les Pyrénées", undefined],
      ["HORS TOULOUSE", undefined],
      ["Routes de campagne", undefined],
    ],
    cleanTown,
  );
});

test("a street is written on one line, its kind in full", () => {
  const parts = { number: "67", repetition: "B", kind: "CHEM1", street: "des vignes" };
  assert.equal(cleanStreet(parts), "67 B chemin des vignes");
  assert.equal(cleanStreetLine("55 AV Marceau"), "55 avenue Marceau");
  assert.equal(cleanStreetLine("_"), undefined);
});

test("a point is put in order and refused out of France", () => {
  assert.deepEqual(cleanPoint("43.589766", " 1.415235"), {
    latitude: 43.589766,
    longitude: 1.415235,
  });
  assert.deepEqual(cleanPoint("-0,55", "47,47"), { latitude: 47.47, longitude: -0.55 });
  assert.deepEqual(cleanPointInOne("43.6, 1.44"), { latitude: 43.6, longitude: 1.44 });
  assert.deepEqual(cleanPointInOne("43,6;1,44"), { latitude: 43.6, longitude: 1.44 });
  assert.equal(cleanPoint("0", "0"), undefined);
  assert.equal(cleanPoint("475198.12", "6692424.5"), undefined);
});

test("flags are yes, no, or silence", () => {
  each(
    [
      ["Oui", true],
      ["X", true],
      ["non", false],
      ["peut-être", undefined],
    ],
    cleanFlag,
  );
});

test("what nobody sees and what says nothing disappear", () => {
  assert.equal(cleanText("  a\u00a0\u200b  b\u0000 "), "a b");
  for (const cell of ["", "N/A", "#REF!", "néant", "-"]) assert.equal(cleanText(cell), undefined);
});
