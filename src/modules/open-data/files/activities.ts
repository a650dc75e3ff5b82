import { activityUrls, type PublishedActivity } from "../../activities/index.ts";
import { codeWord } from "../../associations/index.ts";
import { patternWords, ruleOf } from "../../scheduling/index.ts";
import { spoken } from "../../../ui/phone.ts";
import { joined, type Column, type PublishedTable, type Words } from "./columns.ts";

type Row = PublishedActivity;
type Value = Column<Row>["value"];
const text = (name: string, value: Value): Column<Row> => ({ name, type: "string", value });
const said = (name: string, field: "what" | "priceNote" | "reductions" | "registration") =>
  text(name, ({ activity }) => activity.fields[field]);
const codes = (
  name: string,
  list: "theme" | "public" | "access",
  read: (row: Row) => readonly string[],
) => text(name, (row, { t }) => joined(read(row).map((code) => codeWord(t, list, code))));
const age = (name: string, field: "minAge" | "maxAge"): Column<Row> => ({
  name,
  type: "integer",
  constraints: { minimum: 0, maximum: 120 },
  value: ({ activity }) => activity.fields[field],
});
const place = (row: Row) => row.place ?? row.hours.find((one) => one.place)?.place;

/** Activities residents may read. */
export const activityTable = ({ t }: Words): PublishedTable<Row> => ({
  name: "activites",
  positions: (row) => {
    const places = [row.place, ...row.hours.map((one) => one.place)];
    const located = new Map(
      places.flatMap((one) =>
        one && one.latitude !== null && one.longitude !== null
          ? [[one.id, [one.longitude, one.latitude] as const]]
          : [],
      ),
    );
    return [...located.values()];
  },
  columns: [
    {
      name: "id",
      type: "string",
      constraints: { required: true, unique: true, pattern: "[0-9a-f-]{36}" },
      value: ({ activity }) => activity.id,
    },
    { ...text("titre", ({ activity }) => activity.fields.title), constraints: { required: true } },
    {
      name: "adresse_page",
      type: "string",
      format: "uri",
      constraints: { required: true },
      value: ({ activity }, { origin }) => origin + activityUrls.activity(activity.slug),
    },
    {
      ...text("association_id", ({ activity }) => activity.association.id),
      constraints: { required: true },
    },
    {
      ...text("association_nom", ({ activity }) => activity.association.name),
      constraints: { required: true },
    },
    {
      ...text("genre", ({ activity }, words) => words.t(`open-data:kind.${activity.kind}`)),
      constraints: {
        required: true,
        enum: [t("open-data:kind.regular"), t("open-data:kind.event")],
      },
    },
    text("saison", ({ activity: { season } }) =>
      season === null ? null : `${season}-${season + 1}`,
    ),
    said("description", "what"),
    codes("themes", "theme", ({ activity }) => activity.fields.themes),
    codes("publics", "public", ({ activity }) => activity.fields.publics),
    age("age_min", "minAge"),
    age("age_max", "maxAge"),
    text("niveau", ({ activity }, words) => words.t(`activities:level.${activity.fields.level}`)),
    codes("accessibilite", "access", ({ activity, hours }) => [
      ...activity.fields.accessYes,
      ...hours.flatMap((one) => one.place?.access ?? []),
    ]),
    text("langues", ({ activity }) => joined(activity.fields.spokenLanguages)),
    text("horaires", ({ hours }, words) =>
      joined(hours.map(({ series }) => patternWords(words.t, words.lang, series))),
    ),
    text("regles", ({ hours }) => joined(hours.map(({ series }) => ruleOf(series.rhythm)))),
    {
      name: "premier_jour",
      type: "date",
      value: ({ hours }) => hours.map(({ series }) => series.firstDay).sort()[0] ?? null,
    },
    {
      name: "dernier_jour",
      type: "date",
      value: ({ hours }) => {
        const ends = hours.map(({ series }) =>
          series.rhythm.kind === "once" ? series.firstDay : series.lastDay,
        );
        return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
      },
    },
    text("lieu", (row) => place(row)?.name ?? row.activity.fields.placeDetail),
    text("adresse", (row) => place(row)?.street ?? null),
    text("code_postal", (row) => place(row)?.postcode ?? null),
    text("commune", (row) => place(row)?.town ?? null),
    text("quartier", (row) => place(row)?.district ?? null),
    {
      name: "latitude",
      type: "number",
      constraints: { minimum: -90, maximum: 90 },
      value: (row) => place(row)?.latitude ?? null,
    },
    {
      name: "longitude",
      type: "number",
      constraints: { minimum: -180, maximum: 180 },
      value: (row) => place(row)?.longitude ?? null,
    },
    {
      name: "gratuit",
      type: "boolean",
      value: ({ activity: { fields } }) =>
        fields.priceKind === "unknown" ? null : fields.priceKind === "free",
    },
    {
      name: "prix_a_partir_de",
      type: "number",
      constraints: { minimum: 0 },
      value: ({ activity }) => activity.fields.priceFrom,
    },
    said("precision_prix", "priceNote"),
    said("reductions", "reductions"),
    text("essai", ({ activity }, words) => words.t(`activities:trial.${activity.fields.trial}`)),
    said("inscription", "registration"),
    text("lien_inscription", ({ activity }) => activity.fields.registrationUrl),
    text(
      "telephone",
      ({ activity: { fields } }) => fields.contactPhone && spoken(fields.contactPhone),
    ),
    text("courriel", ({ activity }) => activity.fields.contactEmail),
    { name: "confirmee_le", type: "date", value: ({ activity }) => activity.confirmedOn },
  ],
});
