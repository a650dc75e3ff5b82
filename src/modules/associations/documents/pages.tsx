import { addDays } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Breadcrumb,
  ButtonLink,
  Card,
  deskPage,
  page,
  Refused,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { documentKinds, kindSlugs, warnedDays, type DocumentKind, type Paper } from "./rules.ts";
import { PaperLink } from "./paper-link.tsx";
import type { Shelf } from "./shelf.ts";

export type ListSeen = {
  shelf: Shelf;
  /** Those the person may see. */
  papers: readonly Paper[];
  today: string;
  problem: string | undefined;
};

/** A page of the association's side or of the town hall's: the same content in two buildings. */
export function shelfPage(
  view: View,
  shelf: Shelf,
  options: { title: string; wrong: boolean; here?: string },
  children: preact.ComponentChildren,
): string {
  const { t } = view;
  const desk = shelf.side === "desk";
  const home = desk
    ? { words: t("registry:list.title"), path: urls.list }
    : { words: t("people:space.title"), path: "/espace" };
  const own = {
    words: shelf.name,
    path: desk ? urls.one(shelf.id) : urls.spaceListing(shelf.id),
  };
  const list = { words: t("documents:title"), path: shelf.base };
  const body = (
    <>
      <Breadcrumb
        view={view}
        trail={[home, own, ...(options.here ? [list] : [])]}
        here={options.here ?? t("documents:title")}
      />
      {children}
    </>
  );
  const { title, wrong } = options;
  return desk
    ? deskPage(view, { title, section: urls.list, main: "text", wrong }, body)
    : page(view, { title, section: "/espace", main: "text", hidden: true, wrong }, body);
}

/** Each kind of paper: the one in use, those before it, and how to give another. */
export function listPage(view: View, seen: ListSeen): string {
  const { t } = view;
  const { shelf, papers } = seen;
  const title = t("documents:of", { name: shelf.name });
  const removed = papers.filter((paper) => paper.removedAt && shelf.mayRemove(paper));
  return shelfPage(
    view,
    shelf,
    { title, wrong: seen.problem !== undefined },
    <>
      <h1>{title}</h1>
      <Refused view={view} sentence={seen.problem} />
      <p class="lead">{t(`documents:lead.${shelf.side}`)}</p>
      {documentKinds.map((kind) => (
        <Kind view={view} seen={seen} kind={kind} />
      ))}
      {removed.length > 0 && (
        <section class="flow">
          <h2>{t("documents:removed")}</h2>
          <p class="soft">{t("documents:removedHow")}</p>
          <ul>
            {removed.map((paper) => (
              <li>
                <PaperLink view={view} paper={paper} />
                <ActionForm
                  view={view}
                  action={view.href(`${shelf.base}/${paper.id}/remise`)}
                  kind="quiet"
                  icon="undo"
                >
                  {t("documents:restore")}
                  <span class="sr"> : {t(`documents:kind.${paper.kind}`)}</span>
                </ActionForm>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

function Kind({ view, seen, kind }: { view: View; seen: ListSeen; kind: DocumentKind }) {
  const { t } = view;
  const { shelf } = seen;
  const papers = seen.papers.filter((paper) => paper.kind === kind && !paper.removedAt);
  const inUse = papers.find(({ replacedAt }) => !replacedAt);
  const earlier = papers.filter((paper) => paper !== inUse);
  return (
    <Card>
      <h2>{t(`documents:kind.${kind}`)}</h2>
      {inUse ? (
        <InUse view={view} paper={inUse} today={seen.today} />
      ) : (
        <p class="soft">{t(`documents:none.${shelf.side}`)}</p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t("documents:earlier", { count: earlier.length })}</summary>
          <ul>
            {earlier.map((paper) => (
              <li>
                <PaperLink view={view} paper={paper} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Actions>
        {shelf.mayAdd && (
          <ButtonLink
            href={view.href(`${shelf.base}/${kindSlugs[kind]}`)}
            kind="secondary"
            icon="upload"
          >
            {t(inUse ? "documents:replace" : "documents:give")}
            <span class="sr"> : {t(`documents:kind.${kind}`)}</span>
          </ButtonLink>
        )}
        {inUse && shelf.mayRemove(inUse) && (
          <ActionForm
            view={view}
            action={view.href(`${shelf.base}/${inUse.id}/retrait`)}
            kind="quiet"
            icon="remove"
          >
            {t("documents:remove")}
            <span class="sr"> : {t(`documents:kind.${kind}`)}</span>
          </ActionForm>
        )}
      </Actions>
    </Card>
  );
}

function InUse({ view, paper, today }: { view: View; paper: Paper; today: string }) {
  const { t, lang } = view;
  const { expiresOn } = paper;
  return (
    <>
      <p>
        <PaperLink view={view} paper={paper} />
      </p>
      {expiresOn && (
        <p>
          {expiresOn >= today ? (
            <Tag tone={expiresOn > addDays(today, warnedDays) ? "success" : "warning"}>
              {t("documents:until", { date: longDay(lang, expiresOn) })}
            </Tag>
          ) : (
            <Tag tone="warning">{t("documents:ended", { date: longDay(lang, expiresOn) })}</Tag>
          )}
        </p>
      )}
      <p class="soft">
        {t(`documents:seenBy.${paper.visibility}`)} {paper.by === "agent" && t("documents:byAgent")}
      </p>
    </>
  );
}
