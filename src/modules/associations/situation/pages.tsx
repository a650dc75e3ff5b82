import {
  Alert,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Facts,
  type Fact,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Away } from "../../people/index.ts";
import type { HistoryLine } from "../../journal/index.ts";
import { valueWords, type Names } from "../history/words.tsx";
import { displayRna, displaySiret } from "../identity/numbers.ts";
import type { Member } from "../members/queries.ts";
import type { Field, Situation } from "../record/fields.ts";
import type { AddressMark } from "../reminders/addresses.ts";
import { Notes } from "../notes/notes.tsx";
import type { Note } from "../notes/queries.ts";
import type { Priority } from "../priority/queries.ts";
import { urls } from "../urls.ts";
import { Followed, Standing } from "./standing.tsx";
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
  waiting: { proposals: number; duplicates: number };
  priority: Priority | undefined;
  /** The référent is away today. */
  away: Away | undefined;
  notes: readonly Note[];
  /** The form of a new note. */
  noting: FormState;
  me: string | undefined;
  members: readonly Member[];
  /** Requests to manage the listing that wait for an answer. */
  claims: readonly string[];
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
      <div class="row">
        {seen.mayWrite && (
          <ButtonLink href={view.href(urls.edit(id))} icon="edit">
            {t("registry:one.edit")}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={view.href(urls.listing(slug))} icon="eye">
          {t("registry:one.preview")}
        </ButtonLink>
        {seen.mayWrite && (
          <ButtonLink kind="secondary" href={view.href(urls.documents(id))} icon="document">
            {t("documents:title")}
          </ButtonLink>
        )}
      </div>
      <Standing view={view} {...seen} />
      {seen.mayWrite && <Notes view={view} id={id} {...seen} />}
      <h2>{t("registry:one.facts")}</h2>
      <Facts view={view} facts={factsOf(view, seen)} />
      <h2 id="contacts">{t("registry:one.contacts")}</h2>
      <ContactList view={view} {...seen} />
      {seen.mayReadContacts && !mergedInto && <Holders view={view} {...seen} />}
      <h2>{t("registry:one.places")}</h2>
      {seen.venues.length ? (
        <ul>
          {seen.venues.map((venue) => (
            <li>
              {venue.name}
              {venue.detail && `, ${venue.detail}`}
              {venue.address && <span class="soft"> {venue.address}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t("registry:one.noPlace")}</p>
      )}
      <details id="provenance" open={seen.provenanceOpen}>
        <summary>{t("registry:one.provenance")}</summary>
        <ProvenanceTable view={view} {...seen} />
      </details>
      <Followed view={view} {...seen} />
    </>,
  );
}

const shown: readonly Field[] = [
  "acronym",
  "aims",
  "themes",
  "publics",
  "schedule",
  "prices",
  "registration",
  "spokenLanguages",
  "accessYes",
  "accessNo",
  "accessNote",
  "website",
  "links",
  "keywords",
  "membersBand",
  "employeesBand",
  "legalForm",
  "createdOn",
  "successorRna",
];

function factsOf(view: View, { situation, names }: SituationSeen): Fact[] {
  const { t } = view;
  const { record } = situation;
  const said = shown.filter((field) => {
    const value = record[field];
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
  });
  const seat = [record.seatStreet, record.seatComplement, record.seatPostcode, record.seatTown];
  const seatWords = seat.filter((part) => part).join(", ");
  const hidden = record.seatPublic ? "" : ` ${t("registry:one.seatHidden")}`;
  return [
    ...said.map((field) => ({
      term: t(`registry:field.${field}`),
      value: valueWords(view, field, record[field], names),
    })),
    { term: t("registry:field.rna"), value: record.rna && displayRna(record.rna) },
    { term: t("registry:field.siret"), value: record.siret && displaySiret(record.siret) },
    { term: t("registry:one.seat"), value: seatWords && seatWords + hidden },
  ];
}
