import { themes } from "../../associations/index.ts";
import { FilterPanel, RadioGroup, SelectField, TextField, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { agendaUrl, spanName, type AgendaAsk } from "./address.ts";

/** What the agenda shows, as a plain form: from which day, events or all, of what theme, in which district. */
export function AgendaForm(props: {
  view: View;
  ask: AgendaAsk;
  districts: readonly { slug: string; name: string }[];
}) {
  const { view, ask, districts } = props;
  const { t, href } = view;
  const values = {
    jour: ask.day,
    genre: ask.all ? "tout" : "",
    theme: ask.theme,
    quartier: ask.district,
  };
  const given = { view, form: { values, errors: {} }, optional: "silent" as const };
  const any = t("directory:filter.any");
  return (
    <FilterPanel
      view={view}
      across
      action={href(urls.agenda)}
      active={[ask.all, ask.theme, ask.district].filter(Boolean).length}
      clear={href(agendaUrl({ ...ask, all: false, theme: "", district: "" }))}
      kept={[["vue", spanName(ask.span)]]}
    >
      <TextField {...given} name="jour" type="date" label={t("activities:agenda.day")} />
      <RadioGroup
        {...given}
        name="genre"
        label={t("activities:agenda.kind")}
        options={[
          { value: "", label: t("activities:find.kinds.event") },
          { value: "tout", label: t("activities:agenda.everything") },
        ]}
      />
      <SelectField
        {...given}
        name="theme"
        label={t("directory:filter.theme")}
        empty={any}
        options={themes.map((code) => ({ value: code, label: t(`associations:theme.${code}`) }))}
      />
      {districts.length > 0 && (
        <SelectField
          {...given}
          name="quartier"
          label={t("directory:filter.district")}
          empty={any}
          options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
    </FilterPanel>
  );
}
