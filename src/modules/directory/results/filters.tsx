import { accessFeatures, publics, themes } from "../../associations/index.ts";
import {
  CheckboxGroup,
  ChosenFilters,
  countedOptions,
  FilterPanel,
  SelectField,
  type Option,
  type View,
} from "../../../ui/index.ts";
import type { Found } from "../search/ask.ts";
import { urls } from "../urls.ts";
import { coordinates, paramsOf, searchUrl, type Search } from "./address.ts";

type Given = { view: View; search: Search; found: Found };

/** The filters, as a plain form; each choice says how many results it leads to. */
export function Filters({ view, search, found }: Given) {
  const { t, href } = view;
  const { facets } = found;
  const form = {
    values: {
      theme: search.theme,
      quartier: search.district,
      public: search.public,
      acces: search.access,
      pres: search.near,
    },
    errors: {},
  };
  const any = t("directory:filter.any");
  const access = accessFeatures.filter(
    (code) => facets.access[code] || search.access.includes(code),
  );
  const given = { view, form, optional: "silent" as const };
  return (
    <FilterPanel
      view={view}
      action={href(urls.list)}
      active={activeOf(view, search, found).length}
      clear={href(searchUrl(search, cleared))}
      kept={paramsOf({ ...search, ...cleared, page: 1 })}
    >
      <SelectField
        {...given}
        name="theme"
        label={t("directory:filter.theme")}
        empty={any}
        options={countedOptions(
          themes,
          facets.theme,
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
          facets.public,
          (code) => t(`associations:public.${code}` as "associations:public.everyone"),
          search.public,
        )}
      />
      {found.districts.length > 0 && (
        <SelectField
          {...given}
          name="quartier"
          label={t("directory:filter.district")}
          empty={any}
          options={countedOptions(
            found.districts.map(({ slug }) => slug),
            facets.district,
            (slug) => found.districts.find((one) => one.slug === slug)?.name ?? slug,
            search.district,
          )}
        />
      )}
      {found.places.length > 0 && (
        <SelectField
          {...given}
          name="pres"
          label={t("directory:filter.near")}
          empty={t("directory:filter.anywhere")}
          options={nearOptions(view, search, found)}
        />
      )}
      {access.length > 0 && (
        <CheckboxGroup
          {...given}
          name="acces"
          label={t("directory:filter.access")}
          options={access.map((code) => ({
            value: code,
            label: t(`associations:access.${code}`),
            count: facets.access[code] ?? 0,
          }))}
        />
      )}
    </FilterPanel>
  );
}

function nearOptions({ t }: View, search: Search, found: Found): Option[] {
  const options = found.places.map(({ key, name }) => ({ value: key, label: name }));
  return coordinates(search.near)
    ? [{ value: search.near, label: t("directory:filter.point") }, ...options]
    : options;
}

const cleared: Partial<Search> = { theme: "", district: "", public: "", access: [], near: "" };

type Active = { words: string; without: Partial<Search> };

function activeOf({ t }: View, search: Search, found: Found): Active[] {
  const active: Active[] = [];
  if (search.theme)
    active.push({
      words: t(`associations:theme.${search.theme}` as "associations:theme.sport"),
      without: { theme: "" },
    });
  if (search.public)
    active.push({
      words: t(`associations:public.${search.public}` as "associations:public.everyone"),
      without: { public: "" },
    });
  if (search.district) {
    const words =
      found.districts.find(({ slug }) => slug === search.district)?.name ?? search.district;
    active.push({ words, without: { district: "" } });
  }
  if (search.near) {
    const name = found.places.find(({ key }) => key === search.near)?.name;
    const words = name
      ? t("directory:filter.nearPlace", { place: name })
      : t("directory:filter.point");
    active.push({ words, without: { near: "" } });
  }
  for (const code of search.access)
    active.push({
      words: t(`associations:access.${code}` as "associations:access.step_free"),
      without: { access: search.access.filter((other) => other !== code) },
    });
  return active;
}

/** The filters in force, each removable by its own link. */
export const ActiveFilters = ({ view, search, found }: Given) => (
  <ChosenFilters
    view={view}
    chosen={activeOf(view, search, found).map(({ words, without }) => ({
      words,
      href: view.href(searchUrl(search, without)),
    }))}
  />
);
