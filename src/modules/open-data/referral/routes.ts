import { json } from "../../../platform/http/answer.ts";
import type { Ask, Route } from "../../../platform/http/ask.ts";
import { plainWords } from "../../associations/index.ts";
import { open, problem } from "../serving/open.ts";
import { urls } from "../urls.ts";
import { placesWanted, servicesWanted, type Wanted } from "./filters.ts";
import { openApi } from "./openapi.ts";
import { pageOf, readParameters } from "./reading.ts";
import type { Organization, Service, ServiceAtLocation } from "./shapes.ts";
import { taxonomies, taxonomyTerms } from "./taxonomies.ts";
import { wholeOf, type Whole } from "./whole.ts";

const profile = "https://github.com/OpenReferralUK/uk-profile";

/** Open Referral HSDS 3.0, with the parameters and the pages of its UK profile. */
export const referralRoutes: Route[] = [
  open(urls.referral, ({ view, tenant }) =>
    json({
      version: "HSDS 3.0",
      profile,
      openapi_url: view.origin + urls.referralOpenApi,
      // Beside what the standard asks: how a neighbouring commune knows whom it reads.
      publisher: { name: tenant.view.name },
    }),
  ),
  open(urls.referralOpenApi, (ask) =>
    json(openApi(ask.house.words("fr"), ask.view.origin, ask.tenant.view.name)),
  ),
  listed("organizations", async (ask, wanted) => {
    const { organizations } = await wholeOf(ask);
    const words = plainWords(wanted.search ?? "");
    return organizations.filter(({ name, alternate_name, description }) => {
      const text = fold([name, alternate_name, description].join(" "));
      return words.every((word) => text.includes(word));
    });
  }),
  one("organizations", ({ organizations, services }, id) => {
    const organization = organizations.find((each) => each.id === id);
    return organization && withServices(organization, services);
  }),
  listed("services", async (ask, wanted) =>
    servicesWanted((await wholeOf(ask)).services, wanted, fold),
  ),
  one("services", ({ services }, id) => services.find((each) => each.id === id)),
  listed("service_at_locations", async (ask, wanted) => {
    const { services } = await wholeOf(ask);
    return placesWanted(servicesWanted(services, wanted, fold).flatMap(atLocations), wanted);
  }),
  one("service_at_locations", ({ services }, id) => {
    const service = services.find((each) =>
      each.service_at_locations?.some((place) => place.id === id),
    );
    return service && atLocations(service).find((each) => each.id === id);
  }),
  listed("taxonomies", (ask) => taxonomies(ask.house.words("fr"))),
  listed("taxonomy_terms", (ask, { taxonomyId }) =>
    taxonomyTerms(ask.house.words("fr")).filter(
      (term) => taxonomyId === undefined || term.taxonomy_detail.id === taxonomyId,
    ),
  ),
];

function listed(
  list: string,
  things: (ask: Ask, wanted: Wanted) => Promise<readonly object[]> | readonly object[],
): Route {
  return open(urls.referralList(list), async (ask) => {
    const read = readParameters(ask);
    if ("wrong" in read) return problem(ask, 400, read.wrong);
    return json(pageOf(await things(ask, read.wanted), read.paging));
  });
}

function one(list: string, find: (whole: Whole, id: string) => object | undefined): Route {
  return open(urls.referralOne(list, ":id"), async (ask) => {
    const found = find(await wholeOf(ask), ask.params["id"] ?? "");
    return found ? json(found) : problem(ask, 404, ask.t("open-data:problem.unknown"));
  });
}

const fold = (text: string): string => plainWords(text).join(" ");

/** Its services, each in short: their own address gives the rest. */
const withServices = (organization: Organization, services: readonly Service[]) => ({
  ...organization,
  services: services
    .filter((service) => service.organization_id === organization.id)
    .map(({ id, organization_id, name, description, url, status }) => ({
      id,
      organization_id,
      name,
      ...(description ? { description } : {}),
      ...(url ? { url } : {}),
      status,
    })),
});

/** Each place of a service, with the service. */
const atLocations = ({
  service_at_locations: places = [],
  ...service
}: Service): ServiceAtLocation[] => places.map((place) => ({ ...place, service }));
