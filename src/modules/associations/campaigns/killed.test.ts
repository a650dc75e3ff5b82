import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import { SMTPServer } from "smtp-server";
import { addDays, dayOf } from "../../../platform/clock.ts";
import { endProcesses, startWorkerProcess } from "../../../testing/process.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { sql } from "kysely";

after(endProcesses);

const associations = 5000;
const people = 500;
/** Mails received when the site is killed: the first time, letters are still being written. */
const kills = [1, 120, 250];

/** Message-IDs received by each address, repeats among them. */
const received = new Map<string, string[]>();
let count = 0;
let noticed = () => {};
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  disableReverseLookup: true,
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo[0]?.address ?? "";
      const id = /^Message-ID: *(\S+)/im.exec(Buffer.concat(chunks).toString())?.[1] ?? "";
      received.set(to, [...(received.get(to) ?? []), id]);
      count++;
      noticed();
      done();
    });
  },
});
// A worker that is killed cuts the connections it kept.
server.on("error", () => undefined);
const until = (enough: () => boolean) =>
  new Promise<void>((resolve) => {
    noticed = () => void (enough() && resolve());
    noticed();
  });

let site: TestSite;
let start: () => () => Promise<unknown>;
before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  site = await openTestSite();
  // The worker of another process has the time of the machine.
  site.clock.set(new Date().toISOString());
  const settings = {
    MAILLAGE_DATA: site.house.config.dataFolder,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    TEST_OWNER_URL: site.ownerUrl,
    TEST_APP_URL: site.appUrl,
  };
  start = () => startWorkerProcess(settings);
});
after(async () => {
  await site.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  site.database.write(site.communeId, async (tx) => (await query.execute(tx)).rows);

/** Thousands of associations at once; the same address is written in two ways. */
async function writeMany(): Promise<void> {
  await ask(sql`insert into association (slug, name, name_sort)
    select 'cercle-' || n, 'Cercle ' || n, 'cercle ' || n from generate_series(1, ${associations}::integer) n`);
  await ask(sql`insert into association_contact (association_id, email)
    select association_id, case when n % 2 = 0 then 'Personne' else 'personne' end || n % ${people}::integer || '@exemple.example'
    from (select association_id, replace(slug, 'cercle-', '')::integer as n from association) a`);
  // The search has nothing to do with it: its work would take the worker's time.
  await ask(sql`delete from search_stale`);
}

async function send(path: string, fields: Record<string, string>): Promise<string> {
  const answer = await site.post(path, fields, { as: "referent" });
  assert.equal(answer.status, 303, path);
  return answer.location?.split("?")[0] ?? "";
}

test("a campaign to 5,000 associations killed three times forgets nobody and writes one letter to each person", async (t) => {
  await writeMany();
  await send("/gestion/annuaire/rappels", { answerDays: "21" });
  const today = dayOf(site.clock.now());
  const made = await send("/gestion/annuaire/campagnes/nouvelle", {
    name: "Rentrée",
    audience: "all",
    sections: "places",
    first: today,
    endsOn: addDays(today, 30),
    subject: "C’est la rentrée",
    opening: "Une nouvelle saison commence.",
  });
  await send(`${made}/lancement`, {});
  const written: number[] = [];
  let kill = start();
  for (const mails of kills) {
    await until(() => count >= mails);
    await kill();
    const [row] = await ask(
      sql<{ n: number }>`select count(*)::integer as n from confirmation_mail`,
    );
    written.push(row?.n ?? 0);
    kill = start();
  }
  await until(() => received.size >= people);
  await kill();
  const expected = await ask(
    sql<{ email: string }>`select distinct lower(email) as email from association_contact`,
  );
  assert.deepEqual([...received.keys()].sort(), expected.map(({ email }) => email).sort());
  const twice = [...received.values()].filter((ids) => ids.length > 1);
  for (const ids of twice) assert.equal(new Set(ids).size, 1, "repeated, it is the same mail");
  // Two mails at most are under way when the worker is killed.
  assert.ok(twice.length <= kills.length * 2, `${twice.length} repeated`);
  const left = await ask(sql`select
    (select count(*)::integer from campaign_association where asked_wave is null) as unasked,
    (select count(*)::integer from mail where kind = 'confirmation_campaign') as mails,
    (select count(*)::integer from confirmation_link) as links`);
  assert.deepEqual(left, [{ unasked: 0, mails: people, links: associations }]);
  t.diagnostic(`letters written at each kill: ${written.join(", ")}; ${twice.length} sent again`);
});
