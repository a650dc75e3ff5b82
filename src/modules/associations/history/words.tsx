import { longDay } from "../../../ui/dates.ts";
import { spoken } from "../../../ui/phone.ts";
import type { HistoryLine } from "../../journal/index.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import type { View } from "../../../ui/index.ts";
import type { ContactShown } from "../contacts/write.ts";
import type { Section } from "../codes.ts";
import { columnOf, type Field } from "../record/fields.ts";
import type { MemberRole } from "../members/rules.ts";
import { designationTold } from "../designations/told.tsx";
import { supportTold } from "../support/told.ts";
import { toolTold } from "../tools/told.tsx";
import { textTold } from "../translations/told.ts";
import { codeWord, languageWord } from "../words.ts";
import { actions } from "./actions.ts";

/** Names of people and of other things the history speaks of, by id. */
export type Names = ReadonlyMap<string, string>;

/** One changed value, in words. */
export type Told = { field: string; old: string; now: string };

const contactFields = {
  name: "contactName",
  role: "contactRole",
  email: "contactEmail",
  phone: "contactPhone",
} as const;

/** Changes that are no field of the record: each knows its own keys. */
const tellers = [textTold, supportTold, designationTold, toolTold];

/** What a line of history changed, in words: old, then new. Values about people only for those who may read them. */
export function toldOf(view: View, line: HistoryLine, names: Names, personal: boolean): Told[] {
  const { t } = view;
  const told: Told[] = [];
  for (const [key, pair] of Object.entries(line.change)) {
    if (!Array.isArray(pair)) continue;
    const [old, now] = pair as [unknown, unknown];
    const text = tellers.map((tell) => tell(view, key, old, now)).find(Boolean);
    if (text) told.push(text);
    if (key in columnOf)
      told.push({
        field: fieldWords(t, key as Field),
        old: valueWords(view, key as Field, old, names),
        now: valueWords(view, key as Field, now, names),
      });
    else if (key === "places")
      told.push({
        field: t("registry:field.places"),
        old: placesWords(t, old),
        now: placesWords(t, now),
      });
    else if (key === "confirmed")
      told.push({
        field: t("registry:one.freshness"),
        old: t("registry:history.nothing"),
        now: [now]
          .flat()
          .map((section) => t(`associations:section.${section as Section}`))
          .join(", "),
      });
    else if (key.startsWith("member:"))
      told.push({
        field: names.get(key.slice(7)) ?? t("registry:history.actor.person"),
        old: roleWords(t, old),
        now: roleWords(t, now),
      });
    else if (key.startsWith("contact:"))
      told.push({
        field: t("registry:field.contactShown"),
        old: shownWords(t, old as ContactShown | null),
        now: shownWords(t, now as ContactShown | null),
      });
  }
  if (!personal) return told;
  for (const value of line.personal) {
    const field =
      value.about.kind === "contact" || value.about.kind === "member_invitation"
        ? t(`registry:field.${contactFields[value.field as keyof typeof contactFields]}`)
        : fieldWords(t, value.field as Field);
    const words = (text: string | null) =>
      text ? (value.field === "phone" ? spoken(text) : text) : t("registry:history.nothing");
    told.push({ field, old: words(value.old), now: words(value.new) });
  }
  return told;
}

export const fieldWords = (t: Translate, field: Field | "contacts" | "places"): string =>
  t(`registry:field.${field}`);

/** A value of the record in words. */
export function valueWords(view: View, field: Field, value: unknown, names: Names): string {
  const { t } = view;
  if (value === null || value === undefined || value === "") return t("registry:history.nothing");
  if (Array.isArray(value))
    return value.length
      ? value.map((one) => oneWord(view, field, String(one), names)).join(", ")
      : t("registry:history.nothing");
  if (typeof value === "boolean") return t(value ? "registry:list.yes" : "registry:list.no");
  return oneWord(view, field, String(value), names);
}

function oneWord(view: View, field: Field, value: string, names: Names): string {
  const { t } = view;
  switch (field) {
    case "themes":
      return codeWord(t, "theme", value);
    case "publics":
      return codeWord(t, "public", value);
    case "accessYes":
    case "accessNo":
      return codeWord(t, "access", value);
    case "spokenLanguages":
      return languageWord(t, view.lang, value);
    case "state":
      return codeWord(t, "state", value);
    case "legalForm":
      return codeWord(t, "legalForm", value);
    case "stateSource":
      return t(`registry:source.${value as "registry"}`);
    case "createdOn":
    case "stateOn":
      return longDay(view.lang, value);
    case "membersBand":
    case "employeesBand":
      return t(`registry:size.${value as "none"}`);
    case "referent":
      return names.get(value) ?? t("registry:history.actor.person");
    case "logo":
    case "photo":
      return t("registry:history.image");
    default:
      return value;
  }
}

const roleWords = (t: Translate, role: unknown): string =>
  role ? t(`claiming:roleName.${role as MemberRole}`) : t("claiming:roleName.none");

/** People a line of history speaks of by their identifiers. */
export const peopleIn = (line: HistoryLine): unknown[] => [
  ...[line.change["referent"]].flat(),
  ...Object.keys(line.change).flatMap((key) => (key.startsWith("member:") ? [key.slice(7)] : [])),
];

const placesWords = (t: Translate, list: unknown): string => {
  const places = (list ?? []) as { name: string; detail: string | null }[];
  return places.length
    ? places.map(({ name, detail }) => (detail ? `${name} (${detail})` : name)).join(", ")
    : t("registry:history.nothing");
};

function shownWords(t: Translate, shown: ContactShown | null): string {
  if (!shown) return t("registry:contact.removed");
  const parts = (["name", "email", "phone"] as const)
    .filter((field) => shown[`${field}Public`])
    .map((field) => t(`registry:contact.show.${field}`));
  return parts.length ? parts.join(", ") : t("registry:contact.hidden");
}

/** What happened, in words. */
export function actionWords(t: Translate, line: HistoryLine): string {
  const code = line.action.replace(/^association\./, "") as (typeof actions)[number];
  return t(`registry:history.action.${actions.includes(code) ? code : "other"}`);
}

/** Who did it, in words. */
export const actorWords = (t: Translate, line: HistoryLine): string =>
  line.actorName ?? t(`registry:history.actor.${line.actorKind as "person"}`);
