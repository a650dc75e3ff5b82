import { whole } from "../../../platform/db/whole.ts";
import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { associationMember } from "../../../platform/http/person.ts";
import { instantOf } from "../../scheduling/index.ts";
import { modelsOf } from "../models/queries.ts";
import { lendingRules } from "../rules/queries.ts";
import { urls } from "../urls.ts";
import { moveEnd } from "./extend.ts";
import { extensionPage } from "./extension-page.tsx";
import { againstExtension, mayExtend, type ExtensionRule } from "./extension.ts";
import { requireMine } from "./mine-routes.ts";
import type { Loan } from "./queries.ts";
import { slotsLeft } from "./slots-left.ts";

type Wrong = { field?: "au" | "slot"; sentence: string };

async function answer(ask: Ask, loan: Loan, typed: string, wrong?: Wrong): Promise<Answer> {
  const day = dayTyped(typed);
  const against = wrong ?? (await hindrance(ask, loan, typed));
  const left = day && !(against && against.field === "au") ? await slotsLeft(ask, loan, day) : undefined; // prettier-ignore
  const problems = against?.field ? [{ field: against.field, sentence: against.sentence }] : [];
  const form = { ...formState(ask.form, problems), values: { au: day ?? typed } };
  const chosen = day && left?.slots.length ? { day, slots: left.slots } : undefined;
  const refused = against && !against.field ? against.sentence : undefined;
  return page(extensionPage(ask.view, { loan, chosen, form, refused }), against ? 422 : 200);
}

type Refused = Extract<Awaited<ReturnType<typeof moveEnd>>, { refused: unknown }>["refused"];

/** Why another day is not had; what is to be talked over is with the association that lends what is its own, or the town hall. */
function extensionWords(t: Ask["t"], why: ExtensionRule | Refused, { lender }: Loan): string {
  const overIt = why === "late_loan" || why === "not_free";
  return overIt && lender !== null
    ? t(`equipment:extension.${why}By`, { lender })
    : t(`equipment:extension.${why}`);
}

/** Why not that day; nothing while none is written. */
async function hindrance(ask: Ask, loan: Loan, typed: string): Promise<Wrong | undefined> {
  if (typed === "") return undefined;
  const day = dayTyped(typed);
  if (!day) return { field: "au", sentence: ask.t("equipment:problem.until") };
  const ids = loan.lines.map(({ modelId }) => modelId);
  const models = await modelsOf(ask.tx, { ids });
  const rule = againstExtension(await lendingRules(ask.tx), models, loan, day, ask.now);
  if (rule) return { field: "au", sentence: extensionWords(ask.t, rule, loan) };
  const left = await slotsLeft(ask, loan, day);
  return left?.slots.length ? undefined : { field: "au", sentence: ask.t("equipment:why.hand_over_closed") }; // prettier-ignore
}

async function extend(ask: Ask): Promise<Answer> {
  const loan = await requireMine(ask);
  if (!mayExtend(loan)) return redirect(ask.view.href(urls.loan(loan.id)));
  const typed = ask.form.get("au");
  const against = typed === "" ? { field: "au" as const, sentence: ask.t("equipment:problem.until") } : await hindrance(ask, loan, typed); // prettier-ignore
  const day = dayTyped(typed);
  const left = day && (await slotsLeft(ask, loan, day));
  if (against || !day || !left) return answer(ask, loan, typed, against);
  const minute = Number(ask.form.get("slot") || -1);
  if (!left.slots.includes(minute))
    return answer(ask, loan, typed, {
      field: "slot",
      sentence: ask.t("equipment:problem.slotBack"),
    });
  const end = { until: instantOf(left.zone, day, minute), slotMost: left.slotMost };
  const hand = { actor: { kind: "person" as const, id: requirePerson(ask).id }, at: ask.now };
  const outcome = await whole(ask.tx, () => moveEnd(ask.tx, loan, end, hand));
  if ("refused" in outcome)
    return answer(ask, loan, typed, { sentence: extensionWords(ask.t, outcome.refused, loan) });
  return redirect(ask.view.href(urls.loan(loan.id)), "equipment.extended");
}

export const extensionRoutes: Route[] = [
  get(urls.extension(":id"), associationMember, async (ask) => {
    const loan = await requireMine(ask);
    if (!mayExtend(loan)) return redirect(ask.view.href(urls.loan(loan.id)));
    return answer(ask, loan, ask.query.get("au") ?? "");
  }),
  post(urls.extension(":id"), associationMember, extend),
];
