import { z } from "zod";
import { file, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { say, shape, type Problem } from "../../../platform/http/form.ts";
import { signedIn } from "../../../platform/http/person.ts";
import { sessionCookie } from "../../../platform/http/security.ts";
import { blankForm, type FormState } from "../../../ui/index.ts";
import { record } from "../../journal/index.ts";
import { erasePerson, rehearseErasing, type EraseRefusal } from "../erasing/erase.ts";
import { stateOf } from "../form-state.ts";
import type { Held } from "../personal-data.ts";
import type { Neighbours } from "../rooms.ts";
import { urls } from "../urls.ts";
import { emailRoutes } from "./email-routes.ts";
import { erasePage } from "./erase-page.tsx";
import { asJson, asTable, heldAbout } from "./held.ts";
import { linkRoutes } from "./link-routes.ts";
import { correctPage, minePage } from "./pages.tsx";
import { ownOf, saveOwn } from "./queries.ts";

const nameSchema = z.object({
  name: z.string().min(1, say("people:problem.name")).max(120, say("people:problem.name_long")),
  phone: z.string().max(40).transform((typed) => typed || null),
}); // prettier-ignore

/** What the site holds about whoever is signed in: to see, take away, correct and erase. */
export const mineRoutes = (neighbours: Neighbours): Route[] => {
  const rooms = neighbours.personalData;
  const told = (ask: Ask) =>
    heldAbout(ask.tx, { id: requirePerson(ask).id }, { rooms, t: ask.t, proven: true });
  const erasing = (ask: Ask, how: typeof erasePerson) =>
    how(
      ask.tx,
      { id: requirePerson(ask).id },
      { actor: { kind: "resident" }, at: ask.now, rooms, proven: true },
    );
  const shown = async (ask: Ask, seen: { held?: Held[]; refused?: EraseRefusal }) => {
    const { id, email } = requirePerson(ask);
    const body = erasePage(ask.view, {
      email,
      act: seen.held ? urls.mineErased : urls.mineErasing,
      back: urls.mine,
      held: seen.held,
      account: true,
      alone: await neighbours.heldAlone(ask.tx, id),
      refused: seen.refused,
    });
    return page(body, seen.refused ? 422 : 200);
  };

  return [
    get(urls.mine, signedIn, async (ask) =>
      page(minePage(ask.view, { email: requirePerson(ask).email, told: await told(ask) })),
    ),
    get(urls.mineFile, signedIn, async (ask) =>
      file(asJson(ask.t, await told(ask)), "application/json; charset=utf-8", "mes-donnees.json"),
    ),
    get(urls.mineTable, signedIn, async (ask) =>
      file(asTable(ask.t, ask.lang, await told(ask)), "text/csv; charset=utf-8", "mes-donnees.csv"),
    ),
    get(urls.mineName, signedIn, async (ask) => {
      const { name, phone } = await ownOf(ask.tx, requirePerson(ask).id);
      return page(correctPage(ask.view, { ...blankForm, values: { name, phone: phone ?? "" } }));
    }),
    post(urls.mineName, signedIn, correct),
    get(urls.mineErasing, signedIn, (ask) => shown(ask, {})),
    post(urls.mineErasing, signedIn, async (ask) => {
      const outcome = await erasing(ask, rehearseErasing);
      return shown(ask, "refused" in outcome ? outcome : { held: outcome.erased });
    }),
    post(urls.mineErased, signedIn, async (ask) => {
      // Only the page that said what would go sends the address.
      if (ask.form.get("email") !== requirePerson(ask).email) return shown(ask, {});
      const outcome = await erasing(ask, erasePerson);
      if ("refused" in outcome) return shown(ask, outcome);
      const answer = redirect(ask.view.href("/"), "mine.erased");
      const forgotten = sessionCookie(ask.house.config, "", 0);
      return { ...answer, headers: { ...answer.headers, "set-cookie": forgotten } };
    }),
    ...emailRoutes,
    ...linkRoutes(neighbours),
  ];
};

async function correct(ask: Ask): Promise<Answer> {
  const shaped = shape(ask.t, nameSchema, ask.form, ["name", "phone"]);
  if ("problems" in shaped) return page(correctPage(ask.view, typedAgain(ask, shaped.problems)), 422);
  const { id } = requirePerson(ask);
  const before = await ownOf(ask.tx, id);
  const changed = (["name", "phone"] as const).filter((field) => before[field] !== shaped.value[field]);
  if (changed.length) {
    await saveOwn(ask.tx, id, shaped.value);
    await record(ask.tx, {
      actor: { kind: "person", id },
      at: ask.now,
      subject: { kind: "person", id },
      action: "person.edited",
      personal: changed.map((field) => ({
        about: { kind: "person", id },
        field,
        old: before[field],
        new: shaped.value[field],
      })),
    });
  }
  return redirect(ask.view.href(urls.mine), "mine.corrected");
} // prettier-ignore

const typedAgain = (ask: Ask, problems: readonly Problem[]): FormState =>
  stateOf(ask.form, ["name", "phone"], problems);
