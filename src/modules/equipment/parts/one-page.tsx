import { momentWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Facts,
  Form,
  RadioGroup,
  Table,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { partUrls, urls } from "../urls.ts";
import { partsTrail, StockTag } from "./pages.tsx";
import { moveKinds, type Move, type Part } from "./queries.ts";

export type PartSeen = { part: Part; moves: readonly Move[]; form: FormState };

/** One part: how many there are, saying what was done with some, and what was done before. */
export function partPage(view: View, { part, moves, form }: PartSeen): string {
  const { t, href, lang } = view;
  const of = { view, form };
  return deskPage(
    view,
    {
      title: part.name,
      section: urls.desk,
      main: "text",
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <Breadcrumb view={view} trail={partsTrail(view)} here={part.name} />
      <h1>{part.name}</h1>
      <p class="row">
        <StockTag view={view} part={part} />
        <strong>
          {part.inStock
            ? t("keeping:parts.thereAre", { count: part.inStock })
            : t("keeping:parts.noneLeft")}
        </strong>
      </p>
      <Facts
        view={view}
        facts={[
          { term: t("lending:units.place"), value: part.placeName },
          { term: t("lending:units.shelf"), value: part.shelf },
          { term: t("keeping:parts.threshold"), value: String(part.threshold) },
          {
            term: t("keeping:parts.for"),
            value: part.models.map(({ name }) => name).join(", "),
          },
        ]}
      />
      <Form {...of} action={href(partUrls.moves(part.id))}>
        <RadioGroup
          {...of}
          name="kind"
          label={t("keeping:parts.whatDone")}
          options={moveKinds.map((value) => ({
            value,
            label: t(`keeping:parts.${value}`),
            hint: t(`keeping:parts.${value}Hint`),
          }))}
        />
        <TextField
          {...of}
          name="quantity"
          label={t("keeping:parts.howMany")}
          type="number"
          inputmode="numeric"
          min="0"
          max="10000"
          short
        />
        <TextField
          {...of}
          name="tag"
          label={t("keeping:parts.unit")}
          hint={t("keeping:parts.unitHint")}
          maxLength={24}
          optional
        />
        <Button icon="done">{t("lending:save")}</Button>
      </Form>
      <Table
        view={view}
        caption={t("keeping:parts.before")}
        rows={moves}
        empty={<p class="soft">{t("keeping:parts.nothingYet")}</p>}
        columns={[
          {
            label: t("keeping:parts.when"),
            heading: true,
            cell: ({ at }) => momentWords(lang, at),
          },
          { label: t("keeping:parts.what"), cell: ({ kind }) => t(`keeping:parts.${kind}`) },
          {
            label: t("keeping:parts.change"),
            numeric: true,
            cell: ({ change }) => (change > 0 ? `+${change}` : String(change).replace("-", "−")),
          },
          {
            label: t("keeping:parts.then"),
            numeric: true,
            cell: ({ inStock }) => inStock,
          },
          {
            label: t("lending:units.tag"),
            ifAny: true,
            cell: ({ tag }) => tag && <a href={href(urls.unit(tag))}>{tag}</a>,
          },
        ]}
      />
      <Actions>
        <ButtonLink href={href(partUrls.edit(part.id))} kind="secondary" icon="edit">
          {t("lending:model.edit")}
        </ButtonLink>
        <ActionForm view={view} action={href(partUrls.ending(part.id))} kind="quiet" icon="remove">
          {t("keeping:parts.end")}
        </ActionForm>
      </Actions>
    </>,
  );
}
