import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { unheld } from "../claiming/queries.ts";
import { historyOfSpace } from "../space/queries.ts";
import { openClub } from "./club.testing.ts";

let club: Awaited<ReturnType<typeof openClub>>;
const president = { as: "president" } as const;
const referent = { as: "referent" } as const;
before(async () => (club = await openClub()));
after(() => club.site.close());

const emailOf = (as: "president" | "referent") =>
  club.here(async (tx) => {
    const people = tx.selectFrom("person").select("email");
    return (await people.where("person_id", "=", club.site.personId(as)).executeTakeFirstOrThrow())
      .email;
  });
const day = (n: number) => new Date(`2026-09-${String(n).padStart(2, "0")}T09:00:00Z`);

test("an agent who is invited joins the association, and enters the town hall by their usual door only", async () => {
  const email = await emailOf("referent");
  const asked = { name: "Camille", email, role: "editor", topics: ["listing"] };
  const sent = await club.site.post(`${club.space}/personnes/invitation`, asked, president);
  assert.equal(sent.status, 303, sent.html);
  const key = { name: "Camille", _key: crypto.randomUUID() };
  const answer = await club.site.post(await club.access(email), key);
  assert.match(answer.location ?? "", /^\/connexion\?fait=claiming\.agent_joined/);
  assert.equal(answer.headers.get("set-cookie"), null);
  assert.equal((await club.roles())[email], "editor");
  assert.match((await club.site.get(answer.location ?? "")).html, /entrez comme d’habitude/);
});

test("what agents write for each other is not in the association's history, not even that they wrote it", async () => {
  const noted = await club.site.post(`${club.desk}/notes`, { body: "Rappeler lundi." }, referent);
  assert.equal(noted.status, 303, noted.html);
  assert.match((await club.site.get(`${club.desk}/historique`, referent)).html, /Note ajoutée/);
  assert.doesNotMatch((await club.site.get(`${club.space}/historique`, president)).html, /Note/);
  const read = await club.here((tx) => historyOfSpace(tx, club.id, 100));
  assert.ok(read.length > 0 && read.every(({ action }) => !action.includes("note")));
});

test("an owner is lost when their address is refused for good, not when a mail is, nor once another one arrives", async () => {
  const email = await emailOf("president");
  const write = (at: Date, outcome: object) =>
    club.here((tx) =>
      tx
        .insertInto("mail")
        .values({
          kind: "access_review",
          to_email: email,
          to_person_id: club.site.personId("president"),
          subject: "Accès",
          text_body: "Bonjour",
          message_id: crypto.randomUUID(),
          created_at: at,
          ...outcome,
        })
        .execute(),
    );
  const lost = async () => (await club.here((tx) => unheld(tx, day(30)))).map(({ id }) => id);
  await write(day(1), { last_error: "554 5.7.1 Message refused by policy" });
  assert.deepEqual(await lost(), []);
  await write(day(2), { last_error: "550 5.1.1 No such user", bounced_at: day(2) });
  assert.deepEqual(await lost(), [club.id]);
  await write(day(3), { sent_at: day(3) });
  assert.deepEqual(await lost(), []);
});
