import {
  associationUrls,
  codeWord,
  freshnessLevels,
  legalForms,
  states,
} from "../../associations/index.ts";
import type { Listing } from "../../directory/index.ts";
import { spoken } from "../../../ui/phone.ts";
import { joined, type Column, type PublishedTable, type Words } from "./columns.ts";

type Value = Column<Listing>["value"];
const text = (name: string, value: Value): Column<Listing> => ({ name, type: "string", value });

const codes =
  (list: "theme" | "public" | "access", read: (listing: Listing) => readonly string[]): Value =>
  (listing, { t }) =>
    joined(read(listing).map((code) => codeWord(t, list, code)));

const contact =
  (part: "name" | "email" | "phone"): Value =>
  (listing) =>
    joined(
      listing.contacts.map((one) =>
        part === "phone" ? one.phone && spoken(one.phone) : one[part],
      ),
    );

const levelWord = ({ t }: Words, level: Listing["level"]) => t(`open-data:level.${level}`);

/** Associations residents may read, with what each lets be seen. */
export const associationTable = (words: Words): PublishedTable<Listing> => ({
  name: "associations",
  positions: (listing) =>
    listing.places.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [[lon, lat]])),
  columns: [
    {
      name: "id",
      type: "string",
      constraints: { required: true, unique: true, pattern: "[0-9a-f-]{36}" },
      value: ({ id }) => id,
    },
    { ...text("nom", ({ name }) => name), constraints: { required: true } },
    text("sigle", ({ acronym }) => acronym),
    {
      name: "adresse_page",
      type: "string",
      format: "uri",
      constraints: { required: true },
      value: ({ slug }, { origin }) => origin + associationUrls.listing(slug),
    },
    {
      ...text("etat", ({ state }, { t }) => codeWord(t, "state", state)),
      constraints: { required: true, enum: states.map((one) => codeWord(words.t, "state", one)) },
    },
    {
      ...text("forme", ({ legalForm }, { t }) => codeWord(t, "legalForm", legalForm)),
      constraints: { enum: legalForms.map((one) => codeWord(words.t, "legalForm", one)) },
    },
    text("rna", ({ rna }) => rna),
    {
      ...text("siret", ({ siret }) => siret),
      constraints: { pattern: "[0-9]{14}" },
    },
    { name: "creee_le", type: "date", value: ({ createdOn }) => createdOn },
    text("objet", ({ aims }) => aims),
    text(
      "themes",
      codes("theme", ({ themes }) => themes),
    ),
    text(
      "publics",
      codes("public", ({ publics }) => publics),
    ),
    text("langues", ({ languages }) => joined(languages)),
    text("horaires", ({ schedule }) => schedule),
    text("tarifs", ({ prices }) => prices),
    text("inscription", ({ registration }) => registration),
    text(
      "accessibilite",
      codes("access", ({ accessYes, places }) => [
        ...accessYes,
        ...places.flatMap((place) => place.accessYes),
      ]),
    ),
    text("lieux", ({ places }) => joined(places.map((place) => place.name))),
    text("adresse", ({ places }) => places[0]?.street ?? null),
    text("code_postal", ({ places }) => places[0]?.postcode ?? null),
    text("commune", ({ places }) => places[0]?.town ?? null),
    text("quartiers", ({ places }) => joined(places.map((place) => place.district))),
    {
      name: "latitude",
      type: "number",
      constraints: { minimum: -90, maximum: 90 },
      value: ({ places }) => places[0]?.lat ?? null,
    },
    {
      name: "longitude",
      type: "number",
      constraints: { minimum: -180, maximum: 180 },
      value: ({ places }) => places[0]?.lon ?? null,
    },
    text("siege", ({ seat }) => seat || null),
    text("site_web", ({ website }) => website),
    text("autres_liens", ({ links }) => joined(links)),
    text("contact_nom", contact("name")),
    text("contact_courriel", contact("email")),
    text("contact_telephone", contact("phone")),
    {
      name: "confirmee_le",
      type: "date",
      value: ({ confirmed }) => confirmed.find((one) => one.section === "places")?.on ?? null,
    },
    {
      ...text("fraicheur", ({ level }, used) => levelWord(used, level)),
      constraints: { required: true, enum: freshnessLevels.map((one) => levelWord(words, one)) },
    },
  ],
});
