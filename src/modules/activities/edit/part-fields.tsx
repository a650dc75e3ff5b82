import {
  accessFeatures,
  languageWord,
  publics,
  spokenLanguages,
  themes,
} from "../../associations/index.ts";
import {
  CheckboxGroup,
  RadioGroup,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { levels, priceKinds, trials } from "../codes.ts";
import type { PartName } from "./parts.ts";

type Props = { view: View; form: FormState; places: readonly string[] };

/** The fields of one part of an activity. */
export const PartFields = ({ part, ...props }: Props & { part: PartName }) => drawn[part](props);

const named = ({ view, form }: Props, name: string) => ({
  view,
  form,
  name,
  label: view.t(`programme:field.${name}` as "programme:field.title"),
  optional: true,
});
const hinted = (props: Props, name: string) => ({
  ...named(props, name),
  hint: props.view.t(`programme:hint.${name}` as "programme:hint.what"),
});

const drawn: Record<PartName, (props: Props) => preact.JSX.Element> = {
  essentiel: (props) => (
    <>
      <Title {...props} />
      <What {...props} />
      <CheckboxGroup
        {...named(props, "themes")}
        options={themes.map((value) => ({
          value,
          label: props.view.t(`associations:theme.${value}`),
        }))}
      />
    </>
  ),
  public: (props) => (
    <>
      <Ages {...props} />
      <RadioGroup
        {...named(props, "level")}
        optional={undefined}
        options={levels.map((value) => ({
          value,
          label: props.view.t(`activities:level.${value}`),
        }))}
      />
      <CheckboxGroup
        {...named(props, "publics")}
        options={publics.map((value) => ({
          value,
          label: props.view.t(`associations:public.${value}`),
        }))}
      />
      <CheckboxGroup
        {...named(props, "spokenLanguages")}
        options={spokenLanguages.map((value) => ({
          value,
          label: languageWord(props.view.t, props.view.lang, value),
        }))}
      />
    </>
  ),
  lieu: (props) => (
    <>
      <Where {...props} />
      <CheckboxGroup
        {...hinted(props, "accessYes")}
        options={accessFeatures.map((value) => ({
          value,
          label: props.view.t(`associations:access.${value}`),
        }))}
      />
    </>
  ),
  prix: (props) => (
    <>
      <Price {...props} />
      <TextArea {...hinted(props, "priceNote")} rows={3} maxLength={1000} />
      <TextArea {...hinted(props, "reductions")} rows={3} maxLength={500} />
      <RadioGroup
        {...named(props, "trial")}
        optional={undefined}
        options={trials.map((value) => ({
          value,
          label: props.view.t(`activities:trial.${value}`),
        }))}
      />
    </>
  ),
  inscription: (props) => (
    <>
      <TextArea {...hinted(props, "registration")} rows={4} maxLength={1000} />
      <TextField {...hinted(props, "registrationUrl")} />
      <p class="soft">{props.view.t("programme:hint.contact")}</p>
      <TextField {...named(props, "contactName")} maxLength={120} />
      <TextField {...named(props, "contactPhone")} type="tel" autocomplete="tel" />
      <TextField {...named(props, "contactEmail")} type="email" autocomplete="email" />
    </>
  ),
};

export const Title = (props: Props) => (
  <TextField {...hinted(props, "title")} optional={undefined} maxLength={120} />
);

export const What = (props: Props) => (
  <TextArea {...hinted(props, "what")} rows={5} maxLength={3000} />
);

export const Ages = (props: Props) => (
  <div class="pair">
    <TextField {...named(props, "minAge")} inputmode="numeric" short />
    <TextField {...named(props, "maxAge")} inputmode="numeric" short />
  </div>
);

export const Price = (props: Props) => (
  <>
    <RadioGroup
      {...named(props, "priceKind")}
      optional={undefined}
      options={priceKinds.map((value) => ({
        value,
        label: props.view.t(`programme:priceKind.${value}`),
      }))}
    />
    <TextField {...hinted(props, "priceFrom")} inputmode="decimal" short />
  </>
);

const KnownPlaces = ({ places }: Pick<Props, "places">) => (
  <datalist id="lieux-connus">
    {places.map((name) => (
      <option value={name}>{name}</option>
    ))}
  </datalist>
);

/** Another place for some hours; left blank, they are where the activity is. */
export function Elsewhere({ usual, ...props }: Props & { usual: string | undefined }) {
  const { t } = props.view;
  return (
    <>
      <TextField
        {...named(props, "place")}
        label={t("programme:hours.elsewhere")}
        hint={
          usual
            ? t("programme:hours.elsewhereThan", { place: usual })
            : t("programme:hours.elsewhereHint")
        }
        maxLength={120}
        list="lieux-connus"
      />
      <KnownPlaces places={props.places} />
      <TextField {...hinted(props, "street")} maxLength={200} autocomplete="off" />
      <TextField {...hinted(props, "placeDetail")} maxLength={200} />
    </>
  );
}

/** A place the commune knows, proposed while typing, or another with its street. */
export const Where = (props: Props) => (
  <>
    <TextField {...hinted(props, "place")} maxLength={120} list="lieux-connus" />
    <KnownPlaces places={props.places} />
    <TextField {...hinted(props, "street")} maxLength={200} autocomplete="off" />
    <TextField {...hinted(props, "placeDetail")} maxLength={200} />
  </>
);
