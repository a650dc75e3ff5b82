import {
  Checkbox,
  CheckboxGroup,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import {
  accessFeatures,
  employeesBands,
  legalForms,
  membersBands,
  publics,
  spokenLanguages,
  states,
  themes,
} from "../codes.ts";
import { languageWord } from "../words.ts";
import type { SectionName } from "./sections.ts";

type Props = { view: View; form: FormState; referents: readonly { id: string; name: string }[] };

/** The fields of one section. */
export function SectionFields({ section, ...props }: Props & { section: SectionName }) {
  return drawn[section](props);
}

const named = ({ view, form }: Props, name: string) => ({
  view,
  form,
  name,
  label: view.t(`registry:field.${name}` as "registry:field.name"),
  optional: true,
});
const hinted = (props: Props, name: string) => ({
  ...named(props, name),
  hint: props.view.t(`registry:hint.${name}` as "registry:hint.rna"),
});

const drawn: Record<SectionName, (props: Props) => preact.JSX.Element> = {
  identite: (props) => <Identity {...props} />,
  objet: (props) => (
    <>
      <TextArea {...hinted(props, "aims")} />
      <CheckboxGroup
        {...named(props, "themes")}
        options={themes.map((value) => ({
          value,
          label: props.view.t(`associations:theme.${value}`),
        }))}
      />
      <CheckboxGroup
        {...named(props, "publics")}
        options={publics.map((value) => ({
          value,
          label: props.view.t(`associations:public.${value}`),
        }))}
      />
      <TextArea {...hinted(props, "keywords")} rows={4} />
      <CheckboxGroup
        {...hinted(props, "spokenLanguages")}
        options={spokenLanguages.map((value) => ({
          value,
          label: languageWord(props.view.t, props.view.lang, value),
        }))}
      />
      <Size {...props} />
    </>
  ),
  horaires: (props) => <TextArea {...hinted(props, "schedule")} />,
  tarifs: (props) => (
    <>
      <TextArea {...hinted(props, "prices")} rows={4} />
      <TextArea {...hinted(props, "registration")} rows={4} />
    </>
  ),
  accessibilite: (props) => <Access {...props} />,
  liens: (props) => (
    <>
      <TextField {...hinted(props, "website")} />
      <TextArea {...hinted(props, "links")} rows={4} />
    </>
  ),
  siege: (props) => (
    <>
      <p class="soft">{props.view.t("registry:hint.seat")}</p>
      <TextField {...named(props, "seatStreet")} />
      <TextField {...named(props, "seatComplement")} />
      <TextField {...named(props, "seatPostcode")} inputmode="numeric" short />
      <TextField {...named(props, "seatTown")} />
      <Checkbox
        {...named(props, "seatPublic")}
        label={props.view.t("registry:seatShown")}
        optional="silent"
      />
    </>
  ),
  etat: (props) => <State {...props} />,
};

/** How big the association is: what makes its priority, never published. */
function Size(props: Props) {
  const { t } = props.view;
  const bands = { membersBand: membersBands, employeesBand: employeesBands } as const;
  return (
    <>
      {(["membersBand", "employeesBand"] as const).map((name) => (
        <SelectField
          {...named(props, name)}
          empty={t("registry:size.unknown")}
          options={bands[name].map((value) => ({ value, label: t(`registry:size.${value}`) }))}
        />
      ))}
    </>
  );
}

export function Identity(props: Props) {
  const { t } = props.view;
  return (
    <>
      <TextField {...named(props, "name")} optional={undefined} maxLength={250} />
      <TextField {...hinted(props, "acronym")} />
      <SelectField
        {...named(props, "legalForm")}
        optional={undefined}
        empty={false}
        options={legalForms.map((value) => ({
          value,
          label: t(`associations:legalForm.${value}`),
        }))}
      />
      <TextField {...hinted(props, "rna")} />
      <TextField {...hinted(props, "siret")} inputmode="numeric" />
      <TextField {...hinted(props, "createdOn")} type="date" />
    </>
  );
}

function Access(props: Props) {
  const { view, form } = props;
  const { t } = view;
  return (
    <>
      {accessFeatures.map((feature) => (
        <RadioGroup
          view={view}
          form={form}
          name={`access_${feature}`}
          label={t(`associations:access.${feature}`)}
          options={[
            { value: "yes", label: t("registry:access.yes") },
            { value: "no", label: t("registry:access.no") },
            { value: "", label: t("registry:access.unsaid") },
          ]}
        />
      ))}
      <TextField {...hinted(props, "accessNote")} />
    </>
  );
}

function State(props: Props) {
  const { view, form, referents } = props;
  const { t } = view;
  const sources = ["referent", "declared", "registry", "file"] as const;
  return (
    <>
      <RadioGroup
        {...named(props, "state")}
        optional={undefined}
        options={states.map((value) => ({ value, label: t(`associations:state.${value}`) }))}
      />
      <SelectField
        {...named(props, "stateSource")}
        options={sources.map((value) => ({ value, label: t(`registry:source.${value}`) }))}
      />
      <TextField {...hinted(props, "stateOn")} type="date" />
      <SelectField
        {...named(props, "referent")}
        empty={t("registry:nobody")}
        options={referents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Checkbox
        view={view}
        form={form}
        name="listed"
        label={t("registry:listedLabel")}
        optional="silent"
      />
    </>
  );
}
