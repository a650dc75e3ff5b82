import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  Form,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { LendingPlace } from "../lending-places/queries.ts";
import type { Model } from "../models/queries.ts";
import { keptPage, modelsTrail } from "../kept-page.tsx";
import type { Side } from "../who.ts";
import { NoPlace } from "../lending-places/no-place.tsx";

/** Units of a model, several at once: their labels, where they are kept. */
export function addUnitsPage(
  view: View,
  side: Side,
  model: Model,
  places: readonly LendingPlace[],
  form: FormState,
): string {
  const { t, href } = view;
  const { urls } = side;
  const title = t("lending:units.add");
  const of = { view, form };
  return keptPage(
    view,
    side,
    { title, form },
    <>
      <Breadcrumb
        view={view}
        trail={[...modelsTrail(view, side), { words: model.name, path: urls.deskModel(model.id) }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="soft">{model.name}</p>
      {places.length === 0 ? (
        <NoPlace view={view} path={urls.addPlace} />
      ) : (
        <Form {...of} action={href(urls.addUnits(model.id))}>
          <TextArea
            {...of}
            name="tags"
            label={t("lending:units.tags")}
            hint={t("lending:units.tagsHint")}
            rows={3}
          />
          <SelectField
            {...of}
            name="place"
            label={t("lending:units.where")}
            empty={false}
            options={places.map(({ placeId, name }) => ({ value: placeId, label: name }))}
          />
          <TextField {...of} name="serial" label={t("lending:units.serial")} optional />
          <TextField
            {...of}
            name="acquiredOn"
            label={t("lending:units.acquired")}
            hint={t("lending:units.acquiredHint")}
            optional
          />
          {model.category === "connection" && (
            <TextField
              {...of}
              name="dataPlan"
              label={t("lending:units.plan")}
              hint={t("lending:units.planHint")}
              optional
            />
          )}
          <Actions>
            <Button icon="done">{t("lending:units.save")}</Button>
            <ButtonLink kind="quiet" href={href(urls.deskModel(model.id))}>
              {t("lending:back")}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </>,
  );
}
