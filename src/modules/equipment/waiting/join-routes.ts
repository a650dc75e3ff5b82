import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { anyone, associationMember } from "../../../platform/http/person.ts";
import { someoneWaits } from "../../scheduling/index.ts";
import { againstWords, borrowerOf } from "../asking/borrower.ts";
import { spanAt } from "../asking/offer.ts";
import { associationsOf } from "../asking/sending.ts";
import { dated, lookedAt, type Dated, type Looked, type Picked } from "../asking/wishes.ts";
import { deskOf } from "../loans/letters.ts";
import { loansOf } from "../loans/queries.ts";
import { noteRefusals } from "../loans/refusals.ts";
import { againstRequest, rulesOfModel } from "../rules/rules.ts";
import { urls, waitUrls } from "../urls.ts";
import { handOf } from "../who.ts";
import { joinList } from "./join.ts";
import { joinPage } from "./join-page.tsx";
import { tellWait } from "./letters.ts";
import { mostWaits } from "./rules.ts";

type Wrong = { problems?: readonly Problem[]; refused?: string };
type Waited = { wish: Dated; looked: Looked; picked: Picked };

/** One shelf and some days, as they are asked for; nothing when that is not lent. */
async function waitedFor(ask: Ask, wish: Dated | undefined): Promise<Waited> {
  if (!wish) return notFound();
  const looked = await lookedAt(ask, wish);
  const [picked] = looked.picked;
  return picked ? { wish, looked, picked } : notFound();
}

async function answer(ask: Ask, { wish, picked, looked }: Waited, wrong: Wrong = {}) {
  const { whyNot, free, quantity, shelf, model } = picked;
  const { bufferMinutes } = rulesOfModel(looked.frame.rules, model);
  const span = spanAt(shelf, wish.days, bufferMinutes);
  const times = { from: new Date(span.from), until: new Date(span.until) };
  const kept = free >= quantity && (await someoneWaits(ask.tx, shelf.counterId, times));
  const against = whyNot && whyNot !== "not_free" ? ask.t(`equipment:why.${whyNot}`) : undefined;
  const seen = {
    wish,
    picked,
    associations: associationsOf(ask),
    form: formState(ask.form, wrong.problems ?? []),
    against,
    free: free >= quantity && !kept && against === undefined,
    refused: wrong.refused,
  };
  return page(joinPage(ask.view, seen), wrong.refused || wrong.problems ? 422 : 200);
}

async function join(ask: Ask): Promise<Answer> {
  const quantity = Number(ask.form.get("quantity"));
  const wrongNumber = !Number.isInteger(quantity) || quantity < 1 || quantity > 500;
  const pool = `q_${ask.form.get("pool")}`;
  const count = wrongNumber ? "1" : String(quantity);
  const read = dated((name) => (name === pool ? count : ask.form.get(name)), [pool]);
  const waited = await waitedFor(ask, read);
  const { wish, looked, picked } = waited;
  const { frame } = looked;
  const mine = associationsOf(ask);
  const association = mine.length === 1 ? mine[0] : mine.find(({ id }) => id === ask.form.get("association")); // prettier-ignore
  const purpose = ask.form.get("purpose").slice(0, 600);
  const problems: Problem[] = [
    ...(wrongNumber ? [{ field: "quantity", sentence: ask.t("loanwait:problem.quantity") }] : []),
    ...(association ? [] : [{ field: "association", sentence: ask.t("equipment:problem.association") }]), // prettier-ignore
    ...(purpose ? [] : [{ field: "purpose", sentence: ask.t("equipment:problem.purpose") }]),
  ];
  if (problems.length || !association) return answer(ask, waited, { problems });
  const borrower = await borrowerOf(ask, association.id, wish.days);
  const met = againstRequest(frame.rules, borrower, wish.days, frame.today);
  const { whyNot, model, shelf } = picked;
  const hindered = picked.free < quantity ? [picked] : [];
  await noteRefusals(ask.tx, { associationId: association.id, days: wish.days, at: ask.now, rules: met, hindered }); // prettier-ignore
  const against = againstWords(ask.t, frame.rules, met);
  if (whyNot && whyNot !== "not_free") against.push(ask.t(`equipment:why.${whyNot}`));
  if (against.length) return answer(ask, waited, { refused: against.join(" ") });
  const asked = {
    borrower: { associationId: association.id },
    placeId: shelf.placeId,
    purpose,
    askedBy: requirePerson(ask).id,
    poolId: shelf.poolId,
    counterId: shelf.counterId,
    quantity,
    days: wish.days,
    zone: shelf.timetable.zone,
    bufferMinutes: rulesOfModel(frame.rules, model).bufferMinutes,
  };
  const joined = await joinList(ask.tx, asked, handOf(ask));
  if ("refused" in joined)
    return answer(ask, waited, { refused: ask.t(`loanwait:refused.${joined.refused}`, { most: mostWaits }) }); // prettier-ignore
  const [loan] = await loansOf(ask.tx, { id: joined.done });
  if (loan && !joined.offered) await tellWait(deskOf(ask), loan, "waits");
  return redirect(
    ask.view.href(urls.loan(joined.done)),
    joined.offered ? "loanwait.offered" : "loanwait.joined",
  );
}

export const joinRoutes: Route[] = [
  get(waitUrls.join, anyone, async (ask) => {
    const wish = dated((name) => ask.query.get(name) ?? "", ask.query.keys());
    return answer(ask, await waitedFor(ask, wish));
  }),
  post(waitUrls.join, associationMember, join),
];
