import { longDay } from "../../../ui/dates.ts";
import {
  Alert,
  Button,
  ButtonLink,
  Facts,
  Form,
  French,
  HiddenField,
  page,
  Refused,
  SelectField,
  TextArea,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { peopleUrls } from "../../people/index.ts";
import { withWish } from "../asking/address.ts";
import type { Dated, Picked } from "../asking/wishes.ts";
import type { Days } from "../rules/rules.ts";
import { urls, waitUrls } from "../urls.ts";

export type JoinSeen = {
  wish: Dated;
  picked: Picked;
  associations: readonly { id: string; name: string }[];
  form: FormState;
  /** Why nobody may wait for it then, in a sentence; or that it is free. */
  against: string | undefined;
  free: boolean;
  /** Why this one may not. */
  refused: string | undefined;
};

/** Waiting for a thing that is not free on some days: what, when, how many, for whom. */
export function joinPage(view: View, seen: JoinSeen): string {
  const { t } = view;
  const wrong = seen.refused !== undefined || Object.keys(seen.form.errors).length > 0;
  return page(
    view,
    { title: t("loanwait:title"), main: "text", wrong, hidden: true, section: urls.catalogue },
    <>
      <h1>{t("loanwait:title")}</h1>
      <Refused view={view} sentence={seen.refused} />
      <Facts
        view={view}
        facts={[
          {
            term: t("loanwait:what"),
            value: <French view={view}>{seen.picked.model.name}</French>,
          },
          { term: t("equipment:loan.where"), value: seen.picked.shelf.placeName },
          { term: t("loanwait:days"), value: daysWords(view, seen.wish.days) },
        ]}
      />
      <Next view={view} seen={seen} />
      <p>
        <a href={view.href(withWish(urls.catalogue, { ...seen.wish, quantities: new Map() }))}>
          {t("equipment:request.change")}
        </a>
      </p>
    </>,
  );
}

const daysWords = ({ t, lang }: View, { from, until }: Days): string =>
  from === until
    ? longDay(lang, from, true)
    : t("loanwait:span", { from: longDay(lang, from, true), until: longDay(lang, until, true) });

function Next({ view, seen }: { view: View; seen: JoinSeen }) {
  const { t, href } = view;
  const { wish, associations } = seen;
  if (seen.against)
    return (
      <Alert view={view} kind="warning" title={t("loanwait:why")}>
        <p>{seen.against}</p>
      </Alert>
    );
  if (seen.free)
    return (
      <>
        <p>{t("loanwait:free")}</p>
        <ButtonLink href={href(withWish(urls.request, wish))} icon="next">
          {t("loanwait:askNow")}
        </ButtonLink>
      </>
    );
  if (!associations.length)
    return (
      <>
        <p>{t("loanwait:lead")}</p>
        <p>{t("loanwait:signIn")}</p>
        <ButtonLink
          href={href(`${peopleUrls.signIn}?suite=${encodeURIComponent(withWish(waitUrls.join, wish))}`)} // prettier-ignore
          icon="key"
        >
          {t("equipment:request.enter")}
        </ButtonLink>
      </>
    );
  return <JoinForm view={view} seen={seen} />;
}

function JoinForm({ view, seen }: { view: View; seen: JoinSeen }) {
  const { t, href } = view;
  const { wish, picked, associations } = seen;
  const form = { ...seen.form, values: { quantity: String(picked.quantity), ...seen.form.values } };
  const of = { view, form };
  return (
    <>
      <p>{t("loanwait:lead")}</p>
      <Form {...of} action={href(waitUrls.join)}>
        <HiddenField name="du" value={wish.days.from} />
        <HiddenField name="au" value={wish.days.until} />
        <HiddenField name="pool" value={picked.shelf.poolId} />
        <TextField
          {...of}
          name="quantity"
          type="number"
          inputmode="numeric"
          short
          label={t("loanwait:howMany")}
        />
        {associations.length > 1 && (
          <SelectField
            {...of}
            name="association"
            label={t("equipment:request.association")}
            options={associations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextArea
          {...of}
          name="purpose"
          label={t("equipment:request.purpose")}
          hint={t("equipment:request.purposeHint")}
          rows={3}
          maxLength={600}
        />
        <Button icon="wait">{t("loanwait:do")}</Button>
      </Form>
      <p class="soft">{t("loanwait:order")}</p>
    </>
  );
}
