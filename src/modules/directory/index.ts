import type { Route } from "../../platform/http/ask.ts";
import type { SearchBeside } from "../language/index.ts";
import type { HomePart, ListingPart, ResultsPart } from "../communes/index.ts";
import type { NoteWriter } from "../../platform/notes.ts";
import { homeRoutes } from "./home/routes.ts";
import { listingRoutes } from "./listing/routes.ts";
import { writeNeeds } from "./needs/queries.ts";
import { needsRoutes } from "./needs/routes.ts";
import { resultsRoutes } from "./results/routes.ts";
import { selectionRoutes } from "./selection/routes.ts";
import { siteRoutes } from "./site/routes.ts";
import { vocabularyRoutes } from "./vocabulary/routes.ts";
import { writingRoutes } from "./writing/routes.ts";

export { directoryJobs, directoryPeriodic, keepingDirectoryTrue } from "./jobs.ts";
export { searchDirectory, type Found, type SearchAsk } from "./search/ask.ts";
export { refreshAll, type RefreshTools } from "./search/refresh.ts";
export { toolsOf } from "./search/tools.ts";
export { listedIds, listingsOf, type Listing, type ListingPlace } from "./listing/queries.ts";
export { lineFacts } from "./lines.tsx";
export { chosenLines } from "./selection/queries.ts";
export { addGroup } from "./vocabulary/queries.ts";

export { directoryPeople } from "./personal-data.ts";
export { urls as directoryUrls } from "./urls.ts";

/** Every address of the directory; `parts` is what other rooms add to the page of an association, the home page, the results and the addresses told to search engines, `besides` to the search. */
export const directoryRoutes = (
  parts: {
    listing: readonly ListingPart[];
    home: readonly HomePart[];
    results: readonly ResultsPart[];
    addresses: readonly SearchBeside["addresses"][];
  },
  besides: readonly SearchBeside[],
): Route[] => [
  ...homeRoutes(parts.home),
  ...resultsRoutes(parts.results),
  ...siteRoutes([...besides.map(({ addresses }) => addresses), ...parts.addresses]),
  ...listingRoutes(parts.listing),
  ...writingRoutes,
  ...selectionRoutes,
  ...vocabularyRoutes,
  ...needsRoutes,
];

/** What searches note. */
export const directoryNotes: Record<string, NoteWriter> = { search_need: writeNeeds };
