import { longDay, shortDay } from "../../ui/dates.ts";
import { ActionForm, Icon, Table, type View } from "../../ui/index.ts";
import type { Queue } from "./collect.ts";
import { screenOf, type Queued } from "./rules.ts";
import { queueUrls } from "./urls.ts";

type Props = {
  view: View;
  items: readonly Queued[];
  dans: string;
  team: readonly { id: string; name: string }[];
  away: Queue["away"];
};

/** Lines of the queue: what, about whom, whose it is, since when. */
export function ItemTable({ view, items, dans, team, away }: Props) {
  const { t, href } = view;
  const names = new Map(team.map(({ id, name }) => [id, name]));
  return (
    <Table
      view={view}
      caption={t("desk:queue.title")}
      captionHidden
      rows={items}
      columns={[
        {
          label: t("desk:queue.tick"),
          tick: true,
          cell: (item) => (
            <input
              type="checkbox"
              name="cle"
              value={item.key}
              aria-label={t("desk:queue.tickOne", {
                words: [item.words, item.association?.name].filter(Boolean).join(", "),
              })}
            />
          ),
        },
        {
          label: t("desk:task"),
          heading: true,
          cell: (item) => (
            <a href={href(screenOf(item, dans))} class="icon-line">
              <Icon name={item.icon} /> {item.words}
              {item.association && ` : ${item.association.name}`}
            </a>
          ),
        },
        {
          label: t("desk:queue.owner"),
          cell: (item) => {
            const owner = names.get(item.ownerId ?? "") ?? t("desk:queue.nobodys");
            const absent = away.get(item.absentId ?? "");
            return absent ? t("desk:queue.insteadOf", { owner, name: absent.name }) : owner;
          },
        },
        { label: t("desk:queue.since"), cell: (item) => shortDay(view.lang, item.since) },
      ]}
    />
  );
}

/** What was put off: until when, by whom, and a way to take it back. */
export function LaterTable(props: { view: View; later: Queue["later"]; dans: string }) {
  const { view } = props;
  const { t, href } = view;
  return (
    <Table
      view={view}
      caption={t("desk:queue.laterTitle")}
      captionHidden
      rows={props.later}
      columns={[
        {
          label: t("desk:task"),
          heading: true,
          cell: (item) => (
            <>
              {item.words}
              {item.association && ` : ${item.association.name}`}
            </>
          ),
        },
        {
          label: t("desk:queue.until"),
          cell: ({ delay }) =>
            t("desk:queue.untilBy", { date: longDay(view.lang, delay.until), name: delay.by }),
        },
        {
          label: t("desk:queue.again"),
          cell: (item) => (
            <ActionForm
              view={view}
              action={href(queueUrls.again)}
              kind="quiet"
              fields={{ cle: item.key, dans: props.dans }}
            >
              {t("desk:queue.again")}
              <span class="sr"> {item.words}</span>
            </ActionForm>
          ),
        },
      ]}
    />
  );
}
