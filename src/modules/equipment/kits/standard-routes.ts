import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyStaff, associationMember } from "../../../platform/http/person.ts";
import { associationUrls, situationOf } from "../../associations/index.ts";
import { isUuid } from "../../people/index.ts";
import { withWish, wishOf } from "../asking/address.ts";
import { associationsOf } from "../asking/sending.ts";
import { lentOver } from "../asking/wishes.ts";
import { kitUrls, urls } from "../urls.ts";
import { handOf } from "../who.ts";
import { kitAskingPage } from "./asking-page.tsx";
import { kitsOf } from "./queries.ts";
import { kitOffer, withKit } from "./rules.ts";
import { heldOf, saveStandardKit, standardKitOf } from "./standard.ts";
import { mayChoose } from "./standard-part.tsx";
import { countedOf, lackingOf } from "./standard-rules.ts";

/** A kit shown, or the standard one of the association, and what that association lacks of it. */
async function kitAsked(ask: Ask) {
  const mine = associationsOf(ask);
  const association = mine.find(({ id }) => id === ask.query.get("association")) ?? notFound();
  const id = ask.params["id"] ?? "";
  const [kit] = isUuid(id) ? await kitsOf(ask.tx, { id }) : [];
  if (!kit) return notFound();
  if (!kit.shown && (await standardKitOf(ask.tx, association.id)) !== kit.id) return notFound();
  const lines = countedOf(kit, await heldOf(ask.tx, association.id));
  return { kit, association, lines, lacking: lackingOf({ lines }) };
}

/** Days chosen and all of it free, the request is next; else what is free of it is said first. */
async function askForKit(ask: Ask): Promise<Answer> {
  const asked = await kitAsked(ask);
  const wish = wishOf((name) => ask.query.get(name) ?? "", ["du", "au"]);
  const none =
    ask.query.has("du") && wish.typed.from.trim() === "" && wish.typed.until.trim() === "";
  const errors = Object.fromEntries(
    [...wish.wrong, ...(none ? ["from" as const] : [])].map((one) => [
      one === "from" ? "du" : "au",
      ask.t(`equipment:problem.${one}`),
    ]),
  );
  const today = dayOf(ask.now);
  const lent = wish.days && (await lentOver(ask, wish.days));
  if (lent && asked.lacking.length) {
    const offer = kitOffer({ lines: asked.lacking }, lent);
    const next = { days: wish.days, quantities: withKit(new Map(), offer), associationId: asked.association.id }; // prettier-ignore
    if (offer.place && !offer.lacks.length)
      return redirect(ask.view.href(withWish(urls.request, next)));
  }
  const values = { du: wish.typed.from || today, au: wish.typed.until };
  const body = kitAskingPage(ask.view, { ...asked, wish, lent, form: { values, errors } });
  return page(body, Object.keys(errors).length ? 422 : 200);
}

/** The standard kit of an association, chosen by who follows it or lends. */
async function choose(ask: Ask): Promise<Answer> {
  const associationId = ask.params["association"] ?? "";
  const known = isUuid(associationId) ? await situationOf(ask.tx, associationId) : undefined;
  if (!known || !mayChoose(ask)) return notFound();
  const typed = ask.form.get("kit");
  const chosen = typed ? (await kitsOf(ask.tx)).find(({ id }) => id === typed) : undefined;
  if (typed && !chosen) return notFound();
  await saveStandardKit(ask.tx, known.id, chosen?.id ?? null, handOf(ask));
  return redirect(ask.view.href(`${associationUrls.tools(known.id)}`), "keeping.standard");
}

export const standardKitRoutes: Route[] = [
  get(kitUrls.asking(":id"), associationMember, askForKit),
  post(kitUrls.standard(":association"), anyStaff, choose),
];
