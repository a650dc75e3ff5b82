import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone, associationMember, type Who } from "../../../platform/http/person.ts";
import { underLimit } from "../../../platform/rate-limit.ts";
import { publish } from "../../communes/index.ts";
import type { Section } from "../codes.ts";
import { sectionStates } from "../freshness/queries.ts";
import { situationOf } from "../record/queries.ts";
import { venueLines } from "../situation/queries.ts";
import { urls } from "../urls.ts";
import { entriesOf } from "../../journal/index.ts";
import { mayTakeBack } from "../space/rules.ts";
import { correctionRoutes } from "./correction-routes.tsx";
import { holderByLink, holderInSpace, type Holder } from "./holder.ts";
import { askToConfirm } from "./letter.ts";
import { confirmPage, overPage, sentPage } from "./pages.tsx";
import { confirmSections, lastEdit, linkOf } from "./queries.ts";

type Find = (ask: Ask) => Promise<Holder | "over">;

/** A link that serves no more: gone, with the way to another when its contact is still there. */
async function answerOver(ask: Ask): Promise<Answer> {
  const token = ask.params["token"] ?? "";
  const known = await linkOf(ask.tx, token);
  return page(overPage(ask.view, known?.contactId ? urls.confirmRenewal(token) : undefined), 410);
}

const holderRoutes = (base: string, who: Who, find: Find): Route[] => [
  get(base, who, async (ask) => {
    const holder = await find(ask);
    if (holder === "over") return answerOver(ask);
    const { id } = holder.situation;
    const states = await sectionStates(ask.tx, id, dayOf(ask.now));
    const venues = await venueLines(ask.tx, id);
    const undo = await justSaved(ask, holder);
    return page(confirmPage(ask.view, { holder, states, venues, undo }));
  }),
  post(base, who, async (ask) => {
    const holder = await find(ask);
    if (holder === "over") return answerOver(ask);
    const said = saidIn(ask, holder);
    if (!said.length) return redirect(ask.view.href(holder.base));
    await confirmSections(ask.tx, holder.situation.id, said, { ...holder.act, at: ask.now });
    await holder.done(said);
    await publish(ask.tx);
    const left = holder.asked.some((one) => ![...holder.confirmed, ...said].includes(one));
    // When nothing is left, the page itself says thank you.
    return redirect(ask.view.href(holder.base), left ? "confirming.confirmed" : undefined);
  }),
  ...correctionRoutes(base, who, find, answerOver),
];

/** Where what somebody signed in saved a moment ago is taken back, when the history can. */
async function justSaved(ask: Ask, { act, situation }: Holder): Promise<string | undefined> {
  if (ask.query.get("fait") !== "confirming.corrected" || act.how !== "site" || !ask.person)
    return undefined;
  const { id } = situation;
  const entry = await lastEdit(ask.tx, id, ask.person.id, ask.now);
  const [line] = entry ? await entriesOf(ask.tx, [entry]) : [];
  const owner = ask.person.associations.some((one) => one.id === id && one.role === "owner");
  return line && mayTakeBack(line, owner) ? urls.spaceUndo(id, line.id) : undefined;
}

/** What is confirmed: all that is left, or the sections named; a link says each of its sections once. */
function saidIn(ask: Ask, { asked, confirmed }: Holder): Section[] {
  const typed = ask.form.all("section");
  const left = asked.filter((section) => !confirmed.includes(section));
  return typed.includes("all") ? left : left.filter((section) => typed.includes(section));
}

export const confirmingRoutes: Route[] = [
  post(urls.confirmRenewal(":token"), anyone, async (ask) => {
    const link = await linkOf(ask.tx, ask.params["token"] ?? "");
    if (!link) return notFound();
    const { database } = ask.house;
    const bucket = `confirm_renewal:${link.id}`;
    const within = await underLimit(database, ask.tenant.id, bucket, 2, 24 * 60, ask.now);
    const situation = await situationOf(ask.tx, link.associationId);
    const contact = situation?.contacts.find(({ id }) => id === link.contactId);
    if (within && situation && !situation.mergedInto && contact?.email)
      await askToConfirm(ask, situation, { ...contact, email: contact.email });
    return page(sentPage(ask.view));
  }),
  ...holderRoutes(urls.confirm(":token"), anyone, holderByLink),
  ...holderRoutes(urls.spaceConfirm(":id"), associationMember, holderInSpace),
];
