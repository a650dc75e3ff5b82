import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestSite, type TestSite } from "../../testing/site.ts";
import { personalData } from "../../app.ts";
import { eraseForgotten } from "./erasing/forgotten.ts";
import { periodic } from "./jobs.ts";
import { ensurePerson } from "./queries.ts";

let site: TestSite;
before(async () => (site = await openTestSite()));
after(() => site.close());

test("what has served its time is forgotten, what still serves is kept", async () => {
  const day = (days: number) => new Date(site.clock.now().getTime() + days * 86_400_000);
  const start = site.clock.now();
  const counts = () =>
    site.database.read(site.communeId, async (tx) => {
      const found: Record<string, number> = {};
      for (const table of tables)
        found[table] = (await tx.selectFrom(table).select("commune_id").execute()).length;
      return found;
    });
  const tables = [
    "sign_in_token",
    "session",
    "staff_invitation",
    "form_answer",
    "rate_limit",
    "mail",
  ] as const;
  await site.database.write(site.communeId, async (tx) => {
    for (const table of tables) await tx.deleteFrom(table).execute();
    await tx
      .insertInto("sign_in_token")
      .values([0, 2].map((n) => token(`t${n}`, day(n))))
      .execute();
    for (const n of [5, 40])
      await tx
        .insertInto("session")
        .values({ token_hash: `s${n}`, person_id: site.personId("elected"), expires_at: day(n) })
        .execute();
    await tx
      .insertInto("staff_invitation")
      .values([7, 30].map((n) => invitation(`i${n}@ici.example`, start, day(n))))
      .execute();
    for (const n of [0, 20])
      await tx
        .insertInto("form_answer")
        .values({ form_key: crypto.randomUUID(), location: "/", answered_at: day(n) })
        .execute();
    for (const n of [0, 20])
      await tx
        .insertInto("rate_limit")
        .values({ bucket: `b${n}`, window_start: day(n), hits: 1 })
        .execute();
    for (const n of [-60, 0])
      await tx
        .insertInto("mail")
        .values(oldMail(n, day(n)))
        .execute();
  });
  const run = () => Promise.all(periodic(site.house, []).map((work) => work.run(site.communeId)));
  await run();
  assert.deepEqual(Object.values(await counts()), [2, 2, 2, 2, 2, 2]);
  const moved: [number, number[]][] = [
    [1, [1, 2, 2, 2, 2, 2]],
    [6, [0, 1, 2, 2, 1, 2]],
    [31, [0, 1, 2, 1, 0, 1]],
    [38, [0, 1, 1, 1, 0, 1]],
    [91, [0, 0, 0, 0, 0, 0]],
  ];
  for (const [days, left] of moved) {
    site.clock.set(new Date(start.getTime() + days * 86_400_000).toISOString());
    await run();
    assert.deepEqual(Object.values(await counts()), left, `after ${days} days`);
  }
});

const token = (name: string, expires_at: Date) => ({
  email: "x@ici.example",
  request_hash: name,
  link_hash: name,
  code_hash: name,
  expires_at,
});

const invitation = (email: string, invited_at: Date, expires_at: Date) => ({
  email,
  name: "X",
  roles: ["elected"],
  link_hash: email,
  invited_at,
  expires_at,
});

const oldMail = (n: number, created_at: Date) => ({
  kind: "test",
  to_email: "x@ici.example",
  subject: "x",
  text_body: "x",
  message_id: `m${n}`,
  created_at,
});

const addresses = () =>
  site.database.read(site.communeId, async (tx) => {
    const rows = await tx.selectFrom("person").select("email").execute();
    return rows.map(({ email }) => email);
  });

const night = (day: string) =>
  eraseForgotten(site.database, site.communeId, {
    rooms: personalData,
    at: new Date(`${day}T02:00:00Z`),
  });

test("an account that leads nowhere is erased a year after it was last used, the others stay", async () => {
  await site.database.write(site.communeId, async (tx) => {
    const id = await ensurePerson(tx, "partie@valbrume.example", "Odile Partie");
    const seen = { last_seen_on: "2026-01-10" };
    await tx.updateTable("person").set(seen).where("person_id", "=", id).execute();
  });
  await night("2027-01-10");
  assert.ok((await addresses()).includes("partie@valbrume.example"));
  const before = (await addresses()).length;
  await night("2027-01-11");
  assert.equal((await addresses()).includes("partie@valbrume.example"), false);
  assert.equal((await addresses()).length, before - 1, "agents stay");
});
