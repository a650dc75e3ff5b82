import qrcode from "qrcode";
import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, type Answer } from "../../../platform/http/answer.ts";
import { get, type Ask, type Route } from "../../../platform/http/ask.ts";
import { anyone } from "../../../platform/http/person.ts";
import { allowingTiles } from "../../../platform/http/security.ts";
import type { ListingPart } from "../../communes/index.ts";
import { publicPapersOf } from "../../associations/index.ts";
import { mapOf } from "../results/routes.ts";
import { searchFrom } from "../results/address.ts";
import { urls } from "../urls.ts";
import { listingPage } from "./pages.tsx";
import { posterPage } from "./poster.tsx";
import { readingOf } from "./reading.tsx";
import { listingBySlug, type Listing } from "./queries.ts";

/** The page of an association, with what other rooms say of it. */
export const listingRoutes = (parts: readonly ListingPart[]): Route[] => [
  get(
    urls.association(":slug"),
    anyone,
    (ask) =>
      withListing(ask, urls.association, async (listing) => {
        ask.count("association", listing.id);
        const { chosen } = searchFrom(ask.query);
        const ground = await mapOf(ask.tx);
        const said = [];
        for (const part of parts) said.push(await part(ask, listing));
        const papers = await publicPapersOf(ask.tx, listing.id);
        const today = dayOf(ask.now);
        const reading = readingOf(ask, listing);
        const html = listingPage(ask.view, { listing, reading, ground, chosen, said, papers, today }); // prettier-ignore
        return allowingTiles(page(html), ask.view);
      }),
    { cached: true },
  ),
  get(
    urls.qr(":slug"),
    anyone,
    (ask) =>
      withListing(ask, urls.qr, async (listing) => ({
        status: 200,
        headers: { "content-type": "image/svg+xml" },
        body: await qrcode.toString(ask.view.origin + urls.association(listing.slug), {
          type: "svg",
          margin: 2,
          errorCorrectionLevel: "M",
        }),
      })),
    { cached: true },
  ),
  get(
    urls.poster(":slug"),
    anyone,
    (ask) =>
      withListing(ask, urls.poster, (listing) =>
        page(posterPage(ask.view, listing, readingOf(ask, listing))),
      ),
    { cached: true },
  ),
];

/** Answers for a listed association; leads to the kept one when it was merged. */
export async function withListing(
  ask: Ask,
  address: (slug: string) => string,
  answer: (listing: Listing) => Promise<Answer> | Answer,
): Promise<Answer> {
  const destination = await listingBySlug(ask.tx, ask.params["slug"] ?? "", dayOf(ask.now));
  if (!destination) return notFound();
  if ("listing" in destination) return answer(destination.listing);
  const location = ask.view.href(address(destination.movedTo));
  return { status: 301, headers: { location, "cache-control": "no-cache" }, body: undefined };
}
