import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openChoir } from "../confirming/confirming.testing.ts";
import { documentsOf } from "./queries.ts";

let choir: Awaited<ReturnType<typeof openChoir>>;
before(async () => (choir = await openChoir()));
after(() => choir.site.close());

const space = (path = "") => `/espace/fiches/${choir.id}/documents${path}`;
function give(as: "president" | "elected", visibility = "town_hall") {
  const form = new FormData();
  const values = { datedOn: "2026-09-01", expiresOn: "", visibility };
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  form.append("fichier", new File(["%PDF-1.7\n"], "statuts.pdf", { type: "application/pdf" }));
  return choir.site.upload(space("/statuts"), form, { as });
}

test("who edits something else of the association reads its papers, and changes none", async () => {
  const place = (role: string, topics: string[]) =>
    choir.here((tx) =>
      tx
        .updateTable("association_member")
        .set({ role, topics })
        .where("person_id", "=", choir.site.personId("elected"))
        .execute(),
    );
  assert.equal((await give("president")).status, 303);
  await place("editor", ["listing"]);
  const list = await choir.site.get(space(), { as: "elected" });
  assert.match(list.html, /Statuts du/);
  assert.doesNotMatch(list.html, /Donner ce document|Retirer/);
  assert.equal((await give("elected")).status, 404);
  const [paper] = await choir.here((tx) => documentsOf(tx, choir.id));
  const removal = await choir.site.post(space(`/${paper?.id}/retrait`), {}, { as: "elected" });
  assert.equal(removal.status, 404);
  await place("editor", ["documents"]);
  assert.equal((await give("elected")).status, 303);
});

test("a public paper is read by anybody while its association is shown, and by nobody else after", async () => {
  assert.equal((await give("president", "public")).status, 303);
  const [paper] = await choir.here((tx) => documentsOf(tx, choir.id));
  const read = async () => (await choir.site.get(`/documents/${paper?.id}`)).status;
  const now = (values: { listed?: boolean; state?: string }) =>
    choir.here((tx) =>
      tx.updateTable("association").set(values).where("association_id", "=", choir.id).execute(),
    );
  assert.equal(await read(), 200);
  await now({ listed: false });
  assert.equal(await read(), 404);
  await now({ listed: true, state: "ceased" });
  assert.equal(await read(), 404);
  assert.equal((await choir.site.get(`/documents/${paper?.id}`, { as: "president" })).status, 200);
});
