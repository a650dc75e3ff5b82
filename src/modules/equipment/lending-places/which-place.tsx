import { SelectField, TextField, type FormState, type View } from "../../../ui/index.ts";
import { placeUrls } from "../../places/index.ts";
import { OwnerField } from "../own/owner-field.tsx";
import { urls } from "../urls.ts";
import type { PlaceSeen } from "./pages.tsx";

/** A place of the commune that does not lend yet; for an association, its own, by its name and address. */
export function WhichPlace({ seen, ...of }: { view: View; form: FormState; seen: PlaceSeen }) {
  const { t } = of.view;
  if (seen.side.name === "desk")
    return (
      <>
        <SelectField
          {...of}
          name="place"
          label={t("lending:units.place")}
          hint={t(seen.mayAdd ? "lending:places.placeHint" : "lending:places.askPlace")}
          options={seen.others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {seen.mayAdd && (
          <p>
            <a href={of.view.href(`${placeUrls.newOne}?retour=${urls.addPlace}`)}>
              {t("lending:places.missing")}
            </a>
          </p>
        )}
      </>
    );
  return (
    <>
      <OwnerField {...of} owners={seen.owners} />
      <TextField
        {...of}
        name="name"
        label={t("lending:places.name")}
        hint={t("lending:places.nameHint")}
        maxLength={160}
      />
      <TextField {...of} name="street" label={t("places:street")} maxLength={160} optional />
      <TextField
        {...of}
        name="postcode"
        label={t("places:postcode")}
        inputmode="numeric"
        maxLength={5}
        short
        optional
      />
      <TextField {...of} name="town" label={t("places:town")} maxLength={120} optional />
    </>
  );
}
