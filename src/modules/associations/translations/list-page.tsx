import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Alert,
  blankForm,
  Button,
  ButtonLink,
  Card,
  ownLanguageName,
  Refused,
  SelectField,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { dayOf } from "../../../platform/clock.ts";
import { directionOf } from "../../../platform/i18n/index.ts";
import { contentLanguages, textFields } from "../codes.ts";
import { keptPage } from "../members/frame.tsx";
import type { Keeper } from "../members/keeper.ts";
import type { Situation } from "../record/fields.ts";
import { urls } from "../urls.ts";
import { languageWord } from "../words.ts";
import { baseOfTexts } from "./doors.ts";
import { readingAddress } from "./reading-address.ts";
import { mustBeReread, type Text } from "./rules.ts";

export type ListSeen = {
  keeper: Keeper;
  situation: Situation;
  texts: readonly Text[];
  refused: string | undefined;
  /** Where what was just written is undone. */
  undo: string | undefined;
};

/** The languages an association speaks to its readers in, and the way to add one. */
export function listPage(view: View, seen: ListSeen): string {
  const { t, href } = view;
  const { keeper, situation, texts } = seen;
  const base = baseOfTexts(keeper);
  const known = contentLanguages.filter((lang) => texts.some((text) => text.lang === lang));
  const french = textFields.some((field) => situation.record[field]);
  return keptPage(
    view,
    keeper,
    { title: t("texts:title"), wrong: seen.refused !== undefined },
    <>
      <Refused view={view} sentence={seen.refused} />
      {seen.undo && (
        <ActionForm view={view} action={href(seen.undo)} kind="secondary" icon="undo">
          {t("texts:undo")}
        </ActionForm>
      )}
      <p class="lead">{t("texts:lead")}</p>
      <p>{t("texts:prevails")}</p>
      {known.map((lang) => (
        <Language view={view} seen={seen} lang={lang} />
      ))}
      {french ? (
        <form class="form" method="get" action={href(base)}>
          <h2>{t(known.length ? "texts:another" : "texts:first")}</h2>
          <SelectField
            view={view}
            form={blankForm}
            name="langue"
            label={t("texts:language")}
            options={contentLanguages
              .filter((lang) => !known.includes(lang))
              .map((lang) => ({ value: lang, label: bothNames(view, lang) }))
              .toSorted((one, other) => one.label.localeCompare(other.label, view.lang))}
          />
          <Button kind={known.length ? "secondary" : "primary"}>{t("texts:write")}</Button>
        </form>
      ) : (
        known.length === 0 && (
          <Alert view={view} kind="info" title={t("texts:noFrench")}>
            <p>{t("texts:noFrenchWords")}</p>
            <ButtonLink
              icon="edit"
              href={href(
                keeper.side === "space" ? urls.spaceConfirm(situation.id) : urls.edit(situation.id),
              )}
            >
              {t("texts:toFrench")}
            </ButtonLink>
          </Alert>
        )
      )}
    </>,
  );
}

/** `Anglais (English)`: found by who looks for the French word as by who looks for their own. */
function bothNames(view: View, lang: string): string {
  const word = languageWord(view.t, view.lang, lang);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} (${ownLanguageName(lang)})`;
}

function Language({ view, seen, lang }: { view: View; seen: ListSeen; lang: string }) {
  const { t, href } = view;
  const { record, slug } = seen.situation;
  const texts = seen.texts.filter((text) => text.lang === lang);
  const stale = texts.some((text) => mustBeReread(text, record));
  const language = languageWord(t, view.lang, lang);
  const latest = texts.reduce((one, other) => (other.at > one.at ? other : one));
  const said = texts.map(({ field }) => t(`registry:field.${field}`)).join(", ");
  return (
    <Card>
      <h2>
        <span lang={lang} dir={directionOf(lang)}>
          {ownLanguageName(lang)}
        </span>{" "}
        <span class="soft">({language})</span>
      </h2>
      <p class="row">
        {stale ? (
          <Tag tone="warning">{t("texts:state.reread")}</Tag>
        ) : (
          <Tag tone="success">{t("texts:state.true")}</Tag>
        )}
        <span class="soft">
          {t(`texts:by.${latest.by}`, { day: longDay(view.lang, dayOf(latest.at)) })}
        </span>
      </p>
      <p>{said}</p>
      <div class="actions">
        <ButtonLink
          kind={stale ? "primary" : "secondary"}
          icon="edit"
          href={href(`${baseOfTexts(seen.keeper)}/${lang}`)}
        >
          {t(stale ? "texts:reread" : "texts:change")}
          <span class="sr"> : {language}</span>
        </ButtonLink>
        {record.listed && (
          <ButtonLink kind="quiet" icon="eye" href={readingAddress(view, slug, lang)}>
            {t("texts:see")}
            <span class="sr"> : {language}</span>
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
