import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { personalData } from "../../../app.ts";
import { addJob } from "../../../platform/jobs.ts";
import { queueMail } from "../../../platform/mail.ts";
import { openTestSite, type TestSite } from "../../../testing/site.ts";
import { record } from "../../journal/index.ts";
import { askToEnter, giveAssociation, lastMail, president } from "../letters.testing.ts";
import type { PersonalData } from "../personal-data.ts";
import { erasePerson } from "./erase.ts";
import { holding, ownerOf } from "../../../testing/holding.ts";
import { ensurePerson } from "../queries.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
  await giveAssociation(site);
});
after(() => site.close());

const by = () => ({ actor: { kind: "operator" as const }, at: site.clock.now() });
const erase = (
  id: string,
  commune = site.communeId,
  rooms: readonly PersonalData[] = personalData,
) => site.database.write(commune, (tx) => erasePerson(tx, { id }, { ...by(), rooms }));
const marie = {
  email: "marie.dupre@valbrume.example",
  name: "Marie d’Hôtel & Dupré",
  phone: "06 99 88 77 66",
};

/** Someone whose name, address and phone are everywhere they may be. */
async function invitedEverywhere(): Promise<string> {
  await site.post(
    "/gestion/reglages/equipe/invitation",
    { name: marie.name, email: marie.email, roles: "referent" },
    { as: "administrator" },
  );
  await site.post((await lastMail(site, marie.email)).path, {});
  await askToEnter(site, marie.email);
  return site.database.write(site.communeId, async (tx) => {
    const id = await ensurePerson(tx, marie.email, marie.name);
    await tx
      .updateTable("person")
      .set({ phone: marie.phone })
      .where("person_id", "=", id)
      .execute();
    await record(tx, {
      ...by(),
      subject: { kind: "person", id },
      action: "person.edited",
      personal: (["name", "email", "phone"] as const).map((field) => ({
        about: { kind: "person", id },
        field,
        old: marie[field],
      })),
    });
    await queueMail(tx, {
      kind: "news",
      to: "quelqu.un@ici.example",
      replyTo: marie.email,
      subject: `Une réponse de ${marie.name}`,
      text: `${marie.name} (${marie.phone}, ${marie.email}) vous répond. Marier les genres.`,
      html: "<p>Marie d’Hôtel &amp; Dupré</p>",
    });
    return id;
  });
}

test("a job that waits holds nothing about anybody", async () => {
  await askToEnter(site, president);
  const jobs = await ownerOf(site)(
    async (client) =>
      (
        await client.query<{ line: string }>(
          "select j::text as line from graphile_worker._private_jobs j",
        )
      ).rows,
  );
  assert.ok(jobs.length > 0);
  for (const { line } of jobs) assert.doesNotMatch(line, /@|Jeanne/);
});

test("a job is refused words: its payload holds identifiers only", async () => {
  const asked = site.database.write(site.communeId, (tx) =>
    addJob(tx, "send_mail", { mail_id: marie.email }),
  );
  await assert.rejects(asked, /holds words: mail_id/);
});

test("after erasing a person, nothing in the whole database holds their name, address or phone", async () => {
  const id = await invitedEverywhere();
  for (const value of [...Object.values(marie), "Hôtel &amp; Dupré"])
    assert.ok((await holding(site, value)).length > 0, `${value} is there before`);
  const outcome = await erase(id);
  assert.ok("erased" in outcome);
  for (const value of [...Object.values(marie), "Hôtel &amp; Dupré"])
    assert.deepEqual(await holding(site, value), [], value);
  const { text_body } = await lastMail(site, "quelqu.un@ici.example");
  assert.equal(text_body, "… (…, …) vous répond. Marier les genres.");
  assert.deepEqual(await erase(id), { refused: "nothing_held" });
});

test("what other rooms hold goes in the same transaction, or nothing goes", async () => {
  const id = site.personId("president");
  const rooms = [
    { tell: () => Promise.resolve([]), erase: () => Promise.reject(new Error("a room failed")) },
  ];
  await assert.rejects(erase(id, site.communeId, rooms), /a room failed/);
  assert.ok((await holding(site, "Jeanne Présidente")).includes("public.person"));
});

test("the last administrator is not erased", async () => {
  const id = site.personId("administrator");
  assert.deepEqual(await erase(id), { refused: "last_administrator" });
  assert.equal((await site.get("/espace", { as: "administrator" })).status, 200);
});

test("a person of one commune is not erased from the other", async () => {
  const id = site.personId("elected");
  const told = { registration: [null, "Écrire à elected@valbrume.example."] };
  for (const commune of [site.communeId, site.otherCommuneId])
    await site.database.write(commune, (tx) =>
      record(tx, {
        ...by(),
        subject: { kind: "association", id: "a" },
        action: "association.edited",
        change: told,
      }),
    );
  assert.deepEqual(await erase(id, site.otherCommuneId), { refused: "nothing_held" });
  assert.ok("erased" in (await erase(id)));
  const changes = (commune: number) =>
    site.database.read(commune, (tx) =>
      tx.selectFrom("journal").select("change").where("subject_id", "=", "a").execute(),
    );
  assert.deepEqual(await changes(site.otherCommuneId), [{ change: told }]);
  assert.deepEqual(await changes(site.communeId), [
    { change: { registration: [null, "Écrire à …."] } },
  ]);
});
