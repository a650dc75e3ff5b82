import type { ComponentChildren } from "preact";
import {
  Actions,
  Alert,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Facts,
  Icon,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Away } from "../../people/index.ts";
import type { HistoryLine } from "../../journal/index.ts";
import type { Names } from "../history/words.tsx";
import type { Member } from "../members/queries.ts";
import type { Situation } from "../record/fields.ts";
import type { AddressMark } from "../reminders/addresses.ts";
import type { Designation } from "../designations/queries.ts";
import { SupportLately } from "../support/lately.tsx";
import { ToolsLately } from "../tools/told.tsx";
import type { SupportLine } from "../support/queries.ts";
import { Notes } from "../notes/notes.tsx";
import type { Note } from "../notes/queries.ts";
import type { Priority } from "../priority/queries.ts";
import { urls } from "../urls.ts";
import type { Text } from "../translations/rules.ts";
import { factsOf } from "./facts.tsx";
import { Freshness, Latest } from "./followed.tsx";
import { Standing, Waiting } from "./standing.tsx";
import { ContactList } from "./contact-list.tsx";
import { Holders } from "./holders.tsx";
import { ProvenanceTable } from "./provenance.tsx";
import type { Confirmed, VenueLine } from "./queries.ts";

export type SituationSeen = {
  situation: Situation;
  venues: readonly VenueLine[];
  confirmed: readonly Confirmed[];
  /** Contacts who refuse our mails, or whom no mail reaches. */
  marks: readonly AddressMark[];
  waiting: { proposals: readonly string[]; duplicates: readonly [string, string][] };
  priority: Priority | undefined;
  /** The référent is away today. */
  away: Away | undefined;
  /** What the town hall did for it, the latest first. */
  support: readonly SupportLine[];
  /** What it is designated as now. */
  designations: readonly Designation[];
  mayDesignate: boolean;
  /** What it lacks and waits for, by name. */
  needs: readonly { id: string; words: string }[];
  /** What other rooms have for what it lacks. */
  toolsAdded: readonly ComponentChildren[];
  notes: readonly Note[];
  /** The form of a new note. */
  noting: FormState;
  me: string | undefined;
  members: readonly Member[];
  /** Requests to manage the listing that wait for an answer. */
  claims: readonly string[];
  /** What it says in other languages. */
  texts: readonly Text[];
  latest: readonly HistoryLine[];
  names: Names;
  mayWrite: boolean;
  mayReadContacts: boolean;
  mayJudgeDuplicates: boolean;
  /** A value has just been protected, or given back to files. */
  provenanceOpen: boolean;
  /** The form that notes what was said on the phone. */
  phoned: FormState;
};

/** The whole situation of one association, for those who follow it. */
export function situationPage(view: View, seen: SituationSeen): string {
  const { t } = view;
  const { id, slug, record, mergedInto } = seen.situation;
  return deskPage(
    view,
    {
      title: record.name,
      section: urls.list,
      main: "text",
      wrong: [seen.phoned, seen.noting].some(({ errors }) => Object.keys(errors).length > 0),
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("registry:list.title"), path: urls.list }]}
        here={record.name}
      />
      <h1>{record.name}</h1>
      {mergedInto && (
        <Alert view={view} kind="warning">
          <p>
            {t("registry:one.merged")}{" "}
            <a href={view.href(urls.one(mergedInto))}>{t("registry:one.mergedSee")}</a>
          </p>
        </Alert>
      )}
      <Waiting view={view} {...seen} />
      <Standing view={view} {...seen} />
      <Actions>
        {seen.mayWrite && (
          <ButtonLink href={view.href(urls.edit(id))} icon="edit">
            {t("registry:one.edit")}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={view.href(urls.listing(slug))} icon="eye">
          {t("registry:one.preview")}
        </ButtonLink>
      </Actions>
      <OnThisPage view={view} holders={seen.mayReadContacts && !mergedInto} {...seen} />
      <h2 id="contacts">{t("registry:one.contacts")}</h2>
      <ContactList view={view} {...seen} />
      <Freshness view={view} {...seen} />
      <SupportLately view={view} id={id} {...seen} />
      <ToolsLately view={view} id={id} waiting={seen.needs} added={seen.toolsAdded} />
      {seen.mayWrite && <Notes view={view} id={id} {...seen} />}
      <h2 id="fiche">{t("registry:one.facts")}</h2>
      <Facts view={view} facts={factsOf(view, seen)} />
      <details id="provenance" open={seen.provenanceOpen}>
        <summary>{t("registry:one.provenance")}</summary>
        <ProvenanceTable view={view} {...seen} />
      </details>
      {seen.mayReadContacts && !mergedInto && <Holders view={view} {...seen} />}
      {seen.mayWrite && (
        <>
          <h2 id="activites">{t("registry:one.activities")}</h2>
          <p>
            <a class="icon-line" href={view.href(urls.activities(id))}>
              <Icon name="calendar" /> {t("registry:one.activitiesSee")}
            </a>
          </p>
          <h2 id="langues">{t("texts:title")}</h2>
          <p>
            <a class="icon-line" href={view.href(urls.texts(id))}>
              <Icon name="language" />{" "}
              {t(seen.texts.length ? "texts:desk.some" : "texts:desk.none")}
            </a>
          </p>
          <h2 id="documents">{t("documents:title")}</h2>
          <p>
            <a class="icon-line" href={view.href(urls.documents(id))}>
              <Icon name="document" /> {t("registry:one.documents")}
            </a>
          </p>
        </>
      )}
      <Latest view={view} {...seen} />
    </>,
  );
}

/** The parts of a long page, one tap away. */
function OnThisPage(props: { view: View; holders: boolean; mayWrite: boolean }) {
  const { t } = props.view;
  const parts = [
    { at: "contacts", words: t("registry:one.contacts") },
    { at: "confirmer", words: t("registry:one.freshness") },
    { at: "aide", words: t("supportdesk:title") },
    { at: "outils", words: t("tools:title") },
    ...(props.mayWrite ? [{ at: "notes", words: t("day:note.title") }] : []),
    { at: "fiche", words: t("registry:one.facts") },
    ...(props.holders ? [{ at: "acces", words: t("space:desk.title") }] : []),
    ...(props.mayWrite ? [{ at: "langues", words: t("texts:title") }] : []),
    ...(props.mayWrite ? [{ at: "documents", words: t("documents:title") }] : []),
    { at: "changements", words: t("registry:one.latest") },
  ];
  return (
    <nav class="not-paper" aria-label={t("registry:one.onThisPage")}>
      <ul class="plain row">
        {parts.map(({ at, words }) => (
          <li>
            <a href={`#${at}`}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
