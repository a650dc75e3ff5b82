import assert from "node:assert/strict";
import test from "node:test";
import { contactWithout, type ContactRow } from "./forgetting.ts";

const zoe = {
  id: "00000000-0000-4000-8000-000000000001",
  email: "zoe@exemple.example",
  names: ["Zoé Martin"],
  phones: ["06 88 77 66 55"],
};
const left = (row: ContactRow) => contactWithout(row, zoe);

test("a contact goes when it is linked to the person, has their address, or has nothing that is not theirs", () => {
  for (const row of [
    { name: "Une autre", person_id: zoe.id },
    { name: null, email: "ZOE@exemple.example", phone: "+33241000001" },
    { name: "MARTIN Zoé", email: null, phone: null },
    { name: "Zoé Martin", email: null, phone: "+33688776655" },
    { name: null, email: null, phone: "+33688776655" },
  ])
    assert.equal(left(row), undefined, JSON.stringify(row));
});

test("from the contact of the association or of somebody else, only their number goes, and their name beside it", () => {
  const club = { email: "contact@club.example", phone: "+33688776655", phone_public: true };
  const bare = { email: "contact@club.example", phone: null, phone_public: false };
  assert.deepEqual(left({ ...club, name: "Zoé Martin" }), { ...bare, name: null, name_public: false }); // prettier-ignore
  assert.deepEqual(left({ ...club, name: "Paul Roc" }), { ...bare, name: "Paul Roc" });
});

test("someone of the same name reached otherwise stays", () => {
  for (const row of [
    { name: "Zoé Martin", email: "zoe.martin@ailleurs.example", phone: null },
    { name: "Zoé Martin", email: null, phone: "+33241000001" },
    { name: "Zoé", email: null, phone: null },
  ])
    assert.equal(left(row), row);
});
