import { page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import type { Answer } from "../../../platform/http/answer.ts";
import { blankForm } from "../../../ui/index.ts";
import { stateOf } from "../form-state.ts";
import { limited } from "../limited.ts";
import { rolesOf } from "../queries.ts";
import type { Neighbours } from "../rooms.ts";
import { sessionTokenOf } from "../tokens.ts";
import { urls } from "../urls.ts";
import { mayDemonstrate } from "./demonstration.ts";
import { alreadyInside, enter, hasAccess } from "./entering.ts";
import { codePage } from "./pages.tsx";
import { openRequest, useCode } from "./queries.ts";
import { codeDigits, limits, type CodeRefusal } from "./rules.ts";

/** The six digits of the mail, typed in the browser that asked for them. */
export const codeRoutes = (neighbours: Neighbours): Route[] => [
  get(urls.code, anyone, async (ask) => {
    const request = ask.query.get("demande") ?? "";
    const open = await openRequest(ask.tx, request, ask.now);
    if (!open) return redirect(ask.view.href(urls.signIn), "people.code_over");
    const demonstration = mayDemonstrate(ask);
    return page(codePage(ask.view, { form: blankForm, request, over: open.spent, demonstration }));
  }),
  post(urls.code, anyone, async (ask) => {
    const request = ask.form.get("demande");
    const code = codeDigits(ask.form.get("code"));
    const secret = `${request} ${code}`;
    const token = sessionTokenOf(secret, ask.form.get("_key"));
    const again = await alreadyInside(ask, token, { request });
    if (again) return again;
    if (!/^\d{6}$/.test(code)) return showAgain(ask, request, ask.t("people:problem.code_shape"));
    const open = await openRequest(ask.tx, request, ask.now);
    const tooMany = await limited(
      ask,
      { kind: "code_visitor", who: ask.ip, ...limits.visitorTries },
      { kind: "code_address", who: open?.email ?? request, ...limits.addressTries },
    );
    if (tooMany) return tooMany;
    const outcome = await useCode(ask.tx, { request, code, now: ask.now });
    if ("refused" in outcome) return refused(ask, request, outcome.refused, outcome.left);
    const { personId, next } = outcome.opening;
    const roles = await rolesOf(ask.tx, personId);
    if (!hasAccess(roles, await neighbours.associationsOf(ask.tx, personId)))
      return refused(ask, request, "code_expired", 0);
    return enter(ask, personId, token, next);
  }),
];

const refused = (ask: Ask, request: string, why: CodeRefusal, left: number): Answer =>
  showAgain(ask, request, ask.t(`people:refusal.${why}`, { count: left }), why !== "wrong_code");

function showAgain(ask: Ask, request: string, sentence: string, over = false): Answer {
  const form = stateOf(ask.form, ["code"], [{ field: over ? "" : "code", sentence }]);
  const demonstration = mayDemonstrate(ask);
  return page(codePage(ask.view, { form, request, over, demonstration }), 422);
}
