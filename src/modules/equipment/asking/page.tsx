import { longDay } from "../../../ui/dates.ts";
import {
  Button,
  French,
  EmptyState,
  ErrorSummary,
  HiddenField,
  page,
  Refused,
  RestScene,
  Tag,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { PhotoThumb } from "../../communes/index.ts";
import { KitsPart } from "../kits/part.tsx";
import type { Kit } from "../kits/queries.ts";
import { piecesWords } from "../models/one-page.tsx";
import type { Model } from "../models/queries.ts";
import type { Days } from "../rules/rules.ts";
import { catalogueCard, urls } from "../urls.ts";
import type { Wish } from "./address.ts";
import { DaysFields } from "./days-fields.tsx";
import type { Offer } from "./offer.ts";
import { At } from "./place.tsx";

export type Lent = { model: Model; offers: readonly Offer[] };

export type CatalogueSeen = {
  wish: Wish;
  form: FormState;
  lent: readonly Lent[];
  kits: readonly Kit[];
  /** Why a request did not go on. */
  refused: string | undefined;
};

/** What the commune lends: dates first, then what is free, what is not and why, and when next. */
export function cataloguePage(
  view: View,
  { wish, form, lent, kits, refused }: CatalogueSeen,
): string {
  const { t, href } = view;
  const { days } = wish;
  return page(
    view,
    { title: t("equipment:title"), wrong: wish.wrong.length > 0 || refused !== undefined },
    <>
      <h1>{t("equipment:title")}</h1>
      <p class="lead">{t("equipment:lead")}</p>
      <Refused view={view} sentence={refused} />
      <form class="flow not-paper" method="get" action={href(urls.catalogue)}>
        <ErrorSummary view={view} form={form} />
        <DaysFields view={view} form={form} />
        <Button icon="search">{t("equipment:search")}</Button>
      </form>
      {lent.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("equipment:none")}>
          <p>{t("equipment:noneHow")}</p>
        </EmptyState>
      ) : (
        <>
          <KitsPart view={view} kits={kits} lent={lent} wish={wish} />
          <section class="flow" aria-labelledby="resultats">
            <h2 id="resultats">{days ? daysTitle(view, days) : t("equipment:everything")}</h2>
            {days ? (
              <form class="flow" method="get" action={href(urls.request)}>
                <HiddenField name="du" value={days.from} />
                <HiddenField name="au" value={days.until} />
                <Things view={view} lent={lent} wish={wish} />
              </form>
            ) : (
              <Things view={view} lent={lent} wish={wish} />
            )}
          </section>
        </>
      )}
    </>,
  );
}

export const daysTitle = ({ t, lang }: View, { from, until }: Days): string =>
  from === until
    ? t("equipment:resultDay", { from: longDay(lang, from) })
    : t("equipment:resultTitle", { from: longDay(lang, from), until: longDay(lang, until) });

type Part = { view: View; lent: readonly Lent[]; wish: Wish };

const anyFree = ({ offers }: Lent): boolean => offers.some(({ free }) => free > 0);

/** What is free then, before what is not; without dates, everything. */
function Things({ view, lent, wish }: Part) {
  if (!wish.days) return <Cards view={view} lent={lent} wish={wish} />;
  const [free, taken] = [lent.filter(anyFree), lent.filter((one) => !anyFree(one))];
  return (
    <>
      {free.length === 0 && <p>{view.t("equipment:noneFree")}</p>}
      {free.length > 0 && <Cards view={view} lent={free} wish={wish} />}
      {free.length > 0 && <Button icon="next">{view.t("equipment:ask")}</Button>}
      {taken.length > 0 && (
        <section class="flow" aria-labelledby="pas-libre">
          <h2 id="pas-libre">{view.t("equipment:notFree")}</h2>
          <Cards view={view} lent={taken} wish={wish} />
        </section>
      )}
    </>
  );
}

const Cards = ({ view, lent, wish }: Part) => (
  <ul class="grid">
    {lent.map((one) => (
      <li>
        <Thing view={view} lent={one} wish={wish} />
      </li>
    ))}
  </ul>
);

function Thing({ view, lent: { model, offers }, wish }: { view: View; lent: Lent; wish: Wish }) {
  const { t } = view;
  const pieces = piecesWords(model);
  return (
    <div class="card" id={catalogueCard(model.slug)}>
      {model.photo && <PhotoThumb photo={model.photo} />}
      <h3>
        <a href={view.href(urls.model(model.slug))}>
          <French view={view}>{model.name}</French>
        </a>
      </h3>
      <p>
        <Tag>{t(`equipment:category.${model.category}`)}</Tag>
      </p>
      <p>
        <French view={view}>{model.purpose}</French>
      </p>
      {pieces && <p class="soft">{t("equipment:contains", { pieces })}</p>}
      {model.owner && <p class="soft">{t("equipment:lentBy", { name: model.owner.name })}</p>}
      {wish.days &&
        offers
          .toSorted((a, b) => b.free - a.free)
          .map((offer) => (
            <At
              view={view}
              model={model}
              offer={offer}
              wish={wish}
              several={offers.filter(({ free }) => free > 0).length > 1}
            />
          ))}
    </div>
  );
}
