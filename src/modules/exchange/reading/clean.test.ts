import assert from "node:assert/strict";
import test from "node:test";
import { cleaned, linkOf, withoutContacts } from "./clean.ts";

test("a text keeps its words and nothing else: no markup, no script, no hidden character", () => {
  for (const [given, kept] of [
    ["<p>Judo &amp; <b>jujitsu</b></p>", "Judo & jujitsu"],
    ["Avant<script>alert(1)</script> après", "Avant après"],
    ["&lt;img src=x onerror=alert(1)&gt; Bal", "img src=x onerror=alert(1) Bal"],
    ["Loto\u202Eotol\u0000\u200B\nde Noël", "Loto otol de Noël"],
    ["Moins de 3 < 5 ans", "Moins de 3 5 ans"],
    ["<".repeat(5000), ""],
    ["\uD83D", "\uFFFD"],
  ] as const)
    assert.equal(cleaned(given, 200), kept);
  assert.equal(cleaned("un deux trois quatre", 12), "un deux…");
  assert.ok(cleaned("x".repeat(9000), 400).length <= 400);
});

test("how to reach somebody is not kept, whoever wrote it in a text", () => {
  for (const [given, kept] of [
    ["Écrire à zoe.m@exemple.fr, le soir", "Écrire à …, le soir"],
    ["Tél. 06 12 34 56 78 ou +33 (0)2.41.22.33.44.", "Tél. … ou …."],
    ["Au 0241223344", "Au …"],
    ["Fondé en 1954, 120 membres, 8-12 ans", "Fondé en 1954, 120 membres, 8-12 ans"],
  ] as const)
    assert.equal(withoutContacts(given), kept);
});

test("a link leads to a page of the web, or is none", () => {
  assert.equal(linkOf(" https://voisine.fr/a b "), "https://voisine.fr/a%20b");
  for (const address of [
    "javascript:alert(1)",
    "data:text/html,x",
    "/page",
    "",
    "https://moi:secret@voisine.fr/",
    `https://voisine.fr/${"é".repeat(600)}`,
  ])
    // prettier-ignore
    assert.equal(linkOf(address), undefined, address);
});
