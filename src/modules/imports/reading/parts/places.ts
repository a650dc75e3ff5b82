import type { Address, PlaceFacts } from "../../../associations/index.ts";
import type { Cells } from "../cells.ts";
import {
  cleanInsee,
  cleanPostcode,
  cleanStreet,
  cleanStreetLine,
  cleanTown,
} from "../cleaning/addresses.ts";
import { cleanPoint, cleanPointInOne, type Point } from "../cleaning/coordinates.ts";
import { cleanName } from "../cleaning/names.ts";
import { cleanText, said } from "../cleaning/text.ts";
import type { ValueWarning } from "../understand.ts";
import type { Named } from "./identity.ts";

type Warn = (warning: ValueWarning) => void;

/** A file that names places gives their addresses; any other gives seats, which are never published by default. */
export function seatIn(cells: Cells, named: Named, warn: Warn): Address | undefined {
  if (aboutPlaces(cells)) return undefined;
  const address = addressIn(cells, warn);
  const seat = said<Address>({
    ...address,
    town: address.town ?? named.town,
    complement: address.complement ?? cleanStreetLine(named.complement),
  });
  return Object.keys(seat).length === 0 ? undefined : seat;
}

export function placesIn(cells: Cells, warn: Warn): PlaceFacts[] | undefined {
  if (!aboutPlaces(cells)) return undefined;
  const address = addressIn(cells, warn);
  const group = placeName(cells.one("place_group"));
  const own = placeName(cells.one("place"));
  const name = own ?? group ?? address.street;
  const point = pointIn(cells, warn);
  if (name === undefined) return undefined;
  const complement = own === undefined ? address.complement : (address.complement ?? group);
  const place: PlaceFacts = {
    name,
    ...said<PlaceFacts>({
      ...address,
      name,
      complement: complement === name ? undefined : complement,
      district: cleanText(cells.one("district")),
      latitude: point?.latitude,
      longitude: point?.longitude,
    }),
  };
  return [place];
}

function aboutPlaces(cells: Cells): boolean {
  return cells.has("place") || cells.has("place_group");
}

/** Words written where a place was awaited, that name none. */
const notAPlace =
  /^(?:complexe (?:priv[ée]|hors .*)|ext[ée]rieurs? d.*|divers|autres?|non pr[ée]cis[ée])$/i;

function placeName(cell: string | undefined): string | undefined {
  const name = cleanName(cell);
  return name === undefined || notAPlace.test(name) ? undefined : name;
}

function pointIn(cells: Cells, warn: Warn): Point | undefined {
  const [latitude, longitude] = [cells.one("latitude"), cells.one("longitude")];
  const inOne = cells.one("point") ?? (longitude === undefined ? latitude : undefined);
  const point = cleanPoint(latitude, longitude) ?? cleanPointInOne(inOne);
  if (point === undefined && cleanText(inOne ?? latitude) !== undefined)
    warn("coordinates_out_of_range");
  return point;
}

function addressIn(cells: Cells, warn: Warn): Partial<Address> {
  const together = /^\s*(\d{4,5})\s+(.*)$/.exec(cells.one("postcode_and_town") ?? "");
  const postcode = cleanPostcode(cells.one("postcode") ?? together?.[1]);
  const townCell = cells.one("town") ?? together?.[2];
  const town = cleanTown(townCell);
  if (town === undefined && cleanText(townCell) !== undefined) warn("town_is_not_a_town");
  if (postcode === undefined && /[1-9a-z]/i.test(cells.one("postcode") ?? ""))
    warn("postcode_unreadable");
  const streets = cells.all("street").map(cleanStreetLine);
  const complements = cells.all("complement").map(cleanStreetLine);
  return said<Address>({
    street: cleanStreet({
      number: cells.one("street_number"),
      repetition: cells.one("street_repetition"),
      kind: cells.one("street_kind"),
      street: joined(streets),
    }),
    complement: joined(complements),
    postcode,
    town,
    insee: cleanInsee(cells.one("insee")),
  });
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : [...new Set(said)].join(", ");
}
