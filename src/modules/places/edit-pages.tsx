import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  deskPage,
  Facts,
  Form,
  RadioGroup,
  Refused,
  TextField,
  type FormState,
  type View,
} from "../../ui/index.ts";
import { accessFeatures } from "./codes.ts";
import type { LookUp } from "./look-up.tsx";
import { Identity } from "./new-page.tsx";
import { PlaceTrail } from "./pages.tsx";
import { addressLine, type Place } from "./queries.ts";
import { placeUrls } from "./urls.ts";

export type Parts = "identity" | "position" | "access";
export type PlaceSeen = {
  place: Place;
  users: readonly { id: string; name: string }[];
  districts: readonly { id: string; name: string }[];
  forms: Record<Parts, FormState>;
  mayWrite: boolean;
  lookUp: LookUp | undefined;
  /** The one the forms were opened on. */
  revision: number;
  /** A refusal about the place as a whole. */
  problem?: string | undefined;
};

/** A place for those who may change it, else its facts. */
export function placePage(view: View, seen: PlaceSeen): string {
  const { t } = view;
  const { place, users, forms } = seen;
  const wrong = Object.values(forms).some((form) => Object.keys(form.errors).length > 0);
  return deskPage(
    view,
    { title: place.name, section: placeUrls.all, main: "text", wrong: wrong || !!seen.problem },
    <>
      <PlaceTrail view={view} here={place.name} />
      <h1>{place.name}</h1>
      <Refused view={view} sentence={seen.problem} />
      {seen.mayWrite ? <Forms view={view} {...seen} /> : <Told view={view} place={place} />}
      <h2>{t("places:used")}</h2>
      {users.length ? (
        <ul>
          {users.map((user) => (
            <li>
              <a href={view.href(`/gestion/associations/${user.id}`)}>{user.name}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t("places:notUsed")}</p>
      )}
      {seen.mayWrite && users.length === 0 && (
        <ActionForm
          view={view}
          action={view.href(placeUrls.removal(place.place_id))}
          kind="danger"
          icon="remove"
        >
          {t("places:remove")}
        </ActionForm>
      )}
    </>,
  );
}

function Forms({
  view,
  place,
  districts,
  forms,
  lookUp,
  revision: opened,
}: PlaceSeen & { view: View }) {
  const { t } = view;
  const id = place.place_id;
  const revision = <input type="hidden" name="_revision" value={String(opened)} />;
  return (
    <>
      <h2>{t("places:identity")}</h2>
      <Form view={view} form={forms.identity} action={view.href(placeUrls.one(id))}>
        {revision}
        <Identity view={view} form={forms.identity} districts={districts} lookUp={lookUp} />
        <Button>{t("places:save")}</Button>
      </Form>
      <h2>{t("places:position")}</h2>
      <Form view={view} form={forms.position} action={view.href(placeUrls.position(id))}>
        {revision}
        <TextField
          view={view}
          form={forms.position}
          name="latitude"
          label={t("places:latitude")}
          hint={t("places:latitudeHint")}
          inputmode="decimal"
          short
          optional
        />
        <TextField
          view={view}
          form={forms.position}
          name="longitude"
          label={t("places:longitude")}
          hint={t("places:longitudeHint")}
          inputmode="decimal"
          short
          optional
        />
        <Actions>
          <Button>{t("places:savePosition")}</Button>
          <ButtonLink kind="secondary" icon="map" href={view.href(placeUrls.map(id))}>
            {t("places:onMap")}
          </ButtonLink>
        </Actions>
      </Form>
      <h2>{t("places:access")}</h2>
      <Form view={view} form={forms.access} action={view.href(placeUrls.access(id))}>
        {revision}
        {accessFeatures.map((feature) => (
          <RadioGroup
            view={view}
            form={forms.access}
            name={`access_${feature}`}
            label={t(`associations:access.${feature}`)}
            options={[
              { value: "yes", label: t("places:accessYes") },
              { value: "no", label: t("places:accessNo") },
              { value: "", label: t("places:accessUnsaid") },
            ]}
          />
        ))}
        <TextField
          view={view}
          form={forms.access}
          name="accessNote"
          label={t("places:accessNote")}
          hint={t("places:accessNoteHint")}
          optional
        />
        <Button>{t("places:saveAccess")}</Button>
      </Form>
    </>
  );
}

function Told({ view, place }: { view: View; place: Place }) {
  const { t } = view;
  const words = (features: readonly string[]) =>
    accessFeatures
      .filter((one) => features.includes(one))
      .map((one) => t(`associations:access.${one}`))
      .join(", ");
  return (
    <Facts
      view={view}
      facts={[
        { term: t("places:address"), value: addressLine(place) },
        { term: t("places:district"), value: place.district },
        { term: t("places:access"), value: words(place.access_yes) },
        { term: t("places:accessNote"), value: place.access_note },
      ]}
    />
  );
}
