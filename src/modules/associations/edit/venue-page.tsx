import {
  ActionForm,
  Actions,
  Button,
  deskPage,
  Form,
  TextField,
  fieldId,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Situation } from "../record/fields.ts";
import type { VenueLine } from "../situation/queries.ts";
import { urls } from "../urls.ts";
import { Trail, Ways } from "./pages.tsx";

export type VenuesSeen = {
  situation: Situation;
  venues: readonly VenueLine[];
  /** Names of the places of the commune, proposed while typing. */
  known: readonly string[];
  form: FormState;
};

/** Where an association meets: take one away, add one from the commune's list. */
export function venuesPage(view: View, seen: VenuesSeen): string {
  const { t } = view;
  const { situation, venues, form } = seen;
  const { id, record } = situation;
  const title = t("registry:venue.title", { name: record.name });
  const back = urls.venues(id);
  return deskPage(
    view,
    { title, section: urls.list, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Trail view={view} situation={situation} here={t("registry:section.lieux")} />
      <h1>{title}</h1>
      {venues.length > 0 ? (
        <ul class="plain flow">
          {venues.map((venue) => (
            <li class="card">
              <p>
                <strong>{venue.name}</strong>
                {venue.detail && `, ${venue.detail}`}
                <br />
                <span class="soft">{venue.address}</span>
              </p>
              <ActionForm
                view={view}
                action={view.href(urls.venueRemoval(id))}
                fields={{ place: venue.id }}
                kind="quiet"
                icon="remove"
              >
                {t("registry:venue.remove")}
                <span class="sr"> {venue.name}</span>
              </ActionForm>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t("registry:one.noPlace")}</p>
      )}
      <h2>{t("registry:venue.add")}</h2>
      <Form view={view} form={form} action={view.href(back)}>
        <TextField
          view={view}
          form={form}
          name="place"
          label={t("registry:venue.which")}
          hint={t("registry:venue.whichHint")}
          list="lieux-connus"
          autocomplete="off"
        />
        <datalist id="lieux-connus">
          {seen.known.map((name) => (
            <option value={name}>{name}</option>
          ))}
        </datalist>
        <TextField
          view={view}
          form={form}
          name="detail"
          label={t("registry:venue.detail")}
          hint={t("registry:venue.detailHint")}
          optional
        />
        <Actions>
          <Button icon="add">{t("registry:venue.do")}</Button>
        </Actions>
      </Form>
      <p>
        <a
          href={view.href(`/gestion/lieux/nouveau?retour=${encodeURIComponent(back)}`)}
          id={`${fieldId("place")}-nouveau`}
        >
          {t("registry:venue.newPlace")}
        </a>
      </p>
      <Ways view={view} situation={situation} />
    </>,
  );
}
