import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "../../app.ts";
import { typedFrom } from "../../platform/http/form.ts";
import type { Lang } from "../../platform/i18n/index.ts";
import { readPattern } from "./form/reading.ts";
import { patternTyped } from "./form/rhythms.ts";
import type { Pattern } from "./series/pattern.ts";
import { patternWords, periodWords } from "./words.ts";

const today = "2026-09-15";
const base = { rhythm: "weekly", days: ["WE"], rank: "", from: "18:00", to: "19:30", first_day: "2026-09-16", last_day: "", skip: ["school"] }; // prettier-ignore
const read = (more: Partial<Record<keyof typeof base, string | string[]>> = {}) =>
  readPattern(wordsOf("fr"), typedFrom({ ...base, ...more }), { today });
const pattern = (more: Parameters<typeof read>[0] = {}): Pattern => {
  const outcome = read(more);
  assert.ok("value" in outcome, JSON.stringify(outcome));
  return outcome.value;
};
const said = (lang: Lang, more: Parameters<typeof read>[0] = {}) =>
  patternWords(wordsOf(lang), lang, pattern(more)).replace(/\u00a0/g, " ");

test("a pattern is said as people say it, in French and in English", () => {
  const cases: [Parameters<typeof read>[0], string, string][] = [
    [{}, "Tous les mercredis de 18 h à 19 h 30, sauf vacances scolaires", "Every Wednesday from 6 pm to 7:30 pm, except school holidays"],
    [{ days: ["TH", "MO"], skip: [] }, "Tous les lundis et jeudis de 18 h à 19 h 30", "Every Monday and Thursday from 6 pm to 7:30 pm"],
    [{ rhythm: "biweekly", skip: ["public", "school"], from: "9:05", to: "12:00" }, "Une semaine sur deux, le mercredi de 9 h 05 à midi, sauf vacances scolaires et jours fériés", "Every other week on Wednesday from 9:05 am to noon, except school holidays and public holidays"],
    [{ rhythm: "monthly", rank: "-1", skip: ["public"] }, "Chaque mois, le dernier mercredi de 18 h à 19 h 30, sauf jours fériés", "Every month, the last Wednesday from 6 pm to 7:30 pm, except public holidays"],
    [{ rhythm: "daily", days: [], skip: [], from: "22 h", to: "0h00" }, "Tous les jours de 22 h à minuit", "Every day from 10 pm to midnight"],
    [{ rhythm: "once", days: [] }, "Le mercredi 16 septembre 2026 de 18 h à 19 h 30", "Wednesday 16 September 2026 from 6 pm to 7:30 pm"],
  ]; // prettier-ignore
  for (const [more, french, english] of cases) {
    assert.equal(said("fr", more), french);
    assert.equal(said("en", more).replace("Wednesday, September 16, 2026", "Wednesday 16 September 2026"), english); // prettier-ignore
  }
  assert.equal(said("es", {}), "Cada miércoles de 18:00 a 19:30, excepto vacaciones escolares");
  assert.equal(
    said("pt", {}),
    "Todas as semanas, à quarta-feira, das 18:00 às 19:30, exceto férias escolares",
  );
  assert.equal(
    said("pt", { days: ["SA", "MO"], skip: [] }),
    "Todas as semanas, à segunda-feira e ao sábado, das 18:00 às 19:30",
  );
  assert.equal(
    said("pt", { rhythm: "monthly", rank: "1", skip: [] }),
    "Todos os meses: primeira quarta-feira, das 18:00 às 19:30",
  );
  assert.equal(
    said("pt", { rhythm: "monthly", rank: "-1", days: ["SU"], skip: [] }),
    "Todos os meses: último domingo, das 18:00 às 19:30",
  );
  assert.equal(said("uk", {}), "Щотижня в середу з 18:00 до 19:30, крім шкільних канікул");
  const monthly = { rhythm: "monthly", rank: "-1", skip: [] };
  assert.equal(said("uk", monthly), "Щомісяця: остання середа з 18:00 до 19:30");
  assert.equal(said("uk", { ...monthly, days: ["TH"], rank: "1", to: "0h00" }), "Щомісяця: перший четвер з 18:00 до півночі"); // prettier-ignore
  const arabic = (more?: Parameters<typeof read>[0]) => said("ar", more).replace(/[\u2068\u2069]/g, ""); // prettier-ignore
  assert.equal(arabic(), "كل يوم أربعاء من 18:00 إلى 19:30، ما عدا العطل المدرسية");
  assert.equal(arabic({ rhythm: "monthly", rank: "-1", skip: [] }), "كل شهر، يوم الأربعاء الأخير، من 18:00 إلى 19:30"); // prettier-ignore
  assert.match(patternWords(wordsOf("fr"), "fr", pattern()), /18\u00a0h à 19\u00a0h\u00a030/);
  assert.equal(periodWords(wordsOf("fr"), "fr", pattern({ last_day: "2027-07-01" })), "Du 16 septembre 2026 au 1er juillet 2027"); // prettier-ignore
});

test("each fault stands by its field, in a sentence", () => {
  const faults = (more: Parameters<typeof read>[0]) => {
    const outcome = read(more);
    return "problems" in outcome ? outcome.problems.map(({ field }) => field) : [];
  };
  assert.deepEqual(faults({ rhythm: "" }), ["rhythm"]);
  assert.deepEqual(faults({ days: [] }), ["days"]);
  assert.deepEqual(faults({ days: ["XX"] }), ["days"]);
  assert.deepEqual(faults({ rhythm: "monthly" }), ["rank"]);
  assert.deepEqual(faults({ from: "18", to: "25:00" }), ["from", "to"]);
  for (const to of ["18:00", "17:00", "18:60"]) assert.deepEqual(faults({ to }), ["to"]);
  assert.deepEqual(faults({ first_day: "" }), ["first_day"]);
  assert.deepEqual(faults({ first_day: "2026-02-30" }), ["first_day"]);
  assert.deepEqual(faults({ first_day: "2016-09-01" }), ["first_day"]);
  assert.deepEqual(faults({ last_day: "2026-09-01" }), ["last_day"]);
  assert.deepEqual(faults({ rhythm: "once", days: [], last_day: "2026-09-01" }), []);
  const outcome = read({ days: [] });
  assert.ok("problems" in outcome && /au moins un jour/.test(outcome.problems[0]?.sentence ?? ""));
});

test("a form opened on a pattern and sent back says the same pattern", () => {
  for (const more of [
    {},
    { rhythm: "biweekly" },
    { rhythm: "monthly", rank: "2" },
    { rhythm: "daily", days: [] },
    { rhythm: "once", days: [], skip: [] },
    { from: "22:00", to: "02:00", last_day: "2027-07-01" },
  ])
    // prettier-ignore
    assert.deepEqual(
      readPattern(wordsOf("fr"), typedFrom(patternTyped(pattern(more))), { today }),
      { value: pattern(more) },
    );
});
