import type { Ask } from "../../../platform/http/ask.ts";
import { dayOf } from "../../../platform/clock.ts";
import { formState } from "../../../platform/http/form.ts";
import type { FormState } from "../../../ui/index.ts";
import { instantOf } from "../../scheduling/index.ts";
import { againstWords, borrowerOf } from "../asking/borrower.ts";
import type { Hand } from "../journal.ts";
import { isFor, type DecidedBy } from "../loans/decide.ts";
import { tellAsked } from "../loans/letters.ts";
import type { Loan } from "../loans/queries.ts";
import { slotsLeft } from "../loans/slots-left.ts";
import { zoneOf } from "../loans/zone.ts";
import { modelsOf } from "../models/queries.ts";
import { tellOwners } from "../own/letters.ts";
import { lendingRules } from "../rules/queries.ts";
import { acceptedAtOnce, againstRequest, rulesOfModel } from "../rules/rules.ts";
import { acceptWait, type Accepted } from "./answer.ts";
import { talkOver, type ToTalkOver } from "./words.ts";
import { daysOfWait, waitsOf, type Wait } from "./queries.ts";

/** Who answers by a link is whoever holds it; signed in, somebody. */
export const handOfAnswer = ({ person, now }: Ask): Hand => ({
  actor: person ? { kind: "person", id: person.id } : { kind: "resident" },
  at: now,
});

/** Minutes of the days when one may come, and bring it back. */
export type Hours = { out: readonly number[]; back: readonly number[] };

/** What a page says of somebody's waiting. */
export type WaitSeen = {
  loan: Loan;
  wait: Wait | undefined;
  zone: string;
  hours: Hours;
  form: FormState;
  refused: string | undefined;
};

/** Why an answer is not had: a sentence, or the hours to choose. */
export type WaitWrong = { refused?: string; fields?: readonly ("out" | "back")[] };

/** The waiting of a loan as it is now, with the hours left when it is offered. */
export async function waitSeen(ask: Ask, loan: Loan, wrong: WaitWrong = {}): Promise<WaitSeen> {
  const [wait] = await waitsOf(ask.tx, ask.now, { loanIds: [loan.id] });
  const left = wait?.offeredUntil ? await hoursLeft(ask, loan, wait) : undefined;
  const problems = (wrong.fields ?? []).map((field) => ({
    field,
    sentence: ask.t(`equipment:problem.${field === "out" ? "slotOut" : "slotBack"}`),
  }));
  const form = formState(ask.form, problems);
  const zone = await zoneOf(ask.tx, loan.placeId);
  return { loan, wait, zone, hours: left ?? { out: [], back: [] }, form, refused: wrong.refused };
}

async function hoursLeft(ask: Ask, loan: Loan, wait: Wait) {
  const days = daysOfWait(loan, wait.zone);
  const out = await slotsLeft(ask, loan, days.from);
  const back = await slotsLeft(ask, loan, days.until);
  return out && back ? { ...out, out: out.slots, back: back.slots, days } : undefined;
}

/** Who says yes: who waits, or somebody who keeps what is lent, for them. */
export type Sayer = "them" | { keeper: string; how: DecidedBy };

/** Says yes to what is offered, for the hours chosen: by the rules of a request, but the days it is asked before, which waiting has taken. */
export async function acceptFrom(
  ask: Ask,
  loan: Loan,
  by: Sayer,
): Promise<{ done: Loan } | { wrong: WaitWrong }> {
  const [wait] = await waitsOf(ask.tx, ask.now, { loanIds: [loan.id] });
  if (loan.state === "asked" || loan.state === "accepted") return { done: loan };
  const [line] = loan.lines;
  const cannot = (what: ToTalkOver) => ({ wrong: { refused: by === "them" ? talkOver(ask.t, what, loan) : ask.t(`handing:waits.${what}`) } }); // prettier-ignore
  if (wait?.withdrawn) return cannot("notThere");
  if (!wait?.offeredUntil || !line) return late(ask);
  const left = await hoursLeft(ask, loan, wait);
  const [model] = await modelsOf(ask.tx, { shown: true, ids: [line.modelId] });
  if (!model || model.onSiteOnly || !left) return { wrong: { refused: ask.t("loanwait:refused.gone") } }; // prettier-ignore
  if (!left.out.length || !left.back.length) return cannot("noSlot");
  const [out, back] = [Number(ask.form.get("out") || -1), Number(ask.form.get("back") || -1)];
  const order = left.days.from < left.days.until || back > out;
  const fields = [
    ...(left.out.includes(out) ? [] : ["out" as const]),
    ...(left.back.includes(back) && order ? [] : ["back" as const]),
  ];
  if (fields.length) return { wrong: { fields } };
  const rules = await lendingRules(ask.tx);
  const borrower = loan.associationId ? await borrowerOf(ask, loan.associationId, left.days) : undefined; // prettier-ignore
  const met = borrower ? againstRequest(rules, borrower, left.days, dayOf(ask.now)) : [];
  // Who lends and says yes for them has the rules in hand, as for a loan they write.
  if (met.length && by === "them") return { wrong: { refused: againstWords(ask.t, rules, met).join(" ") } }; // prettier-ignore
  const own = rulesOfModel(rules, model);
  const atOnce = acceptedAtOnce(rules, model, borrower?.designated === true);
  const accepted = {
    out: instantOf(left.zone, left.days.from, out),
    back: instantOf(left.zone, left.days.until, back),
    slotMinutes: left.slotMinutes,
    slotMost: left.slotMost,
    bufferMinutes: own.bufferMinutes,
    decided: decidedBy(by, loan, atOnce && !met.length),
  };
  const outcome = await acceptWait(ask.tx, loan, accepted, handOfAnswer(ask));
  if ("refused" in outcome) {
    if (outcome.refused === "late") return late(ask);
    if (outcome.refused === "not_there") return cannot("notThere");
    return { wrong: { refused: ask.t("equipment:problem.slotFull") } };
  }
  await tellAsked(ask, [outcome.done]);
  if (by === "them" || by.how === "agent") await tellOwners(ask, [outcome.done]);
  return outcome;
}

/** Who says yes decides where it is theirs to lend: what an association lends itself is decided by it, or by its rules. */
function decidedBy(by: Sayer, loan: Loan, atOnce: boolean): Accepted["decided"] {
  if (by !== "them" && isFor(by.how, loan)) return { how: by.how, by: by.keeper };
  return atOnce ? { how: "rules" } : undefined;
}

const late = (ask: Ask) => ({ wrong: { refused: ask.t("loanwait:late") } });
