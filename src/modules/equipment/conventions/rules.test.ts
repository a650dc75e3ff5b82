import assert from "node:assert/strict";
import test from "node:test";
import { piecesOf, standingOf } from "./rules.ts";
import { seasonLacking } from "./season.ts";

const dates = { fromDay: "2026-09-01", untilDay: "2027-08-31", withdrawnAt: null };
const signedBy = (association: boolean, commune: boolean) => ({ association, commune });

test("a convention stands when both have signed, until its last day, unless it was taken back", () => {
  const at = (signed: ReturnType<typeof signedBy>, today = "2026-11-26") =>
    standingOf({ ...dates, signedBy: signed }, today);
  assert.equal(at(signedBy(false, false)), "proposed");
  assert.equal(at(signedBy(true, false)), "signed");
  assert.equal(at(signedBy(true, true)), "valid");
  assert.equal(at(signedBy(true, true), "2027-08-31"), "valid");
  assert.equal(at(signedBy(true, true), "2027-09-01"), "ended");
  const taken = { ...dates, withdrawnAt: new Date(0), signedBy: signedBy(true, true) };
  assert.equal(standingOf(taken, "2026-11-26"), "withdrawn");
});

test("its text is titles and paragraphs, however the lines are cut", () => {
  assert.deepEqual(
    piecesOf("# Un\nUne phrase\nsur deux lignes.\n\n\nUne autre.\n# Deux\n#\nFin."),
    [
      { title: "Un" },
      { text: "Une phrase sur deux lignes." },
      { text: "Une autre." },
      { title: "Deux" },
      { text: "Fin." },
    ],
  );
});

test("it is renewed each season, from July on for the next one", () => {
  const had = [{ untilDay: "2027-08-31", withdrawnAt: null }];
  assert.equal(seasonLacking("2027-06-30", had), undefined);
  assert.deepEqual(seasonLacking("2027-07-01", had), { from: "2027-09-01", to: "2028-08-31" });
  assert.equal(seasonLacking("2027-07-01", [])?.to, "2027-08-31");
  assert.equal(seasonLacking("2027-05-01", [{ untilDay: "2027-08-31", withdrawnAt: new Date(0) }])?.to, "2027-08-31"); // prettier-ignore
});
