import type { Tx } from "../../../platform/db/database.ts";
import { notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { anyone } from "../../../platform/http/person.ts";
import { blankForm } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { isTrapped, mayStillSend } from "./propose-routes.tsx";
import { addProposal } from "./queries.ts";
import { reportFields, reportSchema } from "./reading.ts";
import { reportedPage, reportPage } from "./report-pages.tsx";

/** The public listing an address names. */
const listingOf = (tx: Tx, slug: string) =>
  tx
    .selectFrom("association")
    .select(["association_id as id", "slug", "name"])
    .where("slug", "=", slug)
    .where("listed", "=", true)
    .where("merged_into", "is", null)
    .executeTakeFirst();

const requireListing = async (ask: Ask) =>
  (await listingOf(ask.tx, ask.params["slug"] ?? "")) ?? notFound();

export const reportRoutes: Route[] = [
  get(urls.report(":slug"), anyone, async (ask) =>
    page(reportPage(ask.view, await requireListing(ask), blankForm)),
  ),
  get(urls.reportDone(":slug"), anyone, async (ask) =>
    page(reportedPage(ask.view, await requireListing(ask))),
  ),

  post(urls.report(":slug"), anyone, async (ask) => {
    const listing = await requireListing(ask);
    const done = redirect(ask.view.href(urls.reportDone(listing.slug)));
    if (isTrapped(ask)) return done;
    const wrong = (problems: readonly Problem[], status: 422 | 429 = 422) =>
      page(reportPage(ask.view, listing, formState(ask.form, problems)), status);
    const shaped = shape(ask.t, reportSchema, ask.form, reportFields);
    if ("problems" in shaped) return wrong(shaped.problems);
    if (!(await mayStillSend(ask)))
      return wrong([{ field: "", sentence: ask.t("proposals:problem.limit") }], 429);
    const said = { kind: "error", name: listing.name, associationId: listing.id } as const;
    await addProposal(ask.tx, { ...said, ...shaped.value }, ask.now);
    return done;
  }),
];
