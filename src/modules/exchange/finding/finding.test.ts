import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { follow, listOf, openNeighbour, organization, plain, turnOn, type NeighbourServer } from "../exchange.testing.ts"; // prettier-ignore
import { refreshNeighbours } from "../refresh.ts";

let site: TestSite;
let one: NeighbourServer;
let other: NeighbourServer;
let ids: string[] = [];
let fresh = 0;
const rna = [{ identifier_type: "RNA", identifier: "W491000009" }];
const at = (latitude: number) => ({ locations: [{ latitude, longitude: -0.5, addresses: [{ city: "Beaulieu" }] }] }); // prettier-ignore
const theirs = (name: string) => organization("a", { name, organization_identifiers: rna });

before(async () => {
  [one, other] = [await openNeighbour(), await openNeighbour()];
  site = await openTestSite({ OUTSIDE_LOOPBACK: "1" });
  await turnOn(site, "on");
  one.answers(listOf([
    ...Array.from({ length: 43 }, (_, number) => organization(`n${number}`)),
    organization("s", { name: "Les Cordées", description: "Escalade en salle", ...at(47.4) }),
    theirs("Harmonie vue de Beaulieu"),
  ])); // prettier-ignore
  other.answers(listOf([theirs("Harmonie vue d’ailleurs"), organization("e", { name: "Escalade au bord de l’eau", ...at(47.31) })])); // prettier-ignore
  ids = [await follow(site, "Beaulieu", `${one.origin}/organizations`)];
  later();
  ids.push(await follow(site, "Ailleurs", `${other.origin}/organizations`));
});
after(async () => {
  await site.close();
  await Promise.all([one.close(), other.close()]);
});

const later = () => site.clock.set(new Date(site.clock.now().getTime() + 3_600_000).toISOString());
const read = async (path: string) => plain((await site.get(`${path}${path.includes("?") ? "&" : "?"}n=${(fresh += 1)}`)).html); // prettier-ignore
const harmony = () => read("/annuaire/voisins?q=harmonie");
const pause = (id: string | undefined, paused: string) => site.post(`/gestion/voisins/${id}/pause`, { paused }, { as: "referent" }); // prettier-ignore

test("published by two neighbours, an association is shown once: by the one read last", async () => {
  assert.match(await harmony(), /1 association [^]*Harmonie vue d’ailleurs/);
  await pause(ids[1], "on");
  later();
  await refreshNeighbours(site.house, site.communeId);
  assert.match(await harmony(), /1 association [^]*Harmonie vue de Beaulieu/);
  await pause(ids[1], "");
  later();
  await site.runJobs();
  assert.match(await harmony(), /1 association [^]*Harmonie vue d’ailleurs/);
});

test("a list is searched with the words of the commune, shown by neighbour, page after page", async () => {
  assert.match(await read("/annuaire/voisins"), /46 associations/);
  const past = await read("/annuaire/voisins?page=99");
  assert.match(past, /Association n9 [^]*Les Cordées/);
  assert.doesNotMatch(past, /Association n0 /);
  await site.post("/gestion/annuaire/synonymes", { words: "varappe, escalade" }, { as: "referent" }); // prettier-ignore
  const found = await read("/annuaire/voisins?q=varappe");
  assert.match(found, /2 associations [^]*Les Cordées/);
  assert.match(await read("/annuaire/voisins?q=zzyzx"), /Rien de tel chez nos voisins/);
  const chosen = await read(`/annuaire/voisins?voisin=${ids[1]}&q=varappe`);
  assert.match(chosen, /1 association [^]*Escalade au bord de l’eau/);
});

test("asked near somewhere, the nearest comes first, with how far it is", async () => {
  assert.match(await read("/annuaire?q=escalade&pres=47.39,-0.5"), /Cordées [^]*Beaulieu, à 1,1 km [^]*bord de l’eau/); // prettier-ignore
  assert.match(await read("/annuaire?q=escalade&pres=47.3,-0.5"), /bord de l’eau [^]*à 1,1 km [^]*Cordées/); // prettier-ignore
});
