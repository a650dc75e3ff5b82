import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { codeDigits, localPath, mayEnterAsSomeone, type Surroundings } from "./rules.ts";

test("only paths of this site are followed after signing in", () => {
  for (const path of ["/gestion", "/annuaire?q=yoga&page=2", "/associations/judo#contact"])
    assert.equal(localPath(path), path);
  for (const path of [
    "",
    "gestion",
    "//ailleurs.example",
    "/\\ailleurs.example",
    "/.//ailleurs.example",
    "/%0a/../..//x\n",
    "/a\tb",
    "https://ailleurs.example/",
    "javascript:alert(1)",
    "/connexion",
    "/connexion/code?demande=x",
    "/deconnexion",
    "/invitation/abc",
    "/",
    `/${"a".repeat(600)}`,
  ])
    assert.equal(localPath(path), undefined, path);
});

test("whatever is asked, a path that is followed stays on this site", () => {
  fc.assert(
    fc.property(
      fc.webPath(),
      fc.string(),
      fc.constantFrom("", "/", "//", "/\\", "/."),
      (path, noise, start) => {
        const followed = localPath(start + noise + path);
        if (followed === undefined) return;
        assert.equal(new URL(followed, "https://here.example").origin, "https://here.example");
      },
    ),
  );
});

test("a code is its digits, however they were typed", () => {
  assert.equal(codeDigits(" 123 456"), "123456");
  assert.equal(codeDigits("123-456"), "123456");
  assert.equal(codeDigits("\u2068123 456\u2069"), "123456");
});

const home: Surroundings = {
  demonstration: true,
  communeInvented: true,
  trustedProxy: false,
  publicHost: undefined,
  listeningOn: "127.0.0.1",
  askedHost: "localhost",
  visitor: "127.0.0.1",
};

test("one enters as someone invented only on the machine that runs the demonstration", () => {
  assert.equal(mayEnterAsSomeone(home), true);
  assert.equal(mayEnterAsSomeone({ ...home, visitor: "::1", askedHost: "[::1]" }), true);
  const elsewhere: Partial<Surroundings>[] = [
    { demonstration: false },
    { communeInvented: false },
    { trustedProxy: true },
    { publicHost: "assos.valbrume.example" },
    { listeningOn: "0.0.0.0" },
    { askedHost: "valbrume.test" },
    { askedHost: "localhost.ailleurs.example" },
    { visitor: "203.0.113.7" },
    { visitor: "" },
  ];
  for (const change of elsewhere)
    assert.equal(mayEnterAsSomeone({ ...home, ...change }), false, JSON.stringify(change));
});
