import {
  activityUrls,
  agesWords,
  priceWords,
  type PublishedActivity,
} from "../../activities/index.ts";
import { associationUrls, codeWord } from "../../associations/index.ts";
import type { Listing } from "../../directory/index.ts";
import { licence } from "../serving/licence.ts";
import { spoken } from "../../../ui/phone.ts";
import { derivedId } from "./ids.ts";
import { locationOf, whereActive, whereListed, type Where } from "./locations.ts";
import { contactsOf, descriptionOf } from "./organizations.ts";
import { scheduleOf } from "./schedules.ts";
import type { Contact, Organization, Service, Status } from "./shapes.ts";
import { attributesOf } from "./taxonomies.ts";
import { mailAddress, said, webAddress, type Making } from "./values.ts";

const statusOf: Record<Listing["state"], Status> = {
  active: "active",
  dormant: "temporarily closed",
  ceased: "defunct",
};

/** An activity as a service of its association. */
export function serviceOfActivity(
  making: Making,
  row: PublishedActivity,
  { state }: Listing,
  organization: Organization,
): Service {
  const { t, origin, changedAt } = making;
  const { id, slug, fields, confirmedOn } = row.activity;
  const atPlace = (placeId: string) => derivedId(id, placeId);
  const places = new Map(
    [row.place, ...row.hours.map((one) => one.place)].flatMap((one) =>
      one ? [[one.id, one]] : [],
    ),
  );
  const price = [priceWords(t, "fr", fields), fields.priceNote, fields.reductions];
  const schedules = row.hours.map((hours) =>
    scheduleOf(making, id, hours, hours.place && atPlace(hours.place.id)),
  );
  return said({
    ...frame(making, id, organization),
    name: fields.title,
    description: fields.what,
    url: origin + activityUrls.activity(slug),
    email: mailAddress(fields.contactEmail),
    status: statusOf[state],
    fees_description: price.filter(Boolean).join(". "),
    application_process: [fields.registration, webAddress(fields.registrationUrl)]
      .filter(Boolean)
      .join(" "),
    eligibility_description: [agesWords(t, "fr", fields), ...publicWords(making, fields.publics)]
      .filter(Boolean)
      .join(", "),
    minimum_age: fields.minAge,
    maximum_age: fields.maxAge,
    assured_date: confirmedOn,
    last_modified: changedAt.get(id),
    schedules,
    service_at_locations: [...places.values()].map((place) => ({
      id: atPlace(place.id),
      service_id: id,
      location_id: place.id,
      location: locationOf(making, whereActive(place)),
      schedules: schedules.filter((one) => one.service_at_location_id === atPlace(place.id)),
    })),
    languages: languagesOf(id, fields.spokenLanguages),
    cost_options:
      fields.priceKind === "unknown"
        ? []
        : [
            said({
              id: derivedId(id, "cost"),
              service_id: id,
              option: priceWords(t, "fr", fields) ?? "",
              amount: fields.priceKind === "free" ? 0 : fields.priceFrom,
              currency: "EUR",
            }),
          ],
    contacts: reachedBy(id, fields),
    attributes: attributesOf(t, "service", id, { theme: fields.themes, public: fields.publics }),
  }) as Service;
}

/** An association that publishes no activity, as one service: else whoever reads services alone would not know of it. */
export function serviceOfAssociation(
  making: Making,
  listing: Listing,
  organization: Organization,
): Service {
  const { t, origin, changedAt } = making;
  const id = derivedId(listing.id, "service");
  const places = listing.places.map((place) => whereListed(place));
  const contacts = contactsOf(listing);
  return said({
    ...frame(making, id, organization),
    name: listing.name,
    description: descriptionOf(making, listing),
    url: origin + associationUrls.listing(listing.slug),
    email: contacts.find((one) => one.email)?.email,
    status: statusOf[listing.state],
    fees_description: listing.prices,
    application_process: listing.registration,
    eligibility_description: publicWords(making, listing.publics).join(", "),
    assured_date: listing.confirmed.find(({ section }) => section === "places")?.on,
    last_modified: changedAt.get(listing.id),
    schedules: listing.schedule
      ? [{ id: derivedId(id, "schedule"), service_id: id, description: listing.schedule }]
      : [],
    service_at_locations: places.map((place: Where) => ({
      id: derivedId(id, place.id),
      service_id: id,
      location_id: place.id,
      location: locationOf(making, place),
    })),
    languages: languagesOf(id, listing.languages),
    contacts,
    attributes: attributesOf(t, "service", id, { theme: listing.themes, public: listing.publics }),
  }) as Service;
}

const frame = ({ commune }: Making, id: string, organization: Organization) => ({
  id,
  organization_id: organization.id,
  organization,
  licenses: licence.name,
  service_areas: [
    { id: derivedId(id, "area"), service_id: id, name: commune, extent_type: "text" },
  ],
});

const publicWords = ({ t }: Making, codes: readonly string[]) =>
  codes.map((code) => codeWord(t, "public", code));

const languagesOf = (id: string, codes: readonly string[]) =>
  codes.map((code) => ({ id: derivedId(id, "language", code), service_id: id, code }));

/** What its association wrote to be reached about it; never the name of somebody. */
function reachedBy(
  id: string,
  fields: { contactPhone: string | null; contactEmail: string | null },
): Contact[] {
  const email = mailAddress(fields.contactEmail);
  if (!fields.contactPhone && !email) return [];
  const contact = derivedId(id, "contact");
  const phones = fields.contactPhone
    ? [{ id: derivedId(contact, "phone"), number: spoken(fields.contactPhone) }]
    : [];
  return [said({ id: contact, email, phones }) as Contact];
}
