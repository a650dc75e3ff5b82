import assert from "node:assert/strict";
import test from "node:test";
import { lighten, loadAssets } from "./assets.ts";

const assets = loadAssets();
const weight = (name: string) => {
  const asset = assets.assetAt(assets.assetAddress(name));
  assert.ok(asset);
  return (asset.br ?? asset.body).length;
};

test("an address holds the hash of what it serves, and answers only when exact", () => {
  const address = assets.assetAddress("app.css");
  assert.match(address, /^\/assets\/app\.[0-9a-f]{10}\.css$/);
  assert.equal(assets.assetAt(address)?.contentType, "text/css; charset=utf-8");
  assert.equal(assets.assetAt("/assets/app.0000000000.css"), undefined);
  assert.equal(assets.assetAt("/assets/../package.json"), undefined);
});

test("a name nobody knows is a bug, said at once", () => {
  assert.throws(() => assets.assetAddress("absent.css"), /absent\.css/);
});

test("every address inside the stylesheet leads to an asset", () => {
  const css = assets.assetAt(assets.assetAddress("app.css"))?.body.toString() ?? "";
  const addresses = [...css.matchAll(/url\("([^"]+)"\)/g)].map((found) => found[1] ?? "");
  assert.ok(addresses.length >= 3);
  for (const address of addresses) assert.ok(assets.assetAt(address), address);
});

test("the stylesheet weighs at most 14 kB with gzip", () => {
  const css = assets.assetAt(assets.assetAddress("app.css"));
  assert.ok((css?.gzip?.length ?? Infinity) <= 14_000);
});

test("the fonts, stylesheet and script leave 10 kB to the page within its 100 kB", () => {
  const total = ["text.woff2", "title.woff2", "mesh.svg", "app.css", "app.js"]
    .map(weight)
    .reduce((sum, one) => sum + one, 0);
  assert.ok(total <= 90_000, `${total} bytes`);
});

test("lightening a stylesheet keeps what it says", () => {
  assert.equal(
    lighten('/* why */\na > b ,\n c {\n  margin: 0 auto;\n  content: " ; "\n}\n'),
    'a>b,c{margin:0 auto;content:" ; "}',
  );
  assert.equal(lighten("a :hover { width: calc(1px + 2px); }"), "a :hover{width:calc(1px + 2px)}");
});
