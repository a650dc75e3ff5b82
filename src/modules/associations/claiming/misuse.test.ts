import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { acceptInvitation } from "../members/accepting.ts";
import { openClub } from "../members/club.testing.ts";

let club: Awaited<ReturnType<typeof openClub>>;
const referent = { as: "referent" } as const;
before(async () => (club = await openClub()));
after(() => club.site.close());

/** Whether another transaction of this site waits for a lock. */
async function someoneWaits(tx: Tx): Promise<boolean> {
  // Who is connected is read once a transaction: without this, who connects later is never seen.
  await sql`select pg_stat_clear_snapshot()`.execute(tx);
  const { rows } = await sql`
    select from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where a.datname = current_database() and not l.granted`.execute(tx);
  return rows.length > 0;
}

const claim = "/associations/chorale-du-pont/gerer";

test("of two links one code gave, opened at once, one lets in", async () => {
  club.site.clock.set("2026-10-01T09:00:00Z");
  const made = await club.site.post(`${club.desk}/code`, {}, referent);
  const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(made.html)?.[0] ?? "";
  const paths = [];
  for (const email of ["un@code.example", "deux@code.example"]) {
    assert.equal((await club.site.post("/code", { code, email })).status, 303);
    paths.push(await club.access(email));
  }
  const [first = "", second = ""] = paths.map((path) => path.replace("/acces/", ""));
  const at = club.site.clock.now();
  const late = await club.here(async (tx) => {
    assert.ok(await acceptInvitation(tx, first, "Une", at));
    const other = club.here((later) => acceptInvitation(later, second, "Autre", at));
    while (!(await someoneWaits(tx)));
    return { other };
  });
  assert.equal(await late.other, undefined);
});

test("an address written by whoever holds a confirmation link does not give the association", async () => {
  club.site.clock.set("2026-10-05T09:00:00Z");
  await club.site.post(`${club.desk}/confirmation/demande`, {}, referent);
  let path = "";
  for (const { text_body } of await club.mails("Odette@pont.example")) {
    const link = /(\/confirmer\/[\w-]+)/.exec(text_body)?.[1] ?? "";
    if (link && (await club.site.get(link)).status === 200) path = link;
  }
  const email = "passant@ailleurs.example";
  const changed = await club.site.post(`${path}/contact`, { name: "Odette Pont", email });
  assert.equal(changed.status, 303, changed.html);
  await club.site.post(`${path}/acces`, {});
  await club.site.post(claim, { email });
  const kinds = (await club.mails(email)).map(({ kind }) => kind);
  assert.deepEqual(kinds, ["claim_unknown", "claim_unknown"]);
  // Once an agent has written it, it is one the town hall knows.
  const [contact] = (await club.registry.known(club.id)).contacts;
  const desk = `${club.desk}/contacts/${contact?.id}`;
  club.site.clock.set("2026-10-06T09:00:00Z");
  for (const typed of ["odette.pont@pont.example", email]) {
    const saved = await club.site.post(desk, { name: "Odette Pont", email: typed }, referent);
    assert.equal(saved.status, 303, saved.html);
    club.site.clock.set("2026-10-07T09:00:00Z");
  }
  await club.site.post(claim, { email });
  await club.access(email);
});
