import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { listOf, openNeighbour, organization, sendJson, type NeighbourServer } from "../exchange.testing.ts"; // prettier-ignore
import { feedLimits, readList, type FeedLimits } from "./feed.ts";
import { announcedName, findFeed, whereToLook } from "./find.ts";

let neighbour: NeighbourServer;
before(async () => (neighbour = await openNeighbour()));
after(() => neighbour.close());

const reader = (limits: Partial<FeedLimits> = {}, loopback = true) => ({ limits: { ...feedLimits, ...limits }, loopback }); // prettier-ignore
const list = () => `${neighbour.origin}/api/organizations`;
const read = (limits: Partial<FeedLimits> = {}) => readList(reader(limits), list(), { pinned: true }); // prettier-ignore
const refusal = async (limits: Partial<FeedLimits> = {}) => {
  const answer = await read(limits);
  return "refused" in answer ? answer.refused : undefined;
};
const says = (type: string, body: string) =>
  neighbour.answers((_, response) => response.writeHead(200, { "content-type": type }).end(body));
const moved = (location: string) => neighbour.answers((_, response) => response.writeHead(302, { location }).end()); // prettier-ignore
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => organization(`n${from + at}`)); // prettier-ignore
const kept = async () => {
  const answer = await read();
  assert.ok("done" in answer, JSON.stringify(answer));
  const { items, leftOut } = answer.done.gathered;
  return { items: [...items.values()], leftOut, marks: answer.done.marks };
};

test("a list is read page after page, each association once", async () => {
  neighbour.answers(listOf(many(23), 10));
  assert.equal((await kept()).items.length, 23);
  assert.deepEqual(neighbour.asked.slice(-3), [1, 2, 3].map((at) => `/api/organizations?per_page=100&page=${at}`)); // prettier-ignore
  neighbour.answers(listOf([]));
  assert.equal((await kept()).items.length, 0);
  neighbour.answers((_, response) => sendJson(response, { contents: many(2) }));
  assert.equal((await kept()).items.length, 2, "a list without pages");
});

test("a server that is down, that fails, that is slow or huge is refused, and each for what it is", async () => {
  neighbour.answers((_, response) => response.destroy());
  assert.equal(await refusal(), "unreachable");
  neighbour.answers((_, response) => response.writeHead(503).end());
  assert.equal(await refusal(), "answer");
  neighbour.answers(() => undefined);
  assert.equal(await refusal({ seconds: 0.2 }), "slow");
  neighbour.answers((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const drop = setInterval(() => response.write(" "), 10);
    response.on("close", () => clearInterval(drop));
  });
  assert.equal(await refusal({ pageSeconds: 0.2 }), "slow", "drop by drop");
  neighbour.answers(listOf(many(50)));
  assert.equal(await refusal({ pageBytes: 1000 }), "too_big");
  neighbour.answers(listOf(many(50), 10));
  assert.equal(await refusal({ bytes: 2500 }), "too_big", "several pages in all");
});

test("a list that repeats itself, has no end or lies of its size is refused", async () => {
  const endless = (things: (at: number) => unknown[], more = {}) =>
    neighbour.answers((request, response) => {
      const at = Number(new URL(request.url ?? "", "http://x").searchParams.get("page"));
      sendJson(response, { page_number: at, last_page: false, total_pages: 1_000_000, contents: things(at), ...more }); // prettier-ignore
    });
  endless(() => many(3));
  assert.equal(await refusal(), "looping");
  endless((at) => many(3, at * 3), { page_number: 1 });
  assert.equal(await refusal(), "looping", "always the first page");
  endless((at) => many(3, at * 3));
  assert.equal(await refusal({ pages: 5 }), "endless");
  assert.equal(await refusal({ items: 10 }), "endless");
  neighbour.answers(listOf(many(12), 100, { total_items: 500 }));
  assert.equal(await refusal(), "totals");
  endless((at) => (at > 2 ? [] : many(5, at * 5)), { total_items: 5_000_000 });
  assert.equal(await refusal(), "totals", "pages that run dry");
});

test("what is not a list of associations is refused whole", async () => {
  says("text/html", "<!doctype html><title>Bienvenue</title>");
  assert.equal(await refusal(), "type");
  const deep = `{"contents":[${"[".repeat(200_000)}${"]".repeat(200_000)}]}`;
  for (const body of [
    deep,
    "<html>",
    "",
    "null",
    "[1]",
    '{"data":[]}',
    '{"contents":{}}',
    '{"contents":[{"titre":"x"},7,null]}',
  ]) {
    // prettier-ignore
    says("application/json", body);
    assert.equal(await refusal(), "not_feed", body.slice(0, 60));
  }
});

test("one bad association is left out and counted; what is kept of the others names nobody", async () => {
  const rna = { identifier_type: "RNA", identifier: "w49 1000 001" };
  neighbour.answers(
    listOf([
      { id: "1", name: "<b>Judo</b> club<script>alert(1)</script>", description: "Cours. Appeler Zoé au 06 12 34 56 78", email: "zoe@exemple.fr", contacts: [{ name: "Zoé Secrète" }], organization_identifiers: [rna], uri: "javascript:alert(1)", website: "https://judo.example/", attributes: [{ taxonomy_term: { code: "sport" } }], locations: [{ latitude: 470, longitude: 1 }, { latitude: 47.3, longitude: -0.5, addresses: [{ city: "Beaulieu" }] }] }, // prettier-ignore
      { id: "2", name: "Judo encore", organization_identifiers: [{ ...rna, identifier: "W491000001" }] }, // prettier-ignore
      { id: "1", name: "Judo toujours" },
      { id: "3", name: " <i></i> " },
      { id: "4" },
      { id: "5\u0000", name: "Zéro" },
      { id: "5\uD83D", name: "Moitié" },
      "bonjour",
      organization("6", { description: 7, attributes: "x", locations: [{}], organization_identifiers: [{ identifier: 1 }], alternate_name: null }), // prettier-ignore
      organization("7", { attributes: [{ taxonomy_term: { code: "X1", name: "Théâtre" } }] }),
    ]),
  );
  const { items, leftOut } = await kept();
  assert.deepEqual(items[0], { id: "1", rna: "W491000001", name: "Judo club", acronym: null, purpose: "Cours. Appeler Zoé au …", themes: ["sport"], town: "Beaulieu", latitude: 47.3, longitude: -0.5, url: "https://judo.example/" }); // prettier-ignore
  assert.deepEqual(items.map(({ id }) => id), ["1", "6", "7"]); // prettier-ignore
  assert.deepEqual(items[2]?.themes, ["arts"]);
  assert.deepEqual(leftOut, { double: 2, nameless: 1, shape: 4 });
});

test("services are read for who offers them, once each, with what each service says", async () => {
  const club = organization("club");
  const service = (theme: string, city: string) => ({ id: theme, name: theme, organization: club, attributes: [{ taxonomy_term: { code: theme } }], service_at_locations: [{ location: { addresses: [{ city }] } }] }); // prettier-ignore
  neighbour.answers(listOf([service("sport", "Beaulieu"), service("seniors", "Ailleurs"), { id: "alone", name: "Sans association" }])); // prettier-ignore
  const answer = await readList(reader(), `${neighbour.origin}/services`, { pinned: true });
  assert.ok("done" in answer);
  const [item, more] = answer.done.gathered.items.values();
  assert.deepEqual([item?.themes, item?.town, more], [["sport", "seniors"], "Beaulieu", undefined]);
  assert.deepEqual(answer.done.gathered.leftOut, { shape: 1 });
});

test("no private address is asked, first nor by a redirection, nor another site than the one chosen", async () => {
  for (const address of ["http://10.0.0.1/organizations", "http://169.254.169.254/organizations", "http://[::1]/organizations"]) // prettier-ignore
    assert.deepEqual(await readList(reader({}, false), address, { pinned: true }), { refused: "private", at: 1 }); // prettier-ignore
  moved("http://192.168.0.1/organizations");
  assert.equal(await refusal(), "private");
  moved(list());
  assert.equal(await refusal(), "redirects");
  const other = await openNeighbour();
  other.answers(listOf(many(3)));
  moved(`${other.origin}/organizations?page=1`);
  assert.equal(await refusal(), "elsewhere");
  const found = await findFeed(reader(), list());
  assert.ok("done" in found);
  assert.equal(found.done.address, `${other.origin}/organizations`, "the address to keep");
  await other.close();
});

test("a list is found from the site, its interface or the list itself, and named by its interface", async () => {
  assert.deepEqual(whereToLook("https://v.fr"), ["https://v.fr/api/open-referral/organizations", "https://v.fr/organizations", "https://v.fr/services"]); // prettier-ignore
  assert.deepEqual(whereToLook("https://v.fr/hsds/#x"), ["https://v.fr/hsds/organizations", "https://v.fr/hsds/services", "https://v.fr/api/open-referral/organizations"]); // prettier-ignore
  assert.deepEqual(whereToLook("https://v.fr/a/services?zone=4"), ["https://v.fr/a/services?zone=4"]); // prettier-ignore
  neighbour.answers((request, response) => {
    const url = new URL(request.url ?? "", "http://x");
    if (url.pathname === "/") sendJson(response, { publisher: { name: "<b>Beaulieu</b>" } });
    else if (url.pathname === "/services")
      listOf([{ organization: organization("a") }])(request, response); // prettier-ignore
    else response.writeHead(404).end();
  });
  const found = await findFeed(reader(), neighbour.origin);
  assert.ok("done" in found);
  assert.equal(found.done.address, `${neighbour.origin}/services`);
  assert.equal(await announcedName(reader(), found.done.address), "Beaulieu");
  neighbour.answers((_, response) => response.writeHead(404).end());
  assert.deepEqual(await findFeed(reader(), neighbour.origin), { refused: "not_feed", at: 1 });
  assert.equal(await announcedName(reader(), found.done.address), new URL(neighbour.origin).host);
});
