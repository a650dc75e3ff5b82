import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import { hostBook, publish, tenantOf } from "../../modules/communes/index.ts";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { act } from "../db/database.ts";
import { page, redirect } from "./answer.ts";
import { get, post, postPrepared, type Route } from "./ask.ts";
import { followContentVersions, type ContentVersions } from "./content-version.ts";
import { formState, say, shape } from "./form.ts";
import { anyone } from "./person.ts";
import { buildSite, type Site } from "./site.ts";

let house: TestSite;
let site: Site;
let versions: ContentVersions;
let rendered = 0;

const routes: Route[] = [
  get(
    "/quartiers",
    anyone,
    async (ask) => {
      rendered++;
      const rows = await ask.tx.selectFrom("district").select("name").orderBy("name").execute();
      ask.count("districts");
      return page(`<p>${rows.map((row) => row.name).join(", ")}</p>`);
    },
    { cached: true },
  ),
  post("/quartiers", anyone, async (ask) => {
    const shaped = shape(
      ask.t,
      z.object({ name: z.string().min(2, say("ui:error.required" as never)) }),
      ask.form,
      ["name"],
    );
    if ("problems" in shaped)
      return page(JSON.stringify(formState(ask.form, shaped.problems)), 422);
    const { name } = shaped.value;
    const outcome = await act(ask.tx, { district_slug_unique: "taken" }, () =>
      ask.tx.insertInto("district").values({ name, slug: name.toLowerCase() }).execute(),
    );
    if ("refused" in outcome) {
      const still = await ask.tx
        .selectFrom("district")
        .select(sql<number>`count(*)::int`.as("n"))
        .executeTakeFirstOrThrow();
      return page(`refused ${outcome.refused}, ${still.n} read after`, 422);
    }
    await publish(ask.tx);
    return redirect("/quartiers", "ui.saved");
  }),
  postPrepared(
    "/fichier",
    anyone,
    10_000,
    async (form) => form.file("f")?.bytes ?? 0,
    (_ask, bytes) => page(`${bytes} bytes`),
  ),
  get("/casse", anyone, () => {
    throw new Error("a bug");
  }),
];

before(async () => {
  house = await openTestSite();
  versions = followContentVersions(
    house.house.database.pool.options.connectionString ?? "",
    house.house.log,
  );
  site = buildSite({
    house: house.house,
    versions,
    routes,
    communeOf: hostBook(house.database),
    tenantOf,
    personOf: async () => undefined,
    deskOf: () => [],
    assetAddress: (name) => name,
    assetAt: () => undefined,
    faultPage: (_view, status, reference) => `fault ${status} ${reference}`,
  });
  while (versions.current(house.communeId) === undefined)
    await new Promise((resolve) => setTimeout(resolve, 10));
});
after(async () => {
  await versions.close();
  await house.close();
});

const browser = { "user-agent": "Mozilla/5.0 (promises)" };
const ask = async (path: string, init: RequestInit = {}, host = "valbrume.test") => {
  const response = await site.fetch(
    new Request(`http://${host}${path}`, {
      ...init,
      headers: { host, ...browser, ...init.headers },
    }),
    "127.0.0.1",
  );
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const send = (
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: "http://valbrume.test" },
) => ask("/quartiers", { method: "POST", body: new URLSearchParams(fields), headers });

test("a form from elsewhere, or that says nothing of where it comes from, is refused", async () => {
  assert.equal((await send({ name: "Nord" }, {})).status, 403);
  assert.equal((await send({ name: "Nord" }, { origin: "http://voleur.example" })).status, 403);
  assert.equal(
    (
      await send(
        { name: "Nord" },
        { "sec-fetch-site": "cross-site", origin: "http://valbrume.test" },
      )
    ).status,
    403,
  );
  assert.equal((await ask("/quartiers")).text, "<p></p>");
});

test("the same form sent twice, even at once, acts once", async () => {
  const form = { name: "Centre", _key: "6f1f64a5-3c0e-4f0e-9d5e-0f6a2d3b4c5d" };
  const answers = await Promise.all([send(form), send(form), send(form)]);
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [303, 303, 303],
  );
  assert.equal((await send(form)).headers.get("location"), "/quartiers?fait=ui.saved");
  assert.equal((await ask("/quartiers")).text, "<p>Centre</p>");
});

test("a refusal by a named constraint keeps the transaction alive, and a refused form gives back what was typed", async () => {
  const taken = await send({ name: "centre" });
  assert.equal(taken.status, 422);
  assert.equal(taken.text, "refused taken, 1 read after");
  const short = await send({ name: "C" });
  assert.equal(short.status, 422);
  assert.deepEqual(JSON.parse(short.text).values, { name: "C" });
});

test("a page is rendered once until what is published changes, and never for another commune", async () => {
  rendered = 0;
  await ask("/quartiers");
  await ask("/quartiers");
  assert.ok(rendered <= 1);
  assert.equal((await ask("/quartiers", {}, "autreville.test")).text, "<p></p>");
  await send({ name: "Sud" });
  for (let tries = 0; tries < 100 && !(await ask("/quartiers")).text.includes("Sud"); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal((await ask("/quartiers")).text, "<p>Centre, Sud</p>");
});

test("views are counted, kept pages included, robots excluded", async () => {
  await house.house.notes.flush();
  const counted = () =>
    house.database.read(house.communeId, async (tx) => {
      const row = await tx
        .selectFrom("visit_count")
        .select(sql<number>`coalesce(sum(views), 0)::int`.as("n"))
        .executeTakeFirstOrThrow();
      return row.n;
    });
  const before = await counted();
  await ask("/quartiers");
  await ask("/quartiers");
  await ask("/quartiers", { headers: { "user-agent": "GoodBot/1.0 (+crawler)" } });
  await house.house.notes.flush();
  assert.equal(await counted(), before + 2);
});

const sent = async (size: number) => {
  const body = new FormData();
  body.append("f", new File([new Uint8Array(size)], "a.bin"));
  return ask("/fichier", { method: "POST", body, headers: { origin: "http://valbrume.test" } });
};

test("a body past its limit is refused, a file within is read from disk", async () => {
  assert.equal((await sent(4000)).text, "4000 bytes");
  assert.match((await sent(40_000)).text, /fault 413/);
});

test("a bug shows a page with a reference, never a stack", async () => {
  const answer = await ask("/casse");
  assert.equal(answer.status, 500);
  assert.match(answer.text, /^fault 500 [0-9a-f]{8}$/);
});

test("what two transactions cannot do at once is replayed", async () => {
  let attempts = 0;
  await house.database.write(house.communeId, async (tx) => {
    attempts++;
    if (attempts === 1)
      await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(tx);
  });
  assert.equal(attempts, 2);
});
