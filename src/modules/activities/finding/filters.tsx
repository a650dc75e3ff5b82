import { accessFeatures, publics, themes } from "../../associations/index.ts";
import {
  CheckboxGroup,
  ChosenFilters,
  countedOptions,
  FilterPanel,
  RadioGroup,
  SelectField,
  TextField,
  type View,
} from "../../../ui/index.ts";
import { weekdays } from "../../scheduling/index.ts";
import { kinds } from "../codes.ts";
import { urls } from "../urls.ts";
import {
  activityParams,
  activitySearchUrl,
  blankSearch,
  prices,
  radiuses,
  type ActivitySearch,
} from "./address.ts";
import type { FoundActivities } from "./ask.ts";
import { moments } from "./moments.ts";
import { windows } from "./understood.ts";
import { chosenIn } from "./chosen.ts";

type Given = { view: View; search: ActivitySearch; found: FoundActivities };

/** Filters of activities as a plain form: when first, then for whom, at what price, where. */
export function ActivityFilters({ view, search, found }: Given) {
  const { t, href } = view;
  const values = {
    quand: search.window,
    jour: search.days,
    moment: search.moment,
    age: search.age === undefined ? "" : String(search.age),
    prix: search.price,
    theme: search.theme,
    public: search.public,
    genre: search.kind,
    quartier: search.district,
    pres: search.near,
    rayon: search.radius === undefined ? "" : String(search.radius),
    acces: search.access,
  };
  const given = { view, form: { values, errors: {} }, optional: "silent" as const };
  const any = t("directory:filter.any");
  const counts = countsByKind(found.facets);
  const count = (kind: string) => counts[kind] ?? {};
  const access = accessFeatures.filter((code) => count("a")[code] || search.access.includes(code));
  return (
    <FilterPanel
      view={view}
      action={href(urls.search)}
      active={chosenIn(view, search, found).length}
      clear={href(activitySearchUrl({ ...blankSearch, text: search.text, exact: search.exact }))}
      kept={activityParams({ ...blankSearch, text: search.text, exact: search.exact })}
    >
      <SelectField
        {...given}
        name="quand"
        label={t("activities:find.window")}
        empty={t("activities:find.anyDay")}
        options={windows.map((one) => ({ value: one, label: t(`activities:find.windows.${one}`) }))}
      />
      <CheckboxGroup
        {...given}
        grid
        name="jour"
        label={t("activities:find.days")}
        options={weekdays.map((day) => ({ value: day, label: t(`activities:find.day.${day}`) }))}
      />
      <SelectField
        {...given}
        name="moment"
        label={t("activities:find.moment")}
        empty={any}
        options={moments.map((one) => ({ value: one, label: t(`activities:find.moments.${one}`) }))}
      />
      <TextField {...given} name="age" label={t("activities:find.age")} inputmode="numeric" short />
      <SelectField
        {...given}
        name="prix"
        label={t("activities:find.price")}
        empty={any}
        options={prices.map((one) => ({
          value: one,
          label:
            one === "free"
              ? t("activities:price.free")
              : t("activities:find.atMost", { price: one }),
        }))}
      />
      <SelectField
        {...given}
        name="theme"
        label={t("directory:filter.theme")}
        empty={any}
        options={countedOptions(
          themes,
          count("t"),
          (code) => t(`associations:theme.${code}` as "associations:theme.sport"),
          search.theme,
        )}
      />
      <SelectField
        {...given}
        name="public"
        label={t("directory:filter.public")}
        empty={any}
        options={countedOptions(
          publics,
          count("p"),
          (code) => t(`associations:public.${code}` as "associations:public.everyone"),
          search.public,
        )}
      />
      <RadioGroup
        {...given}
        name="genre"
        label={t("activities:find.kind")}
        options={[
          { value: "", label: t("activities:find.allKinds") },
          ...kinds.map((one) => ({ value: one, label: t(`activities:find.kinds.${one}`) })),
        ]}
      />
      {found.districts.length > 0 && (
        <SelectField
          {...given}
          name="quartier"
          label={t("directory:filter.district")}
          empty={any}
          options={countedOptions(
            found.districts.map(({ slug }) => slug),
            count("d"),
            (slug) => found.districts.find((one) => one.slug === slug)?.name ?? slug,
            search.district,
          )}
        />
      )}
      {found.places.length > 0 && (
        <>
          <SelectField
            {...given}
            name="pres"
            label={t("directory:filter.near")}
            empty={t("directory:filter.anywhere")}
            options={found.places.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <SelectField
            {...given}
            name="rayon"
            label={t("activities:find.radius")}
            empty={any}
            options={radiuses.map((km) => ({
              value: String(km),
              label: t("activities:find.within", { km }),
            }))}
          />
        </>
      )}
      {access.length > 0 && (
        <CheckboxGroup
          {...given}
          name="acces"
          label={t("directory:filter.access")}
          options={access.map((code) => ({
            value: code,
            label: t(`associations:access.${code}`),
            count: count("a")[code] ?? 0,
          }))}
        />
      )}
    </FilterPanel>
  );
}

/** `t_sport: 3` as `{ t: { sport: 3 } }`. */
function countsByKind(facets: FoundActivities["facets"]): Record<string, Record<string, number>> {
  const kinds: Record<string, Record<string, number>> = {};
  for (const [code, n] of Object.entries(facets))
    (kinds[code.slice(0, 1)] ??= {})[code.slice(2)] = n;
  return kinds;
}

/** The filters in force, each removable by its own link. */
export const ChosenActivityFilters = ({ view, search, found }: Given) => (
  <ChosenFilters
    view={view}
    chosen={chosenIn(view, search, found).map(({ words, without }) => ({
      words,
      href: view.href(activitySearchUrl(search, without)),
    }))}
  />
);
