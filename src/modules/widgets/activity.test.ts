import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { publish } from "../communes/index.ts";
import { openEnrolment } from "../registrations/registrations.testing.ts";
import { htmlFaults } from "../../testing/valid-html.ts";

let programme: Awaited<ReturnType<typeof openEnrolment>>;
let sheet = "";
const slug = "yoga-doux";
const as = "president" as const;
before(async () => {
  programme = await openEnrolment();
  sheet = `${programme.base}/${programme.activity.id}`;
});
after(() => programme.site.close());

let asked = 0;
const shown = async () => {
  const { status, html } = await programme.site.get(`/integrer/activite/${slug}?n=${(asked += 1)}`);
  assert.deepEqual(await htmlFaults(html), []);
  return { status, html: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") };
};

test("one activity is shown with who offers it, its hours and its next dates, as its page says them", async () => {
  const { html } = await shown();
  assert.match(
    html,
    /Yoga doux .*Les Amis du Yoga Des postures lentes\. .*Tous les mercredis de 18 h 30 à 19 h 45 .*Maison des associations/,
  );
  assert.match(html, /Prochaines dates Mercredi 16 septembre 2026 de 18 h 30 à 19 h 45/);
  const page = await programme.site.get(`/activites/${slug}`);
  assert.match(page.html, /type="application\/json\+oembed"/);
});

test("how many places remain is said as it is now, and such a widget is not kept", async () => {
  const { site } = programme;
  const same = `/integrer/activite/${slug}?n=same`;
  assert.match((await site.get(same)).html, /5 places/);
  await site.database.write(site.communeId, (tx) =>
    tx.updateTable("seat_counter").set({ capacity: 4 }).execute(),
  );
  assert.match((await site.get(same)).html, /4 places/);
  await site.post(`${programme.roll}/fermeture`, {}, { as });
  assert.match((await shown()).html, /Les inscriptions sont closes/);
});

test("its association finds its code, the page by itself first", async () => {
  const { site, id } = programme;
  const first = await site.get(`/espace/fiches/${id}/diffusion`, { as });
  assert.deepEqual(await htmlFaults(first.html), []);
  assert.match(first.html, /integrer\/fiche\/les-amis-du-yoga/);
  const { html } = await site.get(`/espace/fiches/${id}/diffusion?activite=${slug}`, { as });
  assert.match(html, new RegExp(`<iframe class="letter-frame" src="/integrer/activite/${slug}"`));
  assert.match(
    html,
    new RegExp(`&lt;iframe src=&quot;http://valbrume.test/integrer/activite/${slug}`),
  );
});

test("stopped, it says so and since when, without its dates; a draft or an unlisted one is not there", async () => {
  const { site } = programme;
  await site.post(`${sheet}/arret`, {}, { as });
  const stopped = await shown();
  assert.equal(stopped.status, 200);
  assert.match(stopped.html, /Cette activité s’est arrêtée le 15 septembre 2026/);
  assert.doesNotMatch(stopped.html, /Prochaines dates|18 h 30/);
  await site.database.write(site.communeId, async (tx) => {
    await tx.updateTable("association").set({ listed: false }).execute();
    await publish(tx);
  });
  assert.equal((await shown()).status, 404);
});
