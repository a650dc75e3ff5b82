import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  EmptyState,
  Form,
  RestScene,
  SelectField,
  Table,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { TimetableFields } from "../../scheduling/index.ts";
import { keptPage, modelsTrail } from "../kept-page.tsx";
import { urls } from "../urls.ts";
import type { Side } from "../who.ts";
import type { LendingPlace } from "./queries.ts";
import { slotLengths } from "./reading.ts";
import { WhichPlace } from "./which-place.tsx";

/** The places that hand over and take back. */
export function lendingPlacesPage(view: View, places: readonly LendingPlace[]): string {
  const { t, href } = view;
  return deskPage(
    view,
    { title: t("lending:places.title"), section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={t("lending:places.title")}
      />
      <h1>{t("lending:places.title")}</h1>
      <p class="lead">{t("lending:places.lead")}</p>
      <Actions>
        <ButtonLink href={href(urls.addPlace)} icon="add">
          {t("lending:places.add")}
        </ButtonLink>
      </Actions>
      <Table
        view={view}
        caption={t("lending:places.caption")}
        rows={places}
        empty={
          <EmptyState scene={<RestScene />} title={t("lending:places.empty")}>
            <p>{t("lending:places.emptyHow")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("lending:units.place"),
            heading: true,
            cell: ({ placeId, name }) => <a href={href(urls.place(placeId))}>{name}</a>,
          },
          { label: t("lending:models.owner"), ifAny: true, cell: ({ ownerName }) => ownerName },
          {
            label: t("lending:places.slot"),
            cell: ({ slotMinutes, slotMost }) =>
              t("lending:places.slotWords", { minutes: slotMinutes, count: slotMost }),
          },
        ]}
      />
    </>,
  );
}

export type PlaceSeen = {
  side: Side;
  /** The associations it may be of, in its space. */
  owners: readonly { id: string; name: string }[];
  known: LendingPlace | undefined;
  /** Places of the commune that do not lend yet. */
  others: readonly { id: string; name: string }[];
  /** Whether who looks may add a place to those of the commune; else somebody does it for them. */
  mayAdd: boolean;
  form: FormState;
};

/** When a place hands over, and how many at once. */
export function lendingPlacePage(view: View, seen: PlaceSeen): string {
  const { side, known, form } = seen;
  const { t, href } = view;
  const { urls } = side;
  const title = known?.name ?? t("lending:places.add");
  const of = { view, form };
  return keptPage(
    view,
    side,
    { title, form },
    <>
      <Breadcrumb
        view={view}
        trail={
          side.name === "desk"
            ? [
                ...modelsTrail(view, side).slice(0, 1),
                { words: t("lending:places.title"), path: urls.places },
              ]
            : modelsTrail(view, side)
        }
        here={title}
      />
      <h1>{title}</h1>
      {known && !known.closedAt && (
        <ActionForm
          view={view}
          action={href(urls.closePlace(known.placeId))}
          kind="quiet"
          icon="close"
        >
          {t("lending:places.close")}
        </ActionForm>
      )}
      {known?.closedAt && <p>{t("lending:places.closed")}</p>}
      <Form {...of} action={href(known ? urls.place(known.placeId) : urls.addPlace)}>
        {!known && <WhichPlace {...of} seen={seen} />}
        <TimetableFields {...of} />
        <SelectField
          {...of}
          name="slotMinutes"
          label={t("lending:places.slotMinutes")}
          hint={t("lending:places.slotHint")}
          empty={false}
          options={slotLengths.map((minutes) => ({
            value: String(minutes),
            label: t("lending:places.minutes", { minutes }),
          }))}
        />
        <TextField {...of} name="slotMost" label={t("lending:places.slotMost")} />
        <TextArea
          {...of}
          name="words"
          label={t("lending:places.words")}
          hint={t("lending:places.wordsHint")}
          rows={2}
          maxLength={600}
          optional
        />
        <Actions>
          <Button icon="done">{t("lending:save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.places)}>
            {t("lending:back")}
          </ButtonLink>
        </Actions>
      </Form>
    </>,
  );
}
