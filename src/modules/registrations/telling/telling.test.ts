import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { plain, president as as } from "../../activities/programme.testing.ts";
import { registrationMailRefused } from "./offers.ts";
import { jeanne, openEnrolment, settings, type Enrolment } from "../registrations.testing.ts";

let here: Enrolment;
/** Openings of the first two dates. */
let dates: { id: string; occurrenceId: string | null }[];
before(async () => {
  here = await openEnrolment();
  const { site, home } = here;
  const page = await site.get(`${home}/ouvrir`, { as });
  const found = [...page.html.matchAll(/name="dates" value="([0-9a-f-]{36})"/g)].map(([, id = ""]) => id); // prettier-ignore
  const chosen = { ...settings, scope: "dates", dates: found.slice(1, 3) };
  assert.equal((await site.post(`${home}/ouvrir`, chosen, { as })).status, 303);
  const rows = await site.database.read(site.communeId, (tx) =>
    tx
      .selectFrom("registration_opening")
      .select(["opening_id as id", "occurrence_id as occurrenceId"])
      .where("occurrence_id", "is not", null)
      .orderBy("told_starts_at")
      .execute(),
  );
  dates = rows;
  await here.enrol(jeanne);
  await here.enrol({ "name-1": "Ali Ben", phone: "06 12 34 56 78", email: "" });
  for (const { id } of dates)
    await here.enrol({ ...jeanne, email: "date@courriel.example" }, { path: `/activites/yoga-doux/inscription/${id}` }); // prettier-ignore
});
after(() => here.site.close());

const otherwise = () => Promise.reject(new Error("not a letter about registrations"));

/** Letters since the last time, as "to: beginning of the subject". */
let seen = 0;
const letters = async (): Promise<string[]> => {
  await here.round();
  const all = await here.mails();
  const since = all.slice(seen);
  seen = all.length;
  return since.map(({ to, subject }) => `${to}: ${plain(subject).split(" : ")[0]}`).toSorted();
};
const changeDate = (occurrence: string | null, fields: Record<string, string>) =>
  here.site.post(
    `${here.base}/${here.activity.id}/dates/${occurrence}`,
    { what: "cancel", scope: "one", notice: "", day: "", from: "", to: "", ...fields },
    { as },
  );

test("each date has its own places and its own registrations", async () => {
  await letters();
  const page = plain((await here.site.get("/activites/yoga-doux?n=1")).html);
  assert.match(page, /Toute l’activité/);
  assert.equal(page.match(/Il reste 4 places/g)?.length, 2);
  assert.equal(page.match(/Il reste 3 places/g)?.length, 1);
});

test("a date cancelled is told once to those of the date and of the season, by mail or by a call; back, too", async () => {
  const [first] = dates;
  await changeDate(first?.occurrenceId ?? null, { notice: "La salle est inondée." });
  const told = ["date@courriel.example: Date annulée", "jeanne@courriel.example: Date annulée"];
  assert.deepEqual(await letters(), told);
  assert.deepEqual(await letters(), []);
  const [call] = await here.calls();
  assert.deepEqual([call?.what, call?.word], ["date_cancelled", "La salle est inondée."]);
  assert.match((await here.mails()).at(-1)?.text ?? "", /La salle est inondée\./);
  const own = await here.site.get(`/activites/yoga-doux/inscription/${first?.id}`);
  assert.match(own.location ?? "", /registrations\.cancelled/);
  await here.site.post(
    `${here.base}/${here.activity.id}/dates/${first?.occurrenceId}/retablissement`,
    {},
    { as },
  );
  assert.deepEqual(
    await letters(),
    told.map((one) => one.replace("annulée", "maintenue")),
  );
});

test("a change taken back before it was told says nothing; a date moved says when", async () => {
  const [, second] = dates;
  const path = `${here.base}/${here.activity.id}/dates/${second?.occurrenceId}`;
  await changeDate(second?.occurrenceId ?? null, {});
  await here.site.post(`${path}/retablissement`, {}, { as });
  assert.deepEqual(await letters(), []);
  await changeDate(second?.occurrenceId ?? null, { what: "move", day: "2026-10-02", from: "20:00", to: "21:00" }); // prettier-ignore
  assert.deepEqual(await letters(), ["date@courriel.example: Date déplacée", "jeanne@courriel.example: Date déplacée"]); // prettier-ignore
  assert.match(plain((await here.mails()).at(-1)?.text ?? ""), /vendredi 2 octobre 2026 à 20 h/);
  const closes = await here.site.database.read(here.site.communeId, (tx) =>
    tx
      .selectFrom("seat_counter as c")
      .innerJoin("registration_opening as o", "o.counter_id", "c.counter_id")
      .select("c.closes_at")
      .where("o.opening_id", "=", second?.id ?? "")
      .executeTakeFirst(),
  );
  assert.equal(closes?.closes_at?.toISOString(), "2026-10-02T18:00:00.000Z");
});

test("hours that change from a day on, with dates that no longer exist, are told", async () => {
  const { site, base, activity } = here;
  const sheet = await site.get(`${base}/${activity.id}`, { as });
  const series = /horaires\/([0-9a-f-]{36})/.exec(sheet.html)?.[1];
  await site.post(`${base}/${activity.id}/horaires/${series}/fin`, {}, { as });
  const told = await letters();
  assert.ok(told.includes("date@courriel.example: Date annulée"), told.join(", "));
});

test("an activity that stops is told to all, and takes nobody any more; published again, it says so", async () => {
  const { site, base, activity, form } = here;
  await site.post(`${base}/${activity.id}/arret`, {}, { as });
  assert.ok((await letters()).includes("jeanne@courriel.example: Activité arrêtée"));
  const calls = await here.calls();
  assert.equal(calls.at(-1)?.what, "stopped");
  assert.equal((await site.post(form, { ...jeanne, email: "z@z.example" })).status, 303);
  await site.post(`${base}/${activity.id}/publication`, {}, { as });
  assert.ok((await letters()).includes("jeanne@courriel.example: L’activité reprend"));
});

test("an address its server refuses becomes a call to make, and no address of the registry is marked", async () => {
  const { site } = here;
  const refused = registrationMailRefused(site.house, otherwise);
  for (let n = 0; n < 2; n++)
    await site.database.write(site.communeId, (tx) => refused(tx, jeanne.email, "registration")); // prettier-ignore
  const calls = (await here.calls()).filter(({ what }) => what === "mail_refused");
  assert.equal(calls.length, 1);
});
