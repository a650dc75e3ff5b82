import assert from "node:assert/strict";
import test from "node:test";
import { acronymIn, cleanKeyword, cleanName, joinCutName } from "./names.ts";

test("a name written with care is kept as written", () => {
  for (const name of ["Espace Aïkido", "La p'tite école", "iD'Jazz", "Les amis de l'ENAC"])
    assert.equal(cleanName(name), name);
});

test("a shouted name becomes readable, its acronyms stay", () => {
  const pairs = [
    ["ASSOCIATION SPORTIVE DES IZARDS", "Association Sportive des Izards"],
    ["L'AILE OU LA CUISSE", "L'Aile ou la Cuisse"],
    ["TOAC section CYCLISME", "TOAC section Cyclisme"],
    ["A.S. HLM RECOLLETS DASTE", "A.S. HLM Recollets Daste"],
    [
      "ASCM - ASSOCIATION SPORTIVE ET CULTURELLE MONTAUDRAN",
      "ASCM - Association Sportive et Culturelle Montaudran",
    ],
    ["TOULOUSE OLYMPIQUE XIII", "Toulouse Olympique XIII"],
    ["SPACER'S TOAC-TUC VOLLEY-BALL", "Spacer's TOAC-TUC Volley-Ball"],
    ["JEUX CULTURE TRADITIONS D ANJOU", "Jeux Culture Traditions d'Anjou"],
    ["ABC DU DIALOGUE ROUTIER (ABC-DR 17)", "ABC du Dialogue Routier (ABC-DR 17)"],
    ["AIDE A DOMICILE DU 3EME AGE", "Aide à Domicile du 3eme Age"],
    ["UCO/ASS.ST YVES", "UCO/Ass.St Yves"],
  ] as const;
  for (const [written, readable] of pairs) assert.equal(cleanName(written), readable);
});

test("what has no letter nor digit is no name", () => {
  for (const cell of ["", "  ", "-", "\u200b", "NA", "#N/A", '""', undefined])
    assert.equal(cleanName(cell), undefined);
});

test("a name cut over two columns is put together, even inside a word", () => {
  assert.equal(
    joinCutName("ARIANE-AGIR RENCONTRER INFORMER APPORT", "ER UNE NOUVELLE IMAGE"),
    "ARIANE-AGIR RENCONTRER INFORMER APPORTER UNE NOUVELLE IMAGE",
  );
  assert.equal(
    joinCutName("SECOURS CATHOLIQUE DELEGATION DE MAINE", "ET LOIRE"),
    "SECOURS CATHOLIQUE DELEGATION DE MAINE ET LOIRE",
  );
  assert.equal(
    joinCutName("PACA - PRESENCE ART", "CONTEMPORAIN"),
    "PACA - PRESENCE ART CONTEMPORAIN",
  );
});

test("an acronym is read where the name announces it", () => {
  assert.equal(acronymIn("ASCM - Association Sportive"), "ASCM");
  assert.equal(acronymIn("Aikido Budo Club (ABC)"), "ABC");
  assert.equal(acronymIn("Espace Aïkido"), undefined);
});

test("an activity begins with a capital and does not shout", () => {
  assert.equal(cleanKeyword("AIKIDO"), "Aikido");
  assert.equal(cleanKeyword("pétanque"), "Pétanque");
  assert.equal(cleanKeyword("VTT"), "VTT");
  assert.equal(cleanKeyword("ATHLETISME ADAPTE (EN STADE)"), "Athletisme adapte (en stade)");
});
