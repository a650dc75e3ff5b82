import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { periodic } from "../jobs.ts";
import { openClub } from "../members/club.testing.ts";

let club: Awaited<ReturnType<typeof openClub>>;
const referent = { as: "referent" } as const;
const claim = "/associations/chorale-du-pont/gerer";
before(async () => (club = await openClub()));
after(() => club.site.close());

test("a request nobody answers is closed after ninety days: told by mail, erased, out of the queue", async () => {
  club.site.clock.set("2027-07-01T09:00:00Z");
  const email = "attente@brun.example";
  const asked = {
    name: "Léa Brun",
    title: "trésorière",
    email,
    phone: "",
    message: "Odette est partie.",
  };
  assert.equal((await club.site.post(`${claim}/demande`, asked)).status, 303);
  const { request_id } = await club.here((tx) =>
    tx.selectFrom("claim_request").select("request_id").executeTakeFirstOrThrow(),
  );
  const path = `/gestion/demandes-de-fiche/${request_id}`;
  const night = periodic(club.site.house).find(({ task }) => task === "forget_proposal_senders");
  club.site.clock.set("2027-09-28T09:00:00Z");
  await night?.run(club.site.communeId);
  assert.equal((await club.site.get(path, referent)).status, 200, "it waits for 90 days");
  assert.deepEqual(await club.mails("attente@brun.example"), []);
  club.site.clock.set("2027-09-30T09:00:00Z");
  await night?.run(club.site.communeId);
  await night?.run(club.site.communeId);
  const mails = await club.mails("attente@brun.example");
  assert.equal(mails.length, 1, "told once");
  assert.match(mails[0]?.text_body ?? "", /Chorale du Pont[^]*désolés[^]*effacé/);
  assert.match(mails[0]?.text_body ?? "", new RegExp(claim));
  assert.equal((await club.site.get(path, referent)).status, 404);
  const rows = await club.here((tx) => tx.selectFrom("claim_request").selectAll().execute());
  assert.doesNotMatch(JSON.stringify(rows), /attente@brun/);
  const waiting = await club.site.get("/gestion/demandes-de-fiche", referent);
  assert.doesNotMatch(waiting.html, new RegExp(path));
  const history = await club.site.get(`${club.desk}/historique`, referent);
  assert.match(history.html, /restée sans réponse/);
  assert.match(
    (await club.site.get("/donnees-personnelles")).html,
    /90 jours si personne ne répond/,
  );
});
