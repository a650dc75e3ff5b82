import { dayOf } from "../../../platform/clock.ts";
import { file } from "../../../platform/http/answer.ts";
import type { Ask, Route } from "../../../platform/http/ask.ts";
import { markOf, open } from "../serving/open.ts";
import { urls } from "../urls.ts";
import { catalogueGraph } from "./graph.ts";
import { toJsonLd, toTurtle, type Node } from "./nodes.ts";

/** The catalogue portals read. */
export const catalogueRoutes: Route[] = [
  open(urls.catalogue("jsonld"), async (ask) =>
    file(
      JSON.stringify(toJsonLd(await graphOf(ask))),
      "application/ld+json",
      "catalogue.jsonld",
      true,
    ),
  ),
  open(urls.catalogue("ttl"), async (ask) =>
    file(toTurtle(await graphOf(ask)), "text/turtle; charset=utf-8", "catalogue.ttl", true),
  ),
];

async function graphOf({ house, tx, tenant, view, now }: Ask): Promise<Node[]> {
  const { since } = await markOf(tx, dayOf(now));
  const { name, email } = tenant.view;
  return catalogueGraph({
    t: house.words("fr"),
    origin: view.origin,
    commune: name,
    insee: tenant.insee,
    email,
    modified: since,
  });
}
