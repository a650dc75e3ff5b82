import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Answered, TestSite } from "../../testing/site.ts";
import { openTestSite } from "../../testing/site.ts";
import { follow, listOf, openNeighbour, organization, plain, turnOn, type NeighbourServer } from "./exchange.testing.ts"; // prettier-ignore
import { createAssociations } from "../associations/index.ts";
import { exchangeWork } from "./jobs.ts";
import { refreshNeighbours } from "./refresh.ts";

let site: TestSite;
let neighbour: NeighbourServer;
let id = "";
const as = "referent";
let day = 15;
let fresh = 0;
const many = (count: number) => Array.from({ length: count }, (_, at) => organization(`n${at}`));

before(async () => {
  neighbour = await openNeighbour();
  site = await openTestSite({ OUTSIDE_LOOPBACK: "1" });
  await turnOn(site, "on");
  neighbour.answers(listOf(many(10)));
  id = await follow(site, "Beaulieu", `${neighbour.origin}/organizations`);
});
after(async () => {
  await site.close();
  await neighbour.close();
});

const night = async () => {
  site.clock.set(new Date(Date.UTC(2026, 8, (day += 1), 3)).toISOString());
  for (const work of exchangeWork(site.house)) await work.run(site.communeId);
};
const words = ({ html }: Answered) => plain(html);
const shown = async () => words(await site.get(`/annuaire/voisins?n=${(fresh += 1)}`));
const counted = async () => Number(/(\d+) associations? /.exec(await shown())?.[1] ?? 0);
const desk = async () => words(await site.get(`/gestion/voisins/${id}`, { as }));
const queue = async () => words(await site.get("/gestion/file?dans=tous", { as }));
const version = () => site.database.read(site.communeId, (tx) => tx.selectFrom("content_version").select("version").executeTakeFirstOrThrow()); // prettier-ignore
const act = async (what: string, fields: Record<string, string> = {}) => {
  const answer = await site.post(`/gestion/voisins/${id}/${what}`, fields, { as });
  assert.equal(answer.status, 303);
  await site.runJobs();
};

test("each night brings what changed; the same changes nothing of what is kept", async () => {
  assert.equal(await counted(), 10);
  neighbour.answers(listOf([...many(9), organization("neuf", { name: "Club tout neuf" })]));
  await night();
  assert.match(await shown(), /Club tout neuf/);
  const before = await version();
  await night();
  assert.deepEqual(await version(), before);
  assert.match(await desk(), /Suivie[^]*17 septembre 2026/);
  assert.match(await shown(), /Source : Beaulieu, le 16 septembre 2026/, "the day of what it says");
});

test("a list of one page is asked only whether it changed; one of several is read whole", async () => {
  let answers304 = 0;
  const tagged = (things: unknown[], size: number) =>
    neighbour.answers((request, response) => {
      response.setHeader("etag", '"x"');
      if (request.headers["if-none-match"]) return void ((answers304 += 1), response.writeHead(304).end()); // prettier-ignore
      listOf(things, size)(request, response);
    });
  tagged(many(10), 100);
  await night();
  await night();
  assert.equal(answers304, 1);
  assert.equal(await counted(), 10);
  neighbour.answers(listOf(many(10), 4));
  await night();
  tagged(many(12), 4);
  await night();
  await night();
  assert.equal(answers304, 1, "the first page says nothing of the others");
  assert.equal(await counted(), 12);
});

test("a neighbour that is down changes nothing, is told after three nights, and comes back by itself", async () => {
  neighbour.answers((_, response) => response.writeHead(500).end());
  await night();
  assert.equal(await counted(), 12);
  assert.match(await desk(), /La dernière lecture a échoué[^]*répond par une erreur/);
  await night();
  assert.doesNotMatch(await queue(), /ne se lit plus/);
  await night();
  assert.match(await queue(), /Commune voisine qui ne se lit plus : Beaulieu/);
  neighbour.answers(listOf(many(12)));
  await act("lecture");
  assert.doesNotMatch(await queue(), /ne se lit plus/);
});

test("losing more than half at once is not believed, until an agent says so", async () => {
  neighbour.answers(listOf(many(3)));
  await night();
  assert.equal(await counted(), 12);
  assert.match(await desk(), /disparu d’un coup[^]*garde 12 associations[^]*plus que 3/);
  await act("lecture");
  assert.equal(await counted(), 12, "reading again is not saying so");
  await act("baisse");
  assert.equal(await counted(), 3);
  assert.doesNotMatch(await desk(), /échoué/);
});

test("or until it has said so for a week", async () => {
  neighbour.answers(listOf(many(12)));
  await night();
  neighbour.answers(listOf([]));
  for (let nights = 0; nights < 7; nights++) {
    await night();
    assert.equal(await counted(), 12);
  }
  await night();
  assert.equal(await counted(), 0);
  neighbour.answers(listOf(many(12)));
  await night();
  assert.equal(await counted(), 12);
});

test("somebody it names who asks to be forgotten is, and the next readings leave it so", async () => {
  const choir = async () => words(await site.get(`/annuaire/voisins?q=chorale&n=${(fresh += 1)}`)); // prettier-ignore
  await site.database.write(site.communeId, async (tx) => {
    const by = { actor: { kind: "system" }, at: site.clock.now(), source: "hand" } as const;
    const [club] = await createAssociations(tx, [{ name: "Un club" }], by);
    await tx.insertInto("association_contact").values({ association_id: club?.id ?? "", position: 1, name: "Zoé Marquérande", email: "zoe@exemple.example" }).execute(); // prettier-ignore
  });
  neighbour.answers(listOf([...many(44), organization("z", { name: "Chorale", description: "Fondée par Zoé Marquérande" })])); // prettier-ignore
  await night();
  assert.match(await choir(), /Zoé Marquérande/);
  const erased = await site.post("/gestion/reglages/effacement/fait", { email: "zoe@exemple.example" }, { as: "administrator" }); // prettier-ignore
  assert.equal(erased.status, 303);
  assert.doesNotMatch(await choir(), /Marquérande/);
  await night();
  neighbour.answers(listOf([...many(45), organization("z", { name: "Chorale", description: "Toujours Zoé Marquérande" })])); // prettier-ignore
  await night();
  assert.doesNotMatch(await choir(), /Marquérande/);
});

test("what was looked at and never followed is forgotten the next night; turned off, nothing is asked nor shown", async () => {
  const other = await openNeighbour();
  other.answers(listOf(many(2)));
  await site.post("/gestion/voisins", { address: `${other.origin}/organizations` }, { as });
  const rows = () => site.database.read(site.communeId, (tx) => tx.selectFrom("neighbour").select("state").execute()); // prettier-ignore
  assert.equal((await rows()).length, 2);
  await night();
  await night();
  assert.deepEqual(await rows(), [{ state: "followed" }]);
  await turnOn(site, "off");
  const asked = neighbour.asked.length;
  await refreshNeighbours(site.house, site.communeId);
  assert.equal(neighbour.asked.length, asked);
  assert.equal((await site.get(`/annuaire/voisins?n=${(fresh += 1)}`)).status, 404);
  await other.close();
});
