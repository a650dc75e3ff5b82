import assert from "node:assert/strict";
import test from "node:test";
import type { Loan } from "../loans/queries.ts";
import { boardOf, daysLate, type BoardList } from "./board.ts";

const now = new Date("2026-11-26T10:00:00Z");
const loan = (state: Loan["state"], from: string, until: string, reviewOn: string | null = null) =>
  ({ state, from: new Date(from), until: new Date(until), reviewOn }) as Loan;
const day = (at: string) => `2026-11-${at}`;
const listOf = (one: Loan): BoardList | undefined =>
  (Object.entries(boardOf([one], now)) as [BoardList, Loan[]][]).find(([, loans]) => loans.length)?.[0]; // prettier-ignore

test("each loan is in the one list where something is to be done", () => {
  assert.equal(listOf(loan("asked", day("28T09:00Z"), day("30T09:00Z"))), "toDecide");
  const owned = { ...loan("asked", day("28T09:00Z"), day("30T09:00Z")), ownerId: "an association" };
  assert.equal(listOf(owned), undefined, "it answers itself");
  assert.equal(listOf(loan("accepted", day("28T09:00Z"), day("30T09:00Z"))), "toPrepare");
  assert.equal(listOf(loan("prepared", day("28T09:00Z"), day("30T09:00Z"))), "later");
  assert.equal(listOf(loan("accepted", "2026-12-10T09:00Z", "2026-12-12T09:00Z")), "later");
  assert.equal(listOf(loan("accepted", day("26T16:00Z"), day("30T09:00Z"))), "toHandOver");
  assert.equal(listOf(loan("prepared", day("25T09:00Z"), day("30T09:00Z"))), "toHandOver");
  assert.equal(listOf(loan("out", day("20T09:00Z"), day("26T16:00Z"))), "due");
  assert.equal(listOf(loan("out", day("20T09:00Z"), day("26T09:00Z"))), "late");
  assert.equal(listOf(loan("out", day("20T09:00Z"), day("28T09:00Z"))), undefined);
  assert.equal(listOf(loan("out", day("20T09:00Z"), "2027-06-30T09:00Z", day("26"))), "toReview");
  assert.equal(listOf(loan("returned", day("20T09:00Z"), day("25T09:00Z"))), undefined);
});

test("late is counted in days begun", () => {
  assert.equal(daysLate(new Date("2026-11-26T09:00Z"), now), 1);
  assert.equal(daysLate(new Date("2026-11-24T09:00Z"), now), 3);
});
