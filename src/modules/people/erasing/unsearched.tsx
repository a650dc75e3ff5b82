import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { Alert, Breadcrumb, ButtonLink, deskPage, Table, type View } from "../../../ui/index.ts";
import type { PersonalData, Unsearched } from "../personal-data.ts";
import { settingsStep } from "../team/pages.tsx";
import { urls } from "../urls.ts";
import { soughtOf, type Whom } from "./erase.ts";

/** The files that may name someone, whose words no erasure changes. */
export async function unsearchedAbout(
  tx: Tx,
  whom: Whom,
  { rooms, t }: { rooms: readonly PersonalData[]; t: Translate },
): Promise<Unsearched[]> {
  const who = await soughtOf(tx, whom, { rooms });
  const found: Unsearched[] = [];
  if (who) for (const room of rooms) found.push(...((await room.unsearched?.(tx, who, t)) ?? []));
  return found;
}

/** What is left to look at by hand, with a link to each; nothing when there is none. */
export function UnsearchedFiles({ view, files }: { view: View; files: readonly Unsearched[] }) {
  const { t } = view;
  if (files.length === 0) return null;
  return (
    <>
      <h2>{t("people:erasing.unsearched.title")}</h2>
      <p>{t("people:erasing.unsearched.words")}</p>
      <Table
        view={view}
        caption={t("people:erasing.unsearched.title")}
        captionHidden
        rows={files}
        columns={[
          {
            label: t("people:erasing.unsearched.file"),
            heading: true,
            cell: ({ title, path }) =>
              path ? (
                <a href={view.href(path)}>{title}</a>
              ) : (
                <>
                  {title} <span class="soft">{t("people:erasing.unsearched.closed")}</span>
                </>
              ),
          },
          {
            label: t("people:erasing.unsearched.association"),
            cell: ({ association }) => <a href={view.href(association.path)}>{association.name}</a>,
          },
          { label: t("people:erasing.unsearched.day"), cell: ({ day }) => longDay(view.lang, day) },
        ]}
      />
    </>
  );
}

/** After an erasure that leaves files to look at: the only page that can say which, since nothing says of whom any more. */
export function erasedPage(view: View, files: readonly Unsearched[]): string {
  const { t } = view;
  const title = t("people:erasing.unsearched.left");
  return deskPage(
    view,
    { title, section: urls.settings },
    <>
      <Breadcrumb
        view={view}
        trail={[settingsStep(view), { words: t("people:erasing.title"), path: urls.erasing }]}
        here={title}
      />
      <h1>{title}</h1>
      <Alert view={view} kind="success" title={t("people:notice.erased")} />
      <UnsearchedFiles view={view} files={files} />
      <p>{t("people:erasing.unsearched.once")}</p>
      <ButtonLink kind="secondary" href={view.href(urls.erasing)}>
        {t("people:erasing.unsearched.done")}
      </ButtonLink>
    </>,
  );
}
