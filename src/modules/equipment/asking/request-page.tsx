import { clockWords } from "../../scheduling/index.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  French,
  HiddenField,
  page,
  SelectField,
  TextArea,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { colon } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { peopleUrls } from "../../people/index.ts";
import type { Model } from "../models/queries.ts";
import type { Days } from "../rules/rules.ts";
import { urls } from "../urls.ts";
import { withWish, type Wish } from "./address.ts";
import type { Within } from "./hours.ts";
import { daysTitle } from "./page.tsx";
import { withinWords } from "./place.tsx";

/** `within`: the hours it is free between, when it is not over the whole of the days. */
export type Chosen = { model: Model; quantity: number; within: Within | undefined };

/** A place where some of it is picked up, and the hours left for it. */
export type PickUp = {
  placeId: string;
  name: string;
  words: string | null;
  chosen: readonly Chosen[];
  /** Minutes of the day. */
  out: readonly number[];
  back: readonly number[];
};

export type RequestSeen = {
  wish: Wish & { days: Days };
  pickUps: readonly PickUp[];
  /** The associations of who asks; none when nobody is signed in. */
  associations: readonly { id: string; name: string }[];
  /** What has not enough left, and where one waits for it. */
  waits: readonly { name: string; path: string }[];
  /** What stands against it, in sentences. */
  against: readonly string[];
  form: FormState;
};

/** What is asked, for whom, what for, when one comes: then it is sent. */
export function requestPage(view: View, seen: RequestSeen): string {
  const { t, href } = view;
  const { wish, pickUps, associations, against, form } = seen;
  const here = withWish(urls.request, wish);
  return page(
    view,
    {
      title: t("equipment:request.title"),
      main: "text",
      wrong: against.length > 0 || Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{t("equipment:request.title")}</h1>
      <p class="lead">{daysTitle(view, wish.days)}</p>
      {against.length > 0 && (
        <div role="alert" tabIndex={-1} data-focus>
          <Alert view={view} kind="error" title={t("equipment:request.against")}>
            <ul>
              {against.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
            {against.includes(t("equipment:against.no_convention")) && (
              <p>
                <a href={href(urls.conventions)}>{t("conventions:list.title")}</a>
              </p>
            )}
            {seen.waits.map(({ name, path }) => (
              <p>
                <a href={href(path)}>
                  {t("loanwait:title")}
                  {colon(view.lang)}
                  <French view={view}>{name}</French>
                </a>
              </p>
            ))}
          </Alert>
        </div>
      )}
      {pickUps.length > 1 && <p>{t("equipment:request.perPlace")}</p>}
      {associations.length === 0 ? (
        <>
          {pickUps.map((pickUp) => (
            <>
              <p>
                <strong>{pickUp.name}</strong>
              </p>
              <ChosenList view={view} pickUp={pickUp} />
            </>
          ))}
          <p>{t("equipment:request.signIn")}</p>
          <Actions>
            <ButtonLink
              href={href(`${peopleUrls.signIn}?suite=${encodeURIComponent(here)}`)}
              icon="key"
            >
              {t("equipment:request.enter")}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <Form view={view} form={form} action={href(urls.request)}>
          <HiddenField name="du" value={wish.days.from} />
          <HiddenField name="au" value={wish.days.until} />
          {[...wish.quantities].map(([poolId, count]) => (
            <HiddenField name={`q_${poolId}`} value={String(count)} />
          ))}
          {associations.length > 1 && (
            <SelectField
              view={view}
              form={form}
              name="association"
              label={t("equipment:request.association")}
              options={associations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextArea
            view={view}
            form={form}
            name="purpose"
            label={t("equipment:request.purpose")}
            hint={t("equipment:request.purposeHint")}
            rows={3}
            maxLength={600}
          />
          {pickUps.map((pickUp) => (
            <PickUpFields view={view} form={form} pickUp={pickUp} days={wish.days} />
          ))}
          <Button icon="send">{t("equipment:request.send")}</Button>
        </Form>
      )}
      <p>
        <a href={href(withWish(urls.catalogue, wish))}>{t("equipment:request.change")}</a>
      </p>
    </>,
  );
}

const ChosenList = ({ view, pickUp }: { view: View; pickUp: PickUp }) => (
  <ul>
    {pickUp.chosen.map(({ model, quantity, within }) => (
      <li>
        {[
          view.t("equipment:request.line", { quantity, name: model.name }),
          ...withinWords(view, within),
        ].join(". ")}
      </li>
    ))}
  </ul>
);

function PickUpFields(props: { view: View; form: FormState; pickUp: PickUp; days: Days }) {
  const { view, form, pickUp, days } = props;
  const { t, lang } = view;
  const slots = (way: "out" | "back") => (
    <SelectField
      view={view}
      form={form}
      name={`${way}_${pickUp.placeId}`}
      label={t(`equipment:request.${way}`, {
        day: longDay(lang, way === "out" ? days.from : days.until, true),
      })}
      options={pickUp[way].map((minute) => ({
        value: String(minute),
        label: clockWords(t, lang, minute),
      }))}
    />
  );
  return (
    <fieldset class="flow">
      <legend class="legend">{pickUp.name}</legend>
      <ChosenList view={view} pickUp={pickUp} />
      {pickUp.words && <p class="soft">{pickUp.words}</p>}
      {slots("out")}
      {slots("back")}
    </fieldset>
  );
}
