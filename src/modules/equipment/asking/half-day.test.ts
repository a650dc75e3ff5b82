import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { easyRules, mornings, openLending, plain, type Lending } from "../lending.testing.ts";

let lending: Lending;
before(async () => {
  lending = await openLending("2026-11-26T09:00:00Z");
  const { acted, place, addModel } = lending;
  await acted("/gestion/materiel/regles", easyRules);
  await acted("/gestion/materiel/lieux/nouveau", { ...mornings, place });
  await addModel({ name: "Sono", category: "sound", purpose: "Parler à une salle." }, "SON-01");
});
after(() => lending.site.close());

test("what comes back in the morning goes out again the same morning, at an hour that fits", async () => {
  const { site, place, pools, ask, refused, acted, seen } = lending;
  const [pool = ""] = await pools("2026-12-07", "2026-12-09");
  // From Monday 9:00 to Wednesday 10:00; the hand-over takes half an hour, an hour is kept to look at it.
  await ask({ [`q_${pool}`]: "1" }, "2026-12-07", "2026-12-09");
  const days = { du: "2026-12-09", au: "2026-12-11" };
  const shown = await seen(`/materiel?du=${days.du}&au=${days.au}`, "president");
  assert.match(shown, /Il en reste 1 : Maison des associations\. À prendre à partir de 11 h 30/);
  assert.doesNotMatch(shown, /au plus tard/);
  const { html } = await site.get(`/materiel/demande?du=${days.du}&au=${days.au}&q_${pool}=1`, { as: "president" }); // prettier-ignore
  assert.match(plain(html), /1 × Sono\. À prendre à partir de 11 h 30/, "why no hour before");
  const [, hours = ""] = /<select[^>]*name="out_[^"]*"[^>]*>(.*?)<\/select>/s.exec(html) ?? [];
  assert.match(plain(hours), /11 h 30/);
  assert.doesNotMatch(plain(hours), /9 h|10 h|11 h(?! 30)/);
  const asked = { ...days, [`q_${pool}`]: "1", purpose: "Bal", [`back_${place}`]: "600" };
  const early = await refused("/materiel/demande", { ...asked, [`out_${place}`]: "600" }, "president"); // prettier-ignore
  assert.match(early, /Choisissez l’heure où vous venez/);
  await acted("/materiel/demande", { ...asked, [`out_${place}`]: "690" }, "president");
});

test("what leaves at nine on the last day is given back before, or is not free", async () => {
  // Taken from Monday 9:00 on: nothing can be brought back early enough on that morning.
  const shown = await lending.seen("/materiel?du=2026-12-04&au=2026-12-07", "president");
  assert.match(shown, /Tout est pris à ces dates/);
});
