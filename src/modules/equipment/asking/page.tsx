import { longDay } from "../../../ui/dates.ts";
import {
  Button,
  EmptyState,
  HiddenField,
  page,
  Refused,
  RestScene,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { categories } from "../codes.ts";
import { piecesWords } from "../models/one-page.tsx";
import type { Model } from "../models/queries.ts";
import type { Days } from "../rules/rules.ts";
import { urls } from "../urls.ts";
import { withWish, type Wish } from "./address.ts";
import type { Offer } from "./offer.ts";

export type Lent = { model: Model; offers: readonly Offer[] };

export type CatalogueSeen = {
  wish: Wish;
  form: FormState;
  lent: readonly Lent[];
  /** Why a request did not go on. */
  refused: string | undefined;
};

/** What the commune lends: dates first, then what is free, what is not and why, and when next. */
export function cataloguePage(view: View, { wish, form, lent, refused }: CatalogueSeen): string {
  const { t, href } = view;
  const { days } = wish;
  return page(
    view,
    { title: t("equipment:title"), wrong: wish.wrong.length > 0 || refused !== undefined },
    <>
      <h1>{t("equipment:title")}</h1>
      <p class="lead">{t("equipment:lead")}</p>
      <Refused view={view} sentence={refused} />
      <form class="flow" method="get" action={href(urls.catalogue)}>
        <fieldset class="flow">
          <legend>{t("equipment:when")}</legend>
          {(["du", "au"] as const).map((name) => (
            <TextField
              view={view}
              form={form}
              name={name}
              type="date"
              short
              label={t(name === "du" ? "equipment:from" : "equipment:until")}
            />
          ))}
        </fieldset>
        <Button icon="search">{t("equipment:search")}</Button>
      </form>
      {lent.length === 0 ? (
        <EmptyState scene={<RestScene />} title={t("equipment:none")}>
          <p>{t("equipment:noneHow")}</p>
        </EmptyState>
      ) : (
        <section class="flow" aria-labelledby="resultats">
          <h2 id="resultats">{days ? daysTitle(view, days) : t("equipment:everything")}</h2>
          {days ? (
            <form class="flow" method="get" action={href(urls.request)}>
              <HiddenField name="du" value={days.from} />
              <HiddenField name="au" value={days.until} />
              <Categories view={view} lent={lent} wish={wish} />
              {lent.some(({ offers }) => offers.some(({ free }) => free > 0)) && (
                <Button icon="next">{t("equipment:ask")}</Button>
              )}
            </form>
          ) : (
            <Categories view={view} lent={lent} wish={wish} />
          )}
        </section>
      )}
    </>,
  );
}

export const daysTitle = ({ t, lang }: View, { from, until }: Days): string =>
  from === until
    ? t("equipment:resultDay", { from: longDay(lang, from) })
    : t("equipment:resultTitle", { from: longDay(lang, from), until: longDay(lang, until) });

type Part = { view: View; lent: readonly Lent[]; wish: Wish };

const Categories = ({ view, lent, wish }: Part) => (
  <>
    {categories
      .map((category) => lent.filter(({ model }) => model.category === category))
      .filter((some) => some.length > 0)
      .map((some) => (
        <section class="flow">
          <h3>{view.t(`equipment:category.${some[0]?.model.category ?? "other"}`)}</h3>
          <ul class="grid lent">
            {some.map((one) => (
              <li>
                <Thing view={view} lent={one} wish={wish} />
              </li>
            ))}
          </ul>
        </section>
      ))}
  </>
);

function Thing({ view, lent: { model, offers }, wish }: { view: View; lent: Lent; wish: Wish }) {
  const { t } = view;
  const pieces = piecesWords(model);
  return (
    <div class="card">
      <h4 lang="fr">{model.name}</h4>
      <p lang="fr">{model.purpose}</p>
      {pieces && <p class="soft">{t("equipment:contains", { pieces })}</p>}
      {model.owner && <p class="soft">{t("equipment:lentBy", { name: model.owner.name })}</p>}
      {wish.days &&
        offers.map((offer) => <At view={view} model={model} offer={offer} wish={wish} />)}
    </div>
  );
}

/** One place that lends it: how many to take, or why none and when next. */
function At(props: { view: View; model: Model; offer: Offer; wish: Wish }) {
  const { view, model, offer, wish } = props;
  const { t, href, lang } = view;
  const { shelf, free, whyNot, nearest } = offer;
  const name = `q_${shelf.poolId}`;
  if (free > 0)
    return (
      <TextField
        view={view}
        form={{ values: { [name]: String(wish.quantities.get(shelf.poolId) ?? "") }, errors: {} }}
        name={name}
        type="number"
        inputmode="numeric"
        short
        optional="silent"
        label={t("equipment:howMany", { name: model.name })}
        hint={t("equipment:free", { count: free, place: shelf.placeName })}
      />
    );
  return (
    <p>
      <strong>{t(`equipment:why.${whyNot ?? "not_free"}`)}</strong>{" "}
      {t("equipment:at", { place: shelf.placeName })}
      {nearest && (
        <>
          <br />
          <a href={href(withWish(urls.catalogue, { days: nearest, quantities: new Map() }))}>
            {t("equipment:nearest", {
              from: longDay(lang, nearest.from, true),
              until: longDay(lang, nearest.until, true),
            })}
          </a>
        </>
      )}
    </p>
  );
}
