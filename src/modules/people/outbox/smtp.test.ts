import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import { SMTPServer } from "smtp-server";
import { jobsOf } from "../../../app.ts";
import { queueMail } from "../../../platform/mail.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { askToEnter, lastMail } from "../letters.testing.ts";

let site: TestSite;
let refusals = 0;
const received: { to: string[]; source: string }[] = [];
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onConnect(session, done) {
    connections.push(session.id);
    done();
  },
  onClose(session) {
    closed.push(session.id);
  },
  onRcptTo({ address }, _session, done) {
    done(address.startsWith("inconnu") ? Object.assign(new Error("5.1.1 nobody here"), { responseCode: 550 }) : null); // prettier-ignore
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      if (refusals > 0) {
        refusals--;
        attempts.push(Buffer.concat(chunks).toString());
        done(Object.assign(new Error("4.3.0 come back later"), { responseCode: 451 }));
        return;
      }
      const to = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ to, source: Buffer.concat(chunks).toString() });
      done();
    });
  },
});
const attempts: string[] = [];
const connections: string[] = [];
const closed: string[] = [];

before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  site = await openTestSite({ SMTP_URL: `smtp://127.0.0.1:${port}` });
});
after(async () => {
  await site.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const as = "administrator" as const;
const header = (source: string, name: string): string =>
  source.match(new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, "im"))?.[1] ?? "";
const letter = { kind: "test", to: "quelqu.un@ici.example", subject: "Bonjour", text: "Bonjour." };

test("the mail leaves after the commit, by the worker, in text and in HTML", async () => {
  await askToEnter(site, "referent@valbrume.example");
  assert.equal(received.length, 0, "nothing leaves inside the request");
  await site.runJobs();
  assert.equal(received.length, 1);
  const { to, source } = received[0] ?? { to: [], source: "" };
  assert.deepEqual(to, ["referent@valbrume.example"]);
  assert.match(source, /multipart\/alternative/);
  assert.match(header(source, "From"), /Valbrume/);
  assert.match(header(source, "Auto-Submitted"), /auto-generated/);
  const mail = await lastMail(site, "referent@valbrume.example");
  assert.equal(header(source, "Message-ID"), mail.message_id);
  assert.ok(mail.sent_at);
  await site.runJobs();
  assert.equal(received.length, 1, "sent once");
});

test("with a mail server, nobody reads the code of another in the outbox", async () => {
  const { mail_id, code } = await lastMail(site, "referent@valbrume.example");
  const page = await site.get(`/gestion/courriels/${mail_id}`, { as });
  assert.equal(page.status, 200);
  assert.ok(!page.html.includes(`${code.slice(0, 3)} ${code.slice(3)}`));
  assert.match(page.html, /n’est pas montré/);
  assert.equal((await site.get(`/gestion/courriels/${mail_id}/apercu`, { as })).status, 404);
  const again = await site.post(`/gestion/courriels/${mail_id}/envoi`, {}, { as });
  assert.equal(again.status, 422);
  assert.match(again.html, /déjà parti/);
});

test("a refused mail says why, and leaves at the next attempt with the same Message-ID", async () => {
  refusals = 1;
  const sent = received.length;
  const id = await site.database.write(site.communeId, (tx) => queueMail(tx, letter));
  await site.runJobs();
  assert.equal(received.length, sent);
  const list = await site.get("/gestion/courriels", { as });
  assert.match(list.html, /non envoyé/);
  assert.match(list.html, /demande d’essayer plus tard/);
  const again = await site.post(`/gestion/courriels/${id}/envoi`, {}, { as });
  assert.equal(again.location, `/gestion/courriels/${id}?fait=people.sent_again`);
  await site.runJobs();
  assert.equal(received.length, sent + 1);
  const [refused, accepted] = [attempts.at(-1) ?? "", received.at(-1)?.source ?? ""];
  assert.ok(header(refused, "Message-ID"));
  assert.equal(header(accepted, "Message-ID"), header(refused, "Message-ID"));
  const page = await site.get(`/gestion/courriels/${id}`, { as });
  assert.match(page.html, /envoyé/);
  assert.doesNotMatch(page.html, /Réessayer/);
});

test("nothing leaves when the transaction rolls back", async () => {
  const sent = received.length;
  await assert.rejects(
    site.database.write(site.communeId, async (tx) => {
      await queueMail(tx, letter);
      throw new Error("changed our mind");
    }),
    /changed our mind/,
  );
  await site.runJobs();
  assert.equal(received.length, sent);
});

const waitFor = async (done: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !done(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(done());
};

test("many mails share a few connections, an address that is refused among them, and all are closed at the end", async () => {
  const [opened, sent] = [connections.length, received.length];
  await site.database.write(site.communeId, async (tx) => {
    for (let at = 0; at < 12; at += 1)
      await queueMail(tx, {
        ...letter,
        to: `${at === 5 ? "inconnu" : "lecteur"}-${at}@ici.example`,
      });
  });
  await site.runJobs();
  assert.equal(received.length, sent + 11, "one refused address stops no other");
  assert.ok(connections.length - opened <= 3, `${connections.length - opened} connections`);
  const dead = await lastMail(site, "inconnu-5@ici.example");
  assert.ok(dead.bounced_at);
  assert.match(dead.last_error ?? "", /nobody here/);
  await waitFor(() => closed.length === connections.length);
});

test("a connection the server closes between two mails is opened again", async () => {
  const job = jobsOf(site.house).find(({ task }) => task === "send_mail");
  const sent = received.length;
  for (const round of [1, 2]) {
    const mail_id = await site.database.write(site.communeId, (tx) => queueMail(tx, letter));
    await job?.run(site.communeId, { mail_id });
    assert.equal(received.length, sent + round);
    for (const one of server.connections) (one as { close: () => void }).close();
    await waitFor(() => closed.length === connections.length);
  }
  job?.close?.();
  await site.runJobs();
  assert.equal(received.length, sent + 2, "sent once each");
});
