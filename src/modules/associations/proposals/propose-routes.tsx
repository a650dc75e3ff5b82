import { createHash } from "node:crypto";
import { dayOf } from "../../../platform/clock.ts";
import { page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { underLimit } from "../../../platform/rate-limit.ts";
import { blankForm } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { checkPage, thanksPage } from "./propose-end-pages.tsx";
import { whatPage, whoPage } from "./propose-pages.tsx";
import { addProposal } from "./queries.ts";
import { trapName, whatFields, whatSchema, whoFields, whoSchema } from "./reading.ts";
import { hourly } from "./rules.ts";

/** Whether this connection may still send something; its address is hashed with the day, and cannot be told from it. */
export const mayStillSend = (ask: Ask): Promise<boolean> => {
  const who = createHash("sha256")
    .update(`${ask.ip} ${dayOf(ask.now)}`)
    .digest("hex");
  return underLimit(ask.house.database, ask.tenant.id, `proposal:${who}`, hourly, 60, ask.now);
};

export const isTrapped = (ask: Ask): boolean => ask.form.get(trapName) !== "";

const what = (ask: Ask) => shape(ask.t, whatSchema, ask.form, whatFields);
const who = (ask: Ask) => shape(ask.t, whoSchema, ask.form, whoFields);
const wrong = (
  ask: Ask,
  draw: typeof whatPage,
  problems: readonly Problem[],
  status: 422 | 429 = 422,
) => page(draw(ask.view, formState(ask.form, problems)), status);

export const proposeRoutes: Route[] = [
  get(urls.propose, anyone, (ask) => page(whatPage(ask.view, blankForm))),
  get(urls.proposeDone, anyone, (ask) => page(thanksPage(ask.view))),

  // Going back to the first screen with what was typed.
  post(urls.propose, anyone, (ask) => page(whatPage(ask.view, formState(ask.form)))),

  post(urls.proposeContact, anyone, (ask) => {
    const first = what(ask);
    if ("problems" in first) return wrong(ask, whatPage, first.problems);
    return page(whoPage(ask.view, formState(ask.form)));
  }),

  post(urls.proposeCheck, anyone, (ask) => {
    const first = what(ask);
    if ("problems" in first) return wrong(ask, whatPage, first.problems);
    const second = who(ask);
    if ("problems" in second) return wrong(ask, whoPage, second.problems);
    return page(checkPage(ask.view, formState(ask.form)));
  }),

  post(urls.proposeSend, anyone, async (ask) => {
    const done = redirect(ask.view.href(urls.proposeDone));
    if (isTrapped(ask)) return done;
    const first = what(ask);
    if ("problems" in first) return wrong(ask, whatPage, first.problems);
    const second = who(ask);
    if ("problems" in second) return wrong(ask, whoPage, second.problems);
    if (!(await mayStillSend(ask)))
      return wrong(
        ask,
        checkPage,
        [{ field: "", sentence: ask.t("proposals:problem.limit") }],
        429,
      );
    const said = { kind: "new_association", ...first.value, ...second.value } as const;
    await addProposal(ask.tx, said, ask.now);
    return done;
  }),
];
