import { momentWords } from "../../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Alert,
  deskPage,
  Pagination,
  Refused,
  type View,
} from "../../../../ui/index.ts";
import type { Provenance } from "../../../associations/index.ts";
import type { Batch } from "../batches.ts";
import type { countsOf, Proposal } from "../proposals.ts";
import { kinds, type Kind } from "../rules.ts";
import { urls } from "../urls.ts";
import { Trail } from "./reading-page.tsx";
import { ProposalCard } from "./proposal.tsx";

export type Line = { proposal: Proposal; locked: boolean; mark: Provenance | undefined };

type Seen = {
  batch: Batch;
  counts: Awaited<ReturnType<typeof countsOf>>;
  shown: Kind | "answered" | undefined;
  page: number;
  lines: readonly Line[];
  /** Why the last thing asked was not done, or not wholly. */
  problem: string | undefined;
};

export const linesPerPage = 30;

/** One file: what it says that the records do not, kind by kind, and an answer to give to each. */
export function batchPage(view: View, seen: Seen): string {
  const { t } = view;
  const { batch, shown, problem } = seen;
  const of = (state: string, kind?: Kind) =>
    seen.counts
      .filter((one) => one.state === state && (!kind || one.kind === kind))
      .reduce((sum, one) => sum + one.count, 0);
  const open = of("open");
  const answered = of("accepted") + of("refused");
  const total = shown === "answered" ? answered : shown ? of("open", shown) : 0;
  return deskPage(
    view,
    {
      title: `${t("rna:one.title")} : ${batch.file_name}`,
      section: urls.list,
      main: "text",
      wrong: Boolean(problem),
    },
    <>
      <Trail view={view} batch={batch} />
      <h1>{t("rna:one.title")}</h1>
      <Refused view={view} sentence={problem} />
      <Told view={view} batch={batch} open={open} />
      {(open > 0 || answered > 0) && (
        <nav aria-label={t("rna:one.kinds")}>
          <ul>
            {kinds
              .filter((kind) => of("open", kind) > 0)
              .map((kind) => (
                <li>
                  <a
                    href={view.href(urls.shown(batch.id, kind))}
                    aria-current={kind === shown ? "page" : undefined}
                  >
                    {marked(kind === shown, t(`rna:found.${kind}`, { count: of("open", kind) }))}
                  </a>
                </li>
              ))}
            {answered > 0 && (
              <li>
                <a
                  href={view.href(urls.answered(batch.id))}
                  aria-current={shown === "answered" ? "page" : undefined}
                >
                  {marked(shown === "answered", t("rna:found.answered", { count: answered }))}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
      {shown && total > 0 && <Lines view={view} seen={seen} shown={shown} total={total} />}
      <Pagination
        view={view}
        page={seen.page}
        pages={Math.ceil(total / linesPerPage)}
        href={(page) =>
          view.href(urls.shown(batch.id, shown === "answered" ? "traitees" : (shown ?? ""), page))
        }
      />
      {batch.state === "ready" && (open > 0 || answered > 0) && (
        <section class="flow">
          <h2>{t("rna:one.whole")}</h2>
          <Actions>
            {open > 1 && (
              <ActionForm
                view={view}
                action={view.href(urls.acceptance(batch.id))}
                fields={{ all: "yes" }}
                kind="secondary"
                icon="done"
              >
                {t("rna:one.acceptAll")}
              </ActionForm>
            )}
            <ActionForm
              view={view}
              action={view.href(urls.undo(batch.id))}
              kind="quiet"
              icon="undo"
            >
              {t("rna:one.undo")}
            </ActionForm>
          </Actions>
          <p class="soft">{t("rna:one.wholeHow")}</p>
        </section>
      )}
    </>,
  );
}

const marked = (current: boolean, words: string) => (current ? <strong>{words}</strong> : words);

/** The answer first: what is left, and what the file was. */
function Told({ view, batch, open }: { view: View; batch: Batch; open: number }) {
  const { t } = view;
  if (batch.state === "failed")
    return (
      <Alert view={view} kind="error" title={batch.file_name}>
        <p>{t("rna:one.failed")}</p>
      </Alert>
    );
  if (batch.state === "undone")
    return (
      <Alert view={view} kind="info">
        <p>{t("rna:one.undone")}</p>
      </Alert>
    );
  const { lines = 0, kept = 0, unreadable = 0 } = batch.counts;
  return (
    <>
      <p class="lead">{open > 0 ? t("rna:one.open", { count: open }) : t("rna:one.nothing")}</p>
      <p class="soft">
        {t("rna:one.read", {
          date: momentWords(view.lang, batch.made_at),
          lines: lines.toLocaleString(view.lang),
          kept: kept.toLocaleString(view.lang),
        })}{" "}
        {unreadable > 0 && t("rna:one.unreadable", { count: unreadable })}
      </p>
    </>
  );
}

function Lines(props: { view: View; seen: Seen; shown: Kind | "answered"; total: number }) {
  const { view, seen, shown, total } = props;
  const { t } = view;
  const { batch, lines } = seen;
  const free = lines.filter(({ locked }) => !locked);
  const locked = lines.filter((line) => line.locked);
  return (
    <section class="flow" id="propositions">
      <h2>{t(`rna:kind.${shown}`)}</h2>
      {shown !== "answered" && <p>{t(`rna:kindHow.${shown}`)}</p>}
      {shown !== "answered" && free.length > 0 && total > 1 && (
        <Actions>
          <ActionForm
            view={view}
            action={view.href(urls.acceptance(batch.id))}
            fields={{ kind: shown }}
            icon="done"
          >
            {t("rna:one.acceptKind", { count: total - locked.length })}
          </ActionForm>
        </Actions>
      )}
      {free.map((line) => (
        <ProposalCard view={view} line={line} shown={shown} />
      ))}
      {locked.length > 0 && (
        <>
          <h3>{t("rna:one.locked")}</h3>
          <p>{t("rna:one.lockedHow")}</p>
          {locked.map((line) => (
            <ProposalCard view={view} line={line} shown={shown} />
          ))}
        </>
      )}
    </section>
  );
}
