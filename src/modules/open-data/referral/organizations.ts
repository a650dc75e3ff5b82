import { associationUrls, codeWord } from "../../associations/index.ts";
import type { Listing } from "../../directory/index.ts";
import { spoken } from "../../../ui/phone.ts";
import { derivedId } from "./ids.ts";
import { locationOf, whereListed } from "./locations.ts";
import type { Contact, Organization } from "./shapes.ts";
import { attributesOf } from "./taxonomies.ts";
import { mailAddress, said, webAddress, type Making } from "./values.ts";

/** An association as an organization. */
export function organizationOf(making: Making, listing: Listing): Organization {
  const { t, origin } = making;
  const { id } = listing;
  const contacts = contactsOf(listing);
  return said({
    id,
    name: listing.name,
    alternate_name: listing.acronym,
    description: descriptionOf(making, listing),
    email: contacts.find((one) => one.email)?.email,
    website: webAddress(listing.website),
    uri: origin + associationUrls.listing(listing.slug),
    logo: listing.logo && `${origin}/fichiers/${listing.logo}`,
    year_incorporated: listing.createdOn && Number(listing.createdOn.slice(0, 4)),
    legal_status: codeWord(t, "legalForm", listing.legalForm),
    contacts,
    locations: listing.places.map((place) => locationOf(making, whereListed(place))),
    organization_identifiers: (["rna", "siret"] as const).flatMap((kind) => {
      const identifier = listing[kind];
      if (!identifier) return [];
      const identifier_type = kind.toUpperCase();
      return [{ id: derivedId(id, kind), organization_id: id, identifier_type, identifier }];
    }),
    attributes: attributesOf(t, "organization", id, {
      theme: listing.themes,
      public: listing.publics,
    }),
  }) as Organization;
}

/** What it does; the standard wants a text, so what it is when nobody wrote one. */
export const descriptionOf = ({ t, commune }: Making, { aims, themes }: Listing): string =>
  aims?.trim() ||
  t("open-data:referral.association", {
    commune,
    themes: themes.map((code) => codeWord(t, "theme", code)).join(", "),
  }).replace(/[\s\u202f]*:\s*$/, "");

/** How to reach it, as each contact lets be seen: a name only when that name is shown. */
export const contactsOf = (listing: Listing): Contact[] =>
  listing.contacts.map(
    ({ id, name, role, email, phone }) =>
      said({
        id,
        name,
        title: role,
        email: mailAddress(email),
        phones: phone ? [{ id: derivedId(id, "phone"), number: spoken(phone) }] : [],
      }) as Contact,
  );
