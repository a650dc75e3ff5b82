import { longDay } from "../../../ui/dates.ts";
import { page, PrintButton, shownPhone, Table, type View } from "../../../ui/index.ts";
import { answersOf } from "../enrolling/described.ts";
import type { Shown } from "../enrolling/part.tsx";
import type { Registration } from "../record/queries.ts";
import { urls } from "../urls.ts";
import type { Keeping } from "./keeping.ts";

type Seen = { keeping: Keeping; one: Shown; registrations: readonly Registration[] };

/** The list on paper: one line a person, room for a mark, the waiting list after. */
export function paperPage(view: View, { keeping, one, registrations }: Seen): string {
  const { t, href, lang } = view;
  const { activity, programme } = keeping;
  const alive = registrations.filter(({ ended, purgedAt }) => ended === null && purgedAt === null);
  const lines = (waiting: boolean) =>
    alive
      .filter(({ state }) => (state === "waiting" || state === "offered") === waiting)
      .flatMap((each) => each.people.map((who) => ({ ...who, each })));
  const table = (waiting: boolean) => (
    <Table
      view={view}
      caption={t(waiting ? "roll:list.waiting" : "roll:list.taken")}
      rows={lines(waiting)}
      cards={false}
      empty={<p>{waiting ? "" : t("roll:list.nobody")}</p>}
      columns={[
        { label: t("roll:paper.name"), heading: true, cell: ({ name }) => name },
        { label: t("registrations:ask.age"), ifAny: true, cell: ({ age }) => age },
        {
          label: t("roll:column.contact"),
          cell: ({ each }) => (each.phone ? shownPhone(each.phone) : each.email),
        },
        {
          label: t("roll:column.answers"),
          ifAny: true,
          cell: ({ each }) =>
            answersOf(t, one.opening, each)
              .map(({ answer }) => answer)
              .join(" · ") || null,
        },
        { label: t("roll:paper.mark"), cell: () => "" },
      ]}
    />
  );
  const title = t("roll:paper.title");
  return page(
    view,
    { title: `${title} : ${activity.fields.title}`, section: "/espace", hidden: true },
    <>
      <p class="not-paper">
        <a href={href(urls.one(programme.base, activity.id, one.opening.id))}>
          {t("roll:person.back")}
        </a>
      </p>
      <h1>{activity.fields.title}</h1>
      <p class="lead">{programme.name}</p>
      <ul>
        {one.when.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <p>{t("roll:paper.on", { day: longDay(lang, programme.today) })}</p>
      <p class="not-paper">
        <PrintButton view={view} />
      </p>
      {table(false)}
      {lines(true).length > 0 && table(true)}
      <p class="soft">{t("roll:paper.care")}</p>
    </>,
  );
}
