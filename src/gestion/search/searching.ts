import { activitySearching } from "../../modules/activities/index.ts";
import { plainWords, associationSearching } from "../../modules/associations/index.ts";
import type { Found, Searching } from "../../modules/communes/index.ts";
import { settingsScreens } from "../../modules/communes/index.ts";
import { importsSearching } from "../../modules/imports/index.ts";
import { newsSearching } from "../../modules/news/index.ts";
import { placeLines, placeKey, placeUrls } from "../../modules/places/index.ts";
import { findStaff, peopleUrls } from "../../modules/people/index.ts";
import { resourcePlaceSearching } from "../../modules/resource-places/index.ts";
import { staff, anyStaff } from "../../platform/http/person.ts";
import { helpWords } from "./help-words.ts";

const administrator = staff();

const places: Searching = async ({ tx, person }, { text }, most) => {
  const key = placeKey(text);
  if (!key || !anyStaff.allows(person)) return [];
  return (await placeLines(tx, key, most)).map((one) => ({
    kind: "places",
    path: placeUrls.one(one.id),
    icon: "place",
    title: one.name,
    detail: one.address,
  }));
};

/** Colleagues: the administrator opens who they are, the others what they follow. */
const people: Searching = async ({ tx, person }, { text, plain }, most) => {
  const admin = administrator.allows(person);
  return (await findStaff(tx, { plain, text }, most)).map(({ id, name, email }) => ({
    kind: "people",
    path: admin ? peopleUrls.teamMember(id) : `/gestion/associations?referent=${id}`,
    icon: "people",
    title: name,
    detail: admin ? email : undefined,
  }));
};

/** Screens by their name and by the words people use for them; only those this person may enter. */
const screens: Searching = async ({ t, view, person }, { plain }, most) => {
  const lines = view.desk.flatMap(({ items }) => items);
  const helped = helpWords(plain);
  const own = administrator.allows(person) ? settingsScreens(t) : [];
  const named = [
    ...lines.map(({ path, words, icon }) => ({ path, title: words, icon: icon as Found["icon"] })),
    ...own.map((one) => ({ ...one, icon: "settings" as const })),
  ];
  return named
    .filter(
      ({ path, title }) => plainWords(title).join(" ").includes(plain) || helped.includes(path),
    )
    .slice(0, most)
    .map((one) => ({ kind: "screens" as const, ...one }));
};

/** What each room finds, in the order it is asked. */
export const searchers: readonly Searching[] = [
  associationSearching,
  activitySearching,
  newsSearching,
  resourcePlaceSearching,
  places,
  importsSearching,
  people,
  screens,
];
