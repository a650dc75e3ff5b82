import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { spoken } from "../../../ui/phone.ts";
import type { FormState } from "../../../ui/index.ts";
import type { Situation } from "../record/fields.ts";
import { situationOf } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { publishedValues } from "./correction.ts";
import { isTrapped, mayStillSend } from "./propose-routes.tsx";
import { addProposal, listingOf } from "./queries.ts";
import { reportFields, reportSchema } from "./reading.ts";
import { reportedPage, reportPage, topicPage } from "./report-pages.tsx";
import { changedIn, correctedIn, topics, type Proposed, type Topic } from "./rules.ts";

/** The public listing an address names, or nothing here. */
export const requireListing = async (ask: Ask) =>
  (await listingOf(ask.tx, ask.params["slug"] ?? "")) ?? notFound();

const topicOf = (text: string): Topic | undefined => topics.find((topic) => topic === text);

/** What the page publishes, in the fields of the subject. */
function publishedForm(situation: Situation, topic: Topic): FormState {
  const { phone, ...rest } = publishedValues(situation, correctedIn[topic]);
  const values = { ...rest, ...(phone ? { phone: spoken(phone) } : {}), topic };
  return {
    values: Object.fromEntries(Object.entries(values).map(([name, said]) => [name, said ?? ""])),
    errors: {},
  };
}

export const reportRoutes: Route[] = [
  get(urls.report(":slug"), anyone, async (ask) => {
    const listing = await requireListing(ask);
    const topic = topicOf(ask.query.get("sujet") ?? "");
    if (!topic) return page(topicPage(ask.view, listing));
    const situation = (await situationOf(ask.tx, listing.id)) ?? notFound();
    return page(reportPage(ask.view, { listing, topic, form: publishedForm(situation, topic) }));
  }),
  get(urls.reportDone(":slug"), anyone, async (ask) =>
    page(reportedPage(ask.view, await requireListing(ask))),
  ),

  post(urls.report(":slug"), anyone, async (ask) => {
    const listing = await requireListing(ask);
    const done = redirect(ask.view.href(urls.reportDone(listing.slug)));
    if (isTrapped(ask)) return done;
    const topic = topicOf(ask.form.get("topic"));
    if (!topic) return page(topicPage(ask.view, listing, ask.t("proposals:problem.topic")), 422);
    const wrong = (problems: readonly Problem[], status: 422 | 429 = 422) =>
      page(reportPage(ask.view, { listing, topic, form: formState(ask.form, problems) }), status);
    // A field that was not on the form proposes nothing.
    const fields = correctedIn[topic].filter((field) => ask.form.has(field));
    const shaped = shape(ask.t, reportSchema(fields), ask.form, [...reportFields, ...fields]);
    if ("problems" in shaped) return wrong(shaped.problems);
    const { topic: _, body, senderEmail, ...typed } = shaped.value;
    const situation = (await situationOf(ask.tx, listing.id)) ?? notFound();
    const proposed = changedIn(publishedValues(situation, fields), typed as Proposed);
    if (!Object.keys(proposed).length && body.length < 3)
      return wrong([{ field: fields[0] ?? "body", sentence: ask.t(whatLacks(fields.length)) }]);
    if (!(await mayStillSend(ask)))
      return wrong([{ field: "", sentence: ask.t("proposals:problem.limit") }], 429);
    const said = { kind: "error", name: listing.name, associationId: listing.id, topic } as const;
    await addProposal(ask.tx, { ...said, body, senderEmail, proposed }, ask.now);
    return done;
  }),
];

const whatLacks = (fields: number) =>
  fields ? ("proposals:problem.unchanged" as const) : ("proposals:problem.body" as const);
