import { colon } from "../../../platform/i18n/index.ts";
import { ActionForm, Pagination, Table, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { Several, tagsWords, whyWords } from "./line-words.tsx";
import { outcomes, type Known, type Outcome, type Plan, type Planned } from "./planned.ts";
import type { Inventory } from "./queries.ts";

const linesPerPage = 100;

export type RehearsalSeen = {
  one: Inventory;
  plan: Plan;
  known: Known;
  shown: Outcome;
  page: number;
  problem?: string;
};

/** The counts, then the lines of one of them. */
export function Report(props: { view: View; seen: RehearsalSeen; lines: readonly Planned[] }) {
  const { view, seen, lines } = props;
  const { t, href } = view;
  const { one, shown } = seen;
  return (
    <>
      <Counts view={view} seen={seen} />
      <section class="flow" id="lignes">
        <h2>{t(`inventory:outcome.${shown}`)}</h2>
        <p class="soft">{t(`inventory:outcomeHow.${shown}`)}</p>
        {shown === "conflict" && lines.length > 0 && (
          <ActionForm
            view={view}
            action={href(urls.inventoryAnswers(one.id))}
            icon="done"
            kind="secondary"
            fields={{ conflits: "prendre" }}
          >
            {t("inventory:rehearsal.takeAll", { count: lines.length })}
          </ActionForm>
        )}
        <Lines view={view} seen={seen} lines={lines} />
        <Pagination
          view={view}
          page={seen.page}
          pages={Math.ceil(lines.length / linesPerPage)}
          href={(page) => href(urls.inventoryLines(one.id, shown, page))}
        />
      </section>
    </>
  );
}

function Counts({ view, seen: { one, plan, shown } }: { view: View; seen: RehearsalSeen }) {
  const { t, href } = view;
  const rows = outcomes
    .map((outcome) => ({ outcome, lines: plan.lines.filter((line) => line.outcome === outcome) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Table
      view={view}
      caption={t("inventory:rehearsal.counts")}
      cards={false}
      rows={rows}
      columns={[
        {
          label: t("inventory:rehearsal.becomes"),
          heading: true,
          cell: ({ outcome }) => (
            <a
              href={href(urls.inventoryLines(one.id, outcome))}
              aria-current={outcome === shown ? "true" : undefined}
            >
              {t(`inventory:outcome.${outcome}`)}
            </a>
          ),
        },
        { label: t("inventory:rehearsal.lines"), numeric: true, cell: ({ lines }) => lines.length },
      ]}
    />
  );
}

function Lines(props: { view: View; seen: RehearsalSeen; lines: readonly Planned[] }) {
  const { view, seen } = props;
  const { t, href } = view;
  const from = (seen.page - 1) * linesPerPage;
  return (
    <Table
      view={view}
      caption={t(`inventory:outcome.${seen.shown}`)}
      captionHidden
      rows={props.lines.slice(from, from + linesPerPage)}
      empty={<p class="soft">{t("inventory:rehearsal.empty")}</p>}
      columns={[
        {
          label: t("inventory:line.number"),
          numeric: true,
          cell: ({ line, name }) => (
            <a href={href(urls.inventoryLine(seen.one.id, line))}>
              <span class="sr">{t("inventory:line.of")} </span>
              {line}
              {name && (
                <span class="sr">
                  {colon(view.lang)}
                  {name}
                </span>
              )}
            </a>
          ),
        },
        {
          label: t("inventory:column.name"),
          heading: true,
          cell: ({ name }) => name || t("inventory:line.nothing"),
        },
        {
          label: t("inventory:column.tag"),
          ifAny: true,
          cell: ({ tags }) => tagsWords(view, tags),
        },
        {
          label: t("inventory:line.why"),
          ifAny: true,
          cell: (planned) => {
            const words = whyWords(view, planned);
            return words.length > 0 && <Several words={words} />;
          },
        },
      ]}
    />
  );
}
