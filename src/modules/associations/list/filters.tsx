import { blankForm, FilterPanel, SelectField, TextField, type View } from "../../../ui/index.ts";
import { states, themes } from "../codes.ts";
import { urls } from "../urls.ts";
import {
  activeFilters,
  designationFilterWords,
  missingThings,
  writeListing,
  type Listing,
} from "./rules.ts";

type Named = readonly { id: string; name: string }[];

/** What narrows the list: everything may stay open. */
export function Filters(props: {
  view: View;
  listing: Listing;
  districts: Named;
  referents: Named;
}) {
  const { view, listing, districts, referents } = props;
  const { t } = view;
  const { filters } = listing;
  const kept = writeListing(listing);
  const form = { ...blankForm, values: Object.fromEntries(kept) };
  const named = (list: Named) => list.map(({ id, name }) => ({ value: id, label: name }));
  const order = kept.get("tri");
  const select = { view, form, optional: "silent" as const };
  return (
    <FilterPanel
      view={view}
      across
      action={view.href(urls.list)}
      active={activeFilters(filters)}
      clear={view.href(urls.list)}
      kept={order ? [["tri", order]] : []}
    >
      <TextField {...select} name="q" label={t("registry:list.search")} />
      <SelectField
        {...select}
        name="theme"
        label={t("registry:list.theme")}
        empty={t("registry:list.anyTheme")}
        options={themes.map((value) => ({ value, label: t(`associations:theme.${value}`) }))}
      />
      <SelectField
        {...select}
        name="etat"
        label={t("registry:list.state")}
        empty={t("registry:list.anyState")}
        options={states.map((value) => ({ value, label: t(`associations:state.${value}`) }))}
      />
      {districts.length > 0 && (
        <SelectField
          {...select}
          name="quartier"
          label={t("registry:list.district")}
          empty={t("registry:list.anyDistrict")}
          options={named(districts)}
        />
      )}
      <SelectField
        {...select}
        name="referent"
        label={t("registry:list.referent")}
        empty={t("registry:list.anyReferent")}
        options={[{ value: "aucun", label: t("registry:list.noReferent") }, ...named(referents)]}
      />
      <SelectField
        {...select}
        name="annuaire"
        label={t("registry:list.listed")}
        empty={t("registry:list.anyListed")}
        options={[
          { value: "oui", label: t("registry:list.yes") },
          { value: "non", label: t("registry:list.no") },
        ]}
      />
      <SelectField
        {...select}
        name="manque"
        label={t("registry:list.missing")}
        empty={t("registry:list.anyMissing")}
        options={missingThings.map((one) => ({
          value: { contact: "contact", place: "lieu", theme: "theme", aims: "presentation" }[one],
          label: t(`registry:missing.${one}`),
        }))}
      />
      <SelectField
        {...select}
        name="designation"
        label={t("registry:list.designation")}
        empty={t("registry:list.anyDesignation")}
        options={Object.entries(designationFilterWords).map(([value, kind]) => ({
          value,
          label: t(`designation:kind.${kind}`),
        }))}
      />
    </FilterPanel>
  );
}
