import { colon } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { French, TextField, type View } from "../../../ui/index.ts";
import { clockWords } from "../../scheduling/index.ts";
import type { Model } from "../models/queries.ts";
import { urls, waitUrls } from "../urls.ts";
import { withWish, type Wish } from "./address.ts";
import type { Within } from "./hours.ts";
import type { Offer } from "./offer.ts";

/** One place that lends it: how many to take, or why none and when next, or waiting for it. `several`: other places have some of it then. */
export function At(props: {
  view: View;
  model: Model;
  offer: Offer;
  wish: Wish;
  several: boolean;
}) {
  const { view, model, offer, wish, several } = props;
  const { t, href, lang } = view;
  const { shelf, free, whyNot, within, nearest } = offer;
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
        label={t(several ? "equipment:howManyAt" : "equipment:howMany", {
          name: model.name,
          place: shelf.placeName,
        })}
        hint={[
          t("equipment:free", { count: free, place: shelf.placeName }),
          ...withinWords(view, within),
        ].join(". ")}
      />
    );
  // Read apart from its card, a link says what it is about.
  const named = (
    <span class="sr">
      {colon(lang)}
      <French view={view}>{model.name}</French>
    </span>
  );
  return (
    <p>
      <strong>{t(`equipment:why.${whyNot ?? "not_free"}`)}</strong>{" "}
      {t("equipment:at", { place: shelf.placeName })}
      {nearest && (
        <>
          <br />
          <a href={href(withWish(urls.catalogue, { days: nearest, quantities: new Map() }))}>
            {t(nearest.from === nearest.until ? "equipment:nearestDay" : "equipment:nearest", {
              from: longDay(lang, nearest.from, true),
              until: longDay(lang, nearest.until, true),
            })}
            {named}
          </a>
        </>
      )}
      {whyNot === "not_free" && wish.days && (
        <>
          <br />
          <a
            href={href(
              withWish(waitUrls.join, {
                days: wish.days,
                quantities: new Map([[shelf.poolId, 1]]),
              }),
            )}
          >
            {t("loanwait:do")}
            {named}
          </a>
        </>
      )}
    </p>
  );
}

/** The hours it is free between, in sentences: none when it is the whole of the days. */
export function withinWords({ t, lang }: View, within: Within | undefined): string[] {
  const said = (key: "comeFrom" | "backBy", minute: number | undefined) =>
    minute === undefined ? [] : [t(`equipment:${key}`, { hour: clockWords(t, lang, minute) })];
  return [...said("comeFrom", within?.from), ...said("backBy", within?.until)];
}
