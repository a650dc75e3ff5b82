import assert from "node:assert/strict";
import test from "node:test";
import { typedFrom } from "../../../platform/http/form.ts";
import { exampleView } from "../../../testing/example-view.ts";
import { htmlFaults } from "../../../testing/valid-html.ts";
import { Form } from "../../../ui/form.tsx";
import { page } from "../../../ui/layout.tsx";
import { PatternFields } from "./fields.tsx";
import { readPattern } from "./reading.ts";

const typed = { rhythm: "monthly", days: ["TH"], rank: "", from: "18h", to: "19:30", first_day: "2026-09-17", last_day: "", skip: ["school"] }; // prettier-ignore

for (const lang of ["fr", "en"] as const)
  test(`the fields are valid, in plain words, and keep what was typed (${lang})`, async () => {
    const view = exampleView({ lang });
    const outcome = readPattern(view.t, typedFrom(typed), { today: "2026-09-15" });
    assert.ok("problems" in outcome);
    const errors = Object.fromEntries(outcome.problems.map((one) => [one.field, one.sentence]));
    const form = { values: typed, errors };
    const html = page(
      view,
      { title: "Séance" },
      <>
        <h1>Séance</h1>
        <Form view={view} form={form} action="/x">
          <PatternFields view={view} form={form} />
        </Form>
      </>,
    );
    assert.deepEqual(await htmlFaults(html), []);
    assert.match(html, /href="#champ-rank"/);
    assert.match(html, /name="from" value="18h"/);
    assert.match(html, /value="TH" checked/);
    assert.match(html, lang === "fr" ? />Une fois par mois</ : />Once a month</);
  });

const readWith = (first_day: string, last_day: string) =>
  readPattern(exampleView({}).t, typedFrom({ ...typed, rank: "2", first_day, last_day }), {
    today: "2026-09-01",
  });

test("days are read as people write them where the browser has no calendar", () => {
  for (const first of ["12/09/2026", "12 septembre 2026", "2026-09-12"]) {
    const outcome = readWith(first, "30 juin 2027");
    assert.ok("value" in outcome, first);
    assert.equal(outcome.value.firstDay, "2026-09-12");
    assert.equal(outcome.value.lastDay, "2027-06-30");
  }
  const wrong = readWith("31/09/2026", "fin juin");
  assert.ok("problems" in wrong);
  assert.deepEqual(
    wrong.problems.map(({ field }) => field),
    ["first_day", "last_day"],
  );
});
