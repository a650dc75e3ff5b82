import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sheetAsXlsx } from "../../associations/index.ts";
import { keeperOf, openLending, type Lending } from "./lending.testing.ts";

let lending: Lending;
let keeper: ReturnType<typeof keeperOf>;
const as = "equipment_manager" as const;
before(async () => {
  lending = await openLending();
  keeper = keeperOf(lending.site);
  await lending.stock("Vidéoprojecteur", ["VP-01", "VP-02", "VP-03", "VP-04"]);
});
after(() => lending.site.close());

test("what leaves as an inventory comes back as nothing to change, workbook and CSV", async () => {
  await lending.stock("Écran « géant » ; 2 m", ["EG-1"]);
  const csv = await lending.site.get("/gestion/materiel/exports/inventaire.csv", { as });
  const book = await lending.site.app.fetch(
    new Request("http://valbrume.test/gestion/materiel/exports/inventaire.xlsx", {
      headers: { host: "valbrume.test", cookie: `maillage=${lending.site.communeId}-${as}` },
    }),
  );
  const files = [
    [csv.html, "inventaire.csv"],
    [new Uint8Array(await book.arrayBuffer()), "inventaire.xlsx"],
  ] as const;
  for (const [bytes, name] of files) {
    const page = await keeper.seen(await keeper.brought(bytes, name));
    assert.match(page, /5 lignes lues\. Rien n’est à écrire/, name);
    assert.match(page, /Rien à changer 5/, name);
    assert.doesNotMatch(page, /À vous de dire|À corriger \d|Différent de ce/, name);
  }
});

test("a workbook of five thousand lines is planned and applied in one request", async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [`Chaise pliante ${at % 40}`, `CH-${at + 1}`, 12.5]); // prettier-ignore
  const bytes = await sheetAsXlsx({ headers: ["Article", "Étiquette", "Valeur"], rows });
  const one = await keeper.brought(bytes, "chaises.xlsx");
  assert.match(await keeper.seen(one), /5000 lignes lues/);
  const before = (await keeper.tags()).length;
  await keeper.acted(`${one}/application`);
  assert.equal((await keeper.tags()).length, before + 5000);
  assert.match(await keeper.seen(`${one}?lignes=unchanged&page=2`), /Chaise pliante/);
  await keeper.acted(`${one}/annulation`);
  assert.equal((await keeper.tags()).length, before);
});
