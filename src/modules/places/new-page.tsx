import {
  Button,
  Checkbox,
  deskPage,
  Form,
  SelectField,
  TextField,
  type FormState,
  type View,
} from "../../ui/index.ts";
import { AddressLookUp, type LookUp } from "./look-up.tsx";
import { PlaceTrail } from "./pages.tsx";
import { placeUrls } from "./urls.ts";

type IdentityProps = {
  view: View;
  form: FormState;
  districts: readonly { id: string; name: string }[];
  /** Absent when the commune asks no outside service. */
  lookUp: LookUp | undefined;
};

/** Name and address of a place. */
export function Identity({ view, form, districts, lookUp }: IdentityProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <TextField {...field} name="name" label={t("places:name")} maxLength={160} />
      <TextField
        {...field}
        name="street"
        label={t("places:street")}
        hint={t("places:streetHint")}
        optional
      />
      <TextField
        {...field}
        name="postcode"
        label={t("places:postcode")}
        inputmode="numeric"
        short
        optional
      />
      <TextField {...field} name="town" label={t("places:town")} optional />
      {lookUp && <AddressLookUp view={view} form={form} lookUp={lookUp} />}
      {districts.length > 0 && (
        <SelectField
          {...field}
          name="district"
          label={t("places:district")}
          empty={t("places:districtAuto")}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <Checkbox {...field} name="municipal" label={t("places:municipal")} optional="silent" />
    </>
  );
}

/** A new place: its name and address; the rest comes after. */
export function newPlacePage(
  view: View,
  seen: {
    form: FormState;
    districts: readonly { id: string; name: string }[];
    back: string | undefined;
    lookUp: LookUp | undefined;
  },
): string {
  const { t } = view;
  return deskPage(
    view,
    {
      title: t("places:new"),
      section: placeUrls.all,
      main: "text",
      wrong: Object.keys(seen.form.errors).length > 0,
    },
    <>
      <PlaceTrail view={view} here={t("places:new")} />
      <h1>{t("places:new")}</h1>
      <Form view={view} form={seen.form} action={view.href(placeUrls.newOne)}>
        {seen.back && <input type="hidden" name="retour" value={seen.back} />}
        <Identity view={view} form={seen.form} districts={seen.districts} lookUp={seen.lookUp} />
        <Button>{t("places:save")}</Button>
      </Form>
    </>,
  );
}
