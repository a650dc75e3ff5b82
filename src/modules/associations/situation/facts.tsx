import type { Fact, View } from "../../../ui/index.ts";
import { valueWords } from "../history/words.tsx";
import { displayRna, displaySiret } from "../identity/numbers.ts";
import type { Field } from "../record/fields.ts";
import type { SituationSeen } from "./pages.tsx";
import type { VenueLine } from "./queries.ts";

/** Where it meets: the places, then the room. */
const Venues = ({ venues }: { venues: readonly VenueLine[] }) => (
  <ul class="plain">
    {venues.map((venue) => (
      <li>
        {venue.name}
        {venue.detail && `, ${venue.detail}`}
        {venue.address && <span class="soft"> {venue.address}</span>}
      </li>
    ))}
  </ul>
);

const shown: readonly Field[] = [
  "acronym",
  "aims",
  "themes",
  "publics",
  "schedule",
  "prices",
  "registration",
  "spokenLanguages",
  "accessYes",
  "accessNo",
  "accessNote",
  "website",
  "links",
  "keywords",
  "membersBand",
  "employeesBand",
  "legalForm",
  "createdOn",
  "successorRna",
];

/** The record in facts: what it says, where it meets, its numbers and seat. */
export function factsOf(view: View, { situation, names, venues }: SituationSeen): Fact[] {
  const { t } = view;
  const { record } = situation;
  const said = shown.filter((field) => {
    const value = record[field];
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
  });
  const seat = [record.seatStreet, record.seatComplement, record.seatPostcode, record.seatTown];
  const seatWords = seat.filter((part) => part).join(", ");
  const hidden = record.seatPublic ? "" : ` ${t("registry:one.seatHidden")}`;
  return [
    ...said.map((field) => ({
      term: t(`registry:field.${field}`),
      value: valueWords(view, field, record[field], names),
    })),
    {
      term: t("registry:one.places"),
      value: venues.length ? <Venues venues={venues} /> : t("registry:one.noPlace"),
    },
    { term: t("registry:field.rna"), value: record.rna && displayRna(record.rna) },
    { term: t("registry:field.siret"), value: record.siret && displaySiret(record.siret) },
    { term: t("registry:one.seat"), value: seatWords && seatWords + hidden },
  ];
}
