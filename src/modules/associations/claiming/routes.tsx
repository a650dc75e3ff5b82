import { page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { blankForm } from "../../../ui/index.ts";
import { isFull, underLimit } from "../../../platform/rate-limit.ts";
import { bucket, limited } from "../../people/index.ts";
import { holderByLink } from "../confirming/holder.ts";
import { sendAccessLink } from "../members/letters.ts";
import { isTrapped } from "../proposals/propose-routes.tsx";
import { requireListing } from "../proposals/report-routes.tsx";
import { urls } from "../urls.ts";
import { tryCode } from "./codes.ts";
import { unknownLetter } from "./letters.ts";
import { claimPage, codePage, requestedPage, sentPage, type Listed } from "./pages.tsx";
import { addRequest, claimLink, contactOf } from "./queries.ts";
import { codeFields, codeSchema, emailSchema, requestFields, requestSchema } from "./reading.ts";
import { requestPage } from "./request-page.tsx";
import { limits } from "./rules.ts";

const mayBeSent = (ask: Ask, email: string): Promise<Answer | undefined> =>
  limited(
    ask,
    { kind: "claim_visitor", who: ask.ip, ...limits.visitor },
    { kind: "claim_address", who: email, ...limits.address },
  );

/** A link to an address of the record, a kind letter to any other: the work and the answer are the same. */
async function answerAddress(ask: Ask, listing: Listed, email: string): Promise<void> {
  const contact = await contactOf(ask.tx, listing.id, email);
  if (!contact) return unknownLetter(ask, email, listing);
  const asked = { associationId: listing.id, email, name: contact.name };
  const { token, invited } = await claimLink(ask.tx, asked, ask.now);
  return sendAccessLink(ask, invited, listing.name, token);
}

/** Taking a listing in hand: by an address the town hall knows, by a code it gave, or by asking it. */
export const claimingRoutes: Route[] = [
  get(urls.claim(":slug"), anyone, async (ask) =>
    page(claimPage(ask.view, await requireListing(ask), blankForm)),
  ),
  post(urls.claim(":slug"), anyone, async (ask) => {
    const listing = await requireListing(ask);
    const done = redirect(ask.view.href(urls.claimSent(listing.slug)));
    if (isTrapped(ask)) return done;
    const shaped = shape(ask.t, emailSchema, ask.form, ["email"]);
    if ("problems" in shaped)
      return page(claimPage(ask.view, listing, formState(ask.form, shaped.problems)), 422);
    const { email } = shaped.value;
    const tooMany = await mayBeSent(ask, email);
    if (tooMany) return tooMany;
    await answerAddress(ask, listing, email);
    return done;
  }),
  get(urls.claimSent(":slug"), anyone, async (ask) =>
    page(sentPage(ask.view, await requireListing(ask))),
  ),

  // A confirmation link lives for weeks and is passed on: it brings the link to its own address, it does not open the space.
  post(urls.claimByLink(":token"), anyone, async (ask) => {
    const holder = await holderByLink(ask);
    const email = holder !== "over" && holder.contact?.email?.toLowerCase();
    if (holder === "over" || !email) return redirect(ask.view.href(urls.confirm(ask.params["token"] ?? ""))); // prettier-ignore
    const tooMany = await mayBeSent(ask, email);
    if (tooMany) return tooMany;
    const { id, slug, record } = holder.situation;
    await answerAddress(ask, { id, slug, name: record.name }, email);
    return redirect(ask.view.href(urls.claimSent(slug)));
  }),

  get(urls.claimCode, anyone, (ask) => page(codePage(ask.view, blankForm, false))),
  post(urls.claimCode, anyone, (ask) => answerCode(ask)),
  get(urls.claimCodeSent, anyone, (ask) => page(sentPage(ask.view, undefined))),

  get(urls.claimRequest(":slug"), anyone, async (ask) =>
    page(requestPage(ask.view, await requireListing(ask), blankForm)),
  ),
  post(urls.claimRequest(":slug"), anyone, async (ask) => {
    const listing = await requireListing(ask);
    const done = redirect(ask.view.href(urls.claimRequested(listing.slug)));
    if (isTrapped(ask)) return done;
    const shaped = shape(ask.t, requestSchema, ask.form, requestFields);
    if ("problems" in shaped)
      return page(requestPage(ask.view, listing, formState(ask.form, shaped.problems)), 422);
    const tooMany = await limited(ask, { kind: "claim_request", who: ask.ip, ...limits.requests });
    if (tooMany) return tooMany;
    await addRequest(ask.tx, { associationId: listing.id, ...shaped.value }, ask.now);
    return done;
  }),
  get(urls.claimRequested(":slug"), anyone, async (ask) =>
    page(requestedPage(ask.view, await requireListing(ask))),
  ),
];

const wrongCodes = bucket("claim_codes_wrong", "everyone");

async function answerCode(ask: Ask): Promise<Answer> {
  const { max, minutes } = limits.wrongCodes;
  const guarded = await isFull(ask.tx, wrongCodes, max, minutes, ask.now);
  const again = (problems: readonly Problem[]) =>
    page(codePage(ask.view, formState(ask.form, problems), guarded), 422);
  const shaped = shape(ask.t, codeSchema, ask.form, codeFields);
  if ("problems" in shaped) return again(shaped.problems);
  const { code, email, association } = shaped.value;
  // Asked before the code is looked at: the answer says nothing of it, and it costs no try.
  if (guarded && !association)
    return again([{ field: "association", sentence: ask.t("claiming:problem.association") }]);
  const tooMany = await limited(ask, { kind: "claim_code", who: ask.ip, ...limits.codes });
  if (tooMany) return tooMany;
  const known = await tryCode(ask.tx, code, guarded ? association : undefined, ask.now);
  if (!known) {
    if (!(await underLimit(ask.house.database, ask.tenant.id, wrongCodes, max, minutes, ask.now)))
      ask.house.log.warn({ commune: ask.tenant.id }, "many wrong codes are tried at /code");
    const sentence = ask.t(guarded ? "claiming:problem.codeOrName" : "claiming:problem.code");
    return again([{ field: "code", sentence }]);
  }
  const asked = { associationId: known.associationId, email, codeId: known.id };
  const { token, invited } = await claimLink(ask.tx, asked, ask.now);
  await sendAccessLink(ask, invited, known.name, token);
  return redirect(ask.view.href(urls.claimCodeSent));
}
