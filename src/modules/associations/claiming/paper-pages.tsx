import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Alert,
  Breadcrumb,
  deskPage,
  PrintButton,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { NewCode } from "./codes.ts";

type Live = { at: Date; until: Date; by: string | null };

const Trail = ({
  view,
  one,
  here,
}: {
  view: View;
  one: { id: string; name: string };
  here: string;
}) => (
  <Breadcrumb
    view={view}
    trail={[
      { words: view.t("registry:list.title"), path: urls.list },
      { words: one.name, path: urls.one(one.id) },
    ]}
    here={here}
  />
);

/** What a code on paper is for, those that still serve, and the button that makes one. */
export function makeCodePage(
  view: View,
  one: { id: string; name: string },
  live: readonly Live[],
): string {
  const { t, lang } = view;
  const title = t("space:code.title");
  return deskPage(
    view,
    { title, section: urls.list, main: "text" },
    <>
      <Trail view={view} one={one} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("space:code.what", { name: one.name })}</p>
      {live.length > 0 && (
        <Alert view={view} kind="info" title={t("space:code.live", { count: live.length })}>
          <ul>
            {live.map(({ at, until, by }) => (
              <li>
                {t("space:code.liveOne", {
                  day: longDay(lang, at),
                  until: longDay(lang, until),
                  name: by ?? t("registry:history.actor.person"),
                })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <ActionForm view={view} action={view.href(urls.newClaimCode(one.id))} icon="key">
        {t("space:code.make")}
      </ActionForm>
    </>,
  );
}

/** The code, told once: a page to print and hand over. */
export function madeCodePage(view: View, one: { id: string; name: string }, made: NewCode): string {
  const { t, commune } = view;
  const title = t("space:code.made", { name: one.name });
  const address = `${view.origin.replace(/^https?:\/\//, "")}${urls.claimCode}`;
  return deskPage(
    view,
    { title, section: urls.list, main: "text" },
    <>
      <div class="not-paper flow">
        <Trail view={view} one={one} here={t("space:code.title")} />
        <Alert view={view} kind="warning">
          <p>{t("space:code.once")}</p>
        </Alert>
        <PrintButton view={view} />
      </div>
      <h1>{title}</h1>
      <p>{t("space:code.paper.why", { name: one.name, site: commune.siteName })}</p>
      <ol>
        <li>
          {t("space:code.paper.go")} <strong>{address}</strong>
        </li>
        <li>
          {t("space:code.paper.type")}{" "}
          <strong class="stat-value num" translate={false}>
            {made.code}
          </strong>
        </li>
        <li>{t("space:code.paper.mail")}</li>
        <li>{t("space:code.paper.link")}</li>
      </ol>
      <p>{t("space:code.paper.until", { day: longDay(view.lang, made.until, true) })}</p>
      <p>{t("space:code.paper.secret")}</p>
      {commune.phone && <p>{t("space:code.paper.call", { phone: commune.phone })}</p>}
    </>,
  );
}
