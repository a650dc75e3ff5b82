import { readRna, themes as known, themesOfWords, type Theme } from "../../associations/index.ts";
import { cleaned, linkOf, withoutContacts } from "./clean.ts";
import { organizationShape, serviceShape, type Organization } from "./shapes.ts";

/** What is kept of a neighbour's association: nobody's name, address nor number. */
export type Item = {
  id: string;
  rna: string | null;
  name: string;
  acronym: string | null;
  purpose: string | null;
  themes: Theme[];
  town: string | null;
  latitude: number | null;
  longitude: number | null;
  url: string | null;
};

/** Why a thing of a list is not kept: it is not what the standard says, it has no name, it is there twice, it is ours. */
export const leftOutReasons = ["shape", "nameless", "double", "ours"] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export type LeftOut = Partial<Record<LeftOutReason, number>>;

export type ListKind = "organizations" | "services";

/** What a list says so far: associations, each once, and what was left out. */
export class Gathered {
  readonly items = new Map<string, Item>();
  readonly leftOut: LeftOut = {};
  private readonly rnas = new Set<string>();

  add(kind: ListKind, raw: unknown): void {
    const organization = kind === "services" ? organizationOfService(raw) : parsed(raw);
    if (!organization) return this.leave("shape");
    const item = itemOf(organization);
    if (!item) return this.leave("nameless");
    const before = this.items.get(item.id);
    // Several services of one association say its themes and its town each in part.
    if (before && kind === "services") return this.join(before, item);
    if (before || (item.rna && this.rnas.has(item.rna))) return this.leave("double");
    if (item.rna) this.rnas.add(item.rna);
    this.items.set(item.id, item);
  }

  /** Leaves out what the commune itself publishes, come back through somebody else. */
  leaveOurs(ids: readonly string[]): void {
    for (const id of ids) if (this.items.delete(id)) this.leave("ours");
  }

  private join(before: Item, item: Item): void {
    before.themes = [...new Set([...before.themes, ...item.themes])];
    before.town ??= item.town;
    if (before.latitude === null)
      [before.latitude, before.longitude] = [item.latitude, item.longitude];
  }

  private leave(reason: LeftOutReason): void {
    this.leftOut[reason] = (this.leftOut[reason] ?? 0) + 1;
  }
}

const parsed = (raw: unknown): Organization | undefined => organizationShape.safeParse(raw).data;

/** Who offers a service, with what only the service says of them. */
function organizationOfService(raw: unknown): Organization | undefined {
  const service = serviceShape.safeParse(raw).data;
  if (!service) return undefined;
  const { organization, attributes, service_at_locations: places = [] } = service;
  return {
    ...organization,
    attributes: [...(organization.attributes ?? []), ...(attributes ?? [])],
    locations: [
      ...(organization.locations ?? []),
      ...places.flatMap(({ location }) => location ?? []),
    ],
  };
}

/** A text of theirs as it is kept, if anything is left of it. */
const said = (text: string | undefined, most: number): string | null =>
  cleaned(withoutContacts(cleaned(text ?? "", 2000)), most) || null;

function itemOf(organization: Organization): Item | undefined {
  const name = said(organization.name, 200);
  if (!name) return undefined;
  const { locations = [] } = organization;
  const placed = locations.find(
    ({ latitude, longitude }) => latitude !== undefined && longitude !== undefined,
  );
  const cities = locations.flatMap(({ addresses = [] }) =>
    addresses.flatMap(({ city }) => said(city, 120) ?? []),
  );
  return {
    id: organization.id,
    rna: rnaOf(organization),
    name,
    acronym: said(organization.alternate_name, 60),
    purpose: said(organization.description, 400),
    themes: themesOf(organization),
    town: cities[0] ?? null,
    latitude: placed?.latitude ?? null,
    longitude: placed?.longitude ?? null,
    url: linkOf(organization.uri) ?? linkOf(organization.website) ?? null,
  };
}

/** Its number in the national registry, in the form ours have. */
function rnaOf({ organization_identifiers: identifiers = [] }: Organization): string | null {
  for (const { identifier_type: type, identifier_scheme: scheme, identifier } of identifiers) {
    if (!/rna|waldec/i.test(`${type} ${scheme}`)) continue;
    const read = readRna(identifier.slice(0, 60));
    if ("value" in read) return read.value;
  }
  return null;
}

/** Its themes among ours: by their codes, else by the words of its terms. */
function themesOf({ attributes = [] }: Organization): Theme[] {
  const terms = attributes.slice(0, 50).flatMap((one) => one.taxonomy_term ?? []);
  const codes = known.filter((theme) => terms.some(({ code }) => code === theme));
  if (codes.length) return codes;
  const words = terms.map(({ name }) => name?.slice(0, 100) ?? "").join(" ");
  return words.trim() ? themesOfWords(words).slice(0, 3) : [];
}
