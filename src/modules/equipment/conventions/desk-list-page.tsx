import { longDay } from "../../../ui/dates.ts";
import {
  Actions,
  Breadcrumb,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { StandingTag } from "./parts.tsx";
import type { Convention } from "./queries.ts";
import { standingOf, type Standing } from "./rules.ts";

export type DeskListSeen = {
  conventions: readonly Convention[];
  /** Associations that borrow and have none for the season. */
  lacking: readonly { id: string; name: string }[];
  season: { from: string; to: string };
  today: string;
};

const groups = ["signed", "proposed", "valid", "ended"] as const satisfies readonly Standing[];

/** Who has a convention, who has signed theirs, who lacks one. */
export function deskListPage(view: View, seen: DeskListSeen): string {
  const { t, href, lang } = view;
  const { conventions, lacking, season, today } = seen;
  const title = t("conventiondesk:title");
  return deskPage(
    view,
    { title, section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{t("conventiondesk:lead")}</p>
      <Actions>
        <ButtonLink href={href(urls.proposeConvention)} icon="add">
          {t("conventiondesk:propose.title")}
        </ButtonLink>
      </Actions>
      {conventions.length + lacking.length === 0 && (
        <EmptyState scene={<RestScene />} title={t("conventiondesk:empty")}>
          <p>{t("conventiondesk:emptyHow")}</p>
        </EmptyState>
      )}
      {groups.map((standing) => (
        <Group
          view={view}
          title={t(`conventiondesk:group.${standing}`)}
          today={today}
          rows={conventions.filter((one) => standingOf(one, today) === standing)}
        />
      ))}
      {lacking.length > 0 && (
        <section class="flow">
          <h2>{t("conventiondesk:group.lacking")}</h2>
          <p>{t("conventiondesk:lackingUntil", { date: longDay(lang, season.to) })}</p>
          <ul>
            {lacking.map(({ id, name }) => (
              <li>
                <a href={href(urls.proposeTo(id))}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

function Group(props: { view: View; title: string; rows: readonly Convention[]; today: string }) {
  const { view, title, rows, today } = props;
  const { t, href, lang } = view;
  if (rows.length === 0) return null;
  return (
    <section class="flow">
      <h2>{title}</h2>
      <Table
        view={view}
        caption={title}
        captionHidden
        rows={rows}
        columns={[
          {
            label: t("lending:board.who"),
            heading: true,
            cell: (one) => <a href={href(urls.deskConvention(one.id))}>{one.associationName}</a>,
          },
          { label: t("conventions:one.from"), cell: ({ fromDay }) => longDay(lang, fromDay) },
          { label: t("conventions:one.until"), cell: ({ untilDay }) => longDay(lang, untilDay) },
          {
            label: t("conventions:list.state"),
            cell: (one) => <StandingTag view={view} convention={one} today={today} />,
          },
        ]}
      />
    </section>
  );
}
