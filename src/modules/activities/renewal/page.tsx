import { longDay } from "../../../ui/dates.ts";
import {
  Actions,
  Button,
  ButtonLink,
  DoneScene,
  EmptyState,
  Form,
  RadioGroup,
  Refused,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { programmePage } from "../edit/frame.tsx";
import type { Line } from "../edit/list-page.tsx";
import type { Programme } from "../edit/programme.ts";
import { urls } from "../urls.ts";

export const answers = ["keep", "change", "stop", "later"] as const;
export type RenewalAnswer = (typeof answers)[number];

export type RenewalSeen = {
  programme: Programme;
  /** The year the season prepared begins in, and its first day while it is to come. */
  season: number;
  shownFrom: string | undefined;
  lines: readonly Line[];
  form: FormState;
  refused?: string | undefined;
};

/** Last season's activities, one answer each, on one screen. */
export function renewalPage(view: View, seen: RenewalSeen): string {
  const { t, href, lang } = view;
  const { programme, lines, form, season } = seen;
  const prepared = { from: season, to: season + 1 };
  const ending = { from: season - 1, to: season };
  const title = t("programme:renewal.title", prepared);
  // Said before its season ends, that it stops would be taken for today.
  const offered = answers.filter((answer) => answer !== "stop" || !seen.shownFrom);
  return programmePage(
    view,
    programme,
    { title, here: title, wrong: seen.refused !== undefined },
    <>
      <h1>{title}</h1>
      <Refused view={view} sentence={seen.refused} />
      {lines.length === 0 ? (
        <EmptyState scene={<DoneScene />} title={t("programme:renewal.nothing", ending)}>
          <ButtonLink kind="secondary" href={href(programme.base)}>
            {t("programme:renewal.back")}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <p class="lead">{t("programme:renewal.lead", ending)}</p>
          {seen.shownFrom && (
            <p>{t("programme:renewal.early", { day: longDay(lang, seen.shownFrom) })}</p>
          )}
          <Form view={view} form={form} action={href(urls.renewal(programme.base))}>
            {lines.map(({ activity, hours, place }) => (
              <RadioGroup
                view={view}
                form={form}
                name={`activity-${activity.id}`}
                label={t("programme:renewal.what", { title: activity.fields.title, ...prepared })}
                hint={[...hours, place].filter(Boolean).join(" · ") || undefined}
                options={offered.map((value) => ({
                  value,
                  label: t(`programme:renewal.${value}`),
                  ...(value === "keep" || value === "change"
                    ? { hint: t(`programme:renewal.${value}Hint`) }
                    : {}),
                }))}
              />
            ))}
            <Actions>
              <Button icon="done">{t("programme:renewal.save")}</Button>
              <ButtonLink kind="quiet" href={href(programme.base)}>
                {t("programme:cancel")}
              </ButtonLink>
            </Actions>
          </Form>
        </>
      )}
    </>,
  );
}
