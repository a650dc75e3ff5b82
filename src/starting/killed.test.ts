import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test, { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import {
  askOwner,
  dataFolder,
  endProcesses,
  startServer,
  type SiteProcess,
} from "../testing/process.ts";

const { data, remove } = dataFolder();
const settings = { MAILLAGE_DATA: data };
after(endProcesses);
after(remove);

const agent = { "user-agent": "Mozilla/5.0 (promises)" };

const send = (site: SiteProcess, path: string, fields: Record<string, string>, cookie = "") =>
  fetch(site.address + path, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
    headers: { ...agent, origin: site.address, cookie },
  });

async function enter(site: SiteProcess): Promise<string> {
  const answer = await send(site, "/connexion/demonstration", { role: "referent" });
  assert.equal(answer.status, 303);
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

type Sent = { name: string; key: string; acknowledged: boolean };

const create = (site: SiteProcess, { name, key }: Sent, cookie: string) =>
  send(site, "/gestion/associations/nouvelle", { name, legalForm: "declared", anyway: "1", _key: key }, cookie); // prettier-ignore

/** Four people who create records one after the other until the site dies. */
async function createUntilKilled(site: SiteProcess, cookie: string, round: number) {
  const sent: Sent[] = [];
  const person = async (who: number) => {
    for (let n = 0; ; n++) {
      const one = { name: `Épreuve ${round} ${who} ${n}`, key: randomUUID(), acknowledged: false };
      sent.push(one);
      try {
        one.acknowledged = (await create(site, one, cookie)).status === 303;
      } catch {
        return;
      }
    }
  };
  const people = [1, 2, 3, 4].map(person);
  await pause(300 + Math.random() * 900);
  await site.end("SIGKILL");
  await Promise.all(people);
  return sent;
}

type Written = { name: string; lines: number; answers: number };

const written = () =>
  askOwner<Written>(
    data,
    `select name, (select count(*)::int from journal j where j.commune_id = a.commune_id and subject_id = association_id::text and action = 'association.created') as lines,
       (select count(*)::int from form_answer f where f.commune_id = a.commune_id and location like '%' || association_id || '%') as answers
     from association a where name like 'Épreuve %'`,
  );

test("kill -9 while forms are sent: what was acknowledged is there once, nothing is half-written, and a form sent again acts once", async (t) => {
  let site = await startServer(settings);
  let [acknowledged, unanswered] = [0, 0];
  for (let round = 1; round <= 3; round++) {
    const cookie = await enter(site);
    const sent = await createUntilKilled(site, cookie, round);
    site = await startServer(settings);
    const before = await written();
    const times = (name: string) => before.filter((row) => row.name === name).length;
    for (const one of sent) {
      if (one.acknowledged) assert.equal(times(one.name), 1, `${one.name} was acknowledged`);
      else assert.ok(times(one.name) <= 1, `${one.name} acted twice`);
    }
    assert.deepEqual(
      before.filter((row) => row.lines !== 1 || row.answers !== 1),
      [],
      "each record with its history and its answer",
    );
    for (const one of sent.slice(-8)) assert.equal((await create(site, one, cookie)).status, 303);
    const after = await written();
    for (const { name } of sent.slice(-8))
      assert.equal(after.filter((row) => row.name === name).length, 1, `${name} sent again`);
    acknowledged += sent.filter((one) => one.acknowledged).length;
    unanswered += sent.filter((one) => !one.acknowledged).length;
  }
  t.diagnostic(`${acknowledged} acknowledged, ${unanswered} cut by the kill`);
  assert.ok(acknowledged > 0);
  await site.end("SIGTERM");
});
