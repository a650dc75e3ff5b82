import type { View } from "../../../ui/index.ts";
import type { ActivitySearch } from "./address.ts";
import type { FoundActivities } from "./ask.ts";
import type { Understood } from "./understood.ts";

type Chosen = { words: string; without: Partial<ActivitySearch> };

/** The filters in force, in words, and the search without each. */
export function chosenIn({ t }: View, search: ActivitySearch, found: FoundActivities): Chosen[] {
  const chosen: Chosen[] = [];
  const add = (words: string, without: Partial<ActivitySearch>) => chosen.push({ words, without });
  if (search.window) add(t(`activities:find.windows.${search.window}`), { window: "" });
  for (const day of search.days)
    add(t(`activities:find.day.${day}`), { days: search.days.filter((other) => other !== day) });
  if (search.moment) add(t(`activities:find.moments.${search.moment}`), { moment: "" });
  if (search.age !== undefined)
    add(t("activities:ages.one", { age: search.age }), { age: undefined });
  if (search.price === "free") add(t("activities:price.free"), { price: "" });
  else if (search.price) add(t("activities:find.atMost", { price: search.price }), { price: "" });
  if (search.theme)
    add(t(`associations:theme.${search.theme}` as "associations:theme.sport"), { theme: "" });
  if (search.public)
    add(t(`associations:public.${search.public}` as "associations:public.everyone"), { public: "" }); // prettier-ignore
  if (search.kind) add(t(`activities:find.kinds.${search.kind}`), { kind: "" });
  if (search.district)
    add(found.districts.find(({ slug }) => slug === search.district)?.name ?? search.district, { district: "" }); // prettier-ignore
  if (search.near) {
    const name = found.places.find(({ key }) => key === search.near)?.name;
    add(name ? t("directory:filter.nearPlace", { place: name }) : t("directory:filter.point"), { near: "", radius: undefined }); // prettier-ignore
    if (search.radius)
      add(t("activities:find.within", { km: search.radius }), { radius: undefined });
  }
  for (const code of search.access)
    add(t(`associations:access.${code}` as "associations:access.step_free"), { access: search.access.filter((other) => other !== code) }); // prettier-ignore
  return chosen;
}

/** What the words said of when, for whom and at what price, in words. */
export const saidWords = (
  { t }: View,
  { days, moment, window, age, free }: Understood,
): string[] => [
  ...(window ? [t(`activities:find.windows.${window}`)] : []),
  ...days.map((day) => t(`activities:find.day.${day}`)),
  ...(moment ? [t(`activities:find.moments.${moment}`)] : []),
  ...(age === undefined ? [] : [t("activities:ages.one", { age })]),
  ...(free ? [t("activities:price.free")] : []),
];
