import { momentWords } from "../../../ui/dates.ts";
import {
  Actions,
  Alert,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Facts,
  Form,
  Split,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { fieldWords, valueWords, type Names } from "../history/words.tsx";
import type { Patch, Situation } from "../record/fields.ts";
import { urls } from "../urls.ts";
import type { Conflict } from "./save.ts";
import { SectionFields } from "./section-fields.tsx";
import { editSections, sectionNames, type SectionName } from "./sections.ts";

/** The parts of a record, with what each says, and the way to change it. */
export function partsPage(view: View, situation: Situation, names: Names): string {
  const { t } = view;
  const { id, record, contacts, venues } = situation;
  const title = t("registry:edit.title", { name: record.name });
  const other = [
    { words: t("registry:section.lieux"), path: urls.venues(id), count: venues.length },
    {
      words: t("registry:section.contacts"),
      path: `${urls.one(id)}#contacts`,
      count: contacts.length,
    },
    {
      words: t("registry:section.images"),
      path: urls.picture(id, "logo"),
      count: Number(!!record.logo) + Number(!!record.photo),
    },
  ];
  return deskPage(
    view,
    { title, section: urls.list, main: "text" },
    <>
      <Trail view={view} situation={situation} here={t("registry:one.edit")} />
      <h1>{title}</h1>
      <p class="lead">{t("registry:edit.how")}</p>
      <Facts
        view={view}
        facts={[
          ...sectionNames.map((section) => ({
            term: t(`registry:section.${section}`),
            value: <Summary view={view} section={section} situation={situation} names={names} />,
            change: view.href(urls.section(id, section)),
          })),
          ...other.map(({ words, path, count }) => ({
            term: words,
            value: count ? (
              t("registry:edit.count", { count })
            ) : (
              <span class="soft">{t("registry:edit.nothing")}</span>
            ),
            change: view.href(path),
          })),
        ]}
      />
      <Ways view={view} situation={situation} />
    </>,
  );
}

function Summary(props: { view: View; section: SectionName; situation: Situation; names: Names }) {
  const { view, section, situation, names } = props;
  const words = editSections[section].writes.flatMap((field) => {
    const value = situation.record[field];
    if (value === null || typeof value === "boolean" || value.length === 0) return [];
    return [valueWords(view, field, value, names)];
  });
  if (!words.length) return <span class="soft">{view.t("registry:edit.nothing")}</span>;
  const line = words.join(" · ");
  return <>{line.length > 220 ? `${line.slice(0, 217)}…` : line}</>;
}

export type SectionSeen = {
  situation: Situation;
  section: SectionName;
  form: FormState;
  base: Patch;
  /** Revision the form was opened on, when it is not the current one. */
  revision?: number;
  referents: readonly { id: string; name: string }[];
  conflict?: Conflict | undefined;
  /** What a resident reported, to correct the record beside it. */
  report?: { id: string; body: string } | undefined;
};

/** One part of a record in its form. */
export function sectionPage(view: View, seen: SectionSeen): string {
  const { t } = view;
  const { situation, section, form, conflict, report } = seen;
  const { id, record } = situation;
  const revision = seen.revision ?? situation.revision;
  const title = t(`registry:section.${section}`);
  const wrong = Object.keys(form.errors).length > 0;
  const body = (
    <>
      {conflict && <ConflictAlert view={view} conflict={conflict} />}
      <Form view={view} form={form} action={view.href(urls.section(id, section))}>
        <input type="hidden" name="_revision" value={String(revision)} />
        <input type="hidden" name="_base" value={JSON.stringify(seen.base)} />
        {report && <input type="hidden" name="_report" value={report.id} />}
        <SectionFields view={view} form={form} section={section} referents={seen.referents} />
        <Actions>
          <Button>{t("registry:edit.save")}</Button>
          <ButtonLink kind="quiet" href={view.href(urls.edit(id))}>
            {t("registry:edit.all")}
          </ButtonLink>
        </Actions>
      </Form>
      <Ways view={view} situation={situation} />
    </>
  );
  return deskPage(
    view,
    { title: `${title} : ${record.name}`, section: urls.list, wrong: wrong || !!conflict },
    <>
      <Trail view={view} situation={situation} here={title} />
      <h1>{title}</h1>
      <p class="soft">{record.name}</p>
      {report ? (
        <Split end side={<Report view={view} body={report.body} />}>
          {body}
        </Split>
      ) : (
        body
      )}
    </>,
  );
}

const Report = ({ view, body }: { view: View; body: string }) => (
  <Alert view={view} kind="info" title={view.t("registry:edit.report")}>
    <p>{body}</p>
  </Alert>
);

function ConflictAlert({ view, conflict }: { view: View; conflict: Conflict }) {
  const { t } = view;
  const date = momentWords(view.lang, conflict.at);
  return (
    <div role="alert">
      <Alert view={view} kind="warning" title={t("registry:edit.conflict")}>
        <p>
          {conflict.by
            ? t("registry:edit.conflictBy", { name: conflict.by, date })
            : t("registry:edit.conflictSomeone", { date })}
        </p>
        <ul>
          {conflict.fields.map((field) => (
            <li>
              {t("registry:edit.conflictNow", {
                field: fieldWords(t, field),
                value: valueWords(view, field, conflict.situation.record[field], new Map()),
              })}
            </li>
          ))}
        </ul>
        <p>{t("registry:edit.conflictHow")}</p>
      </Alert>
    </div>
  );
}

/** Where a page of a record stands. */
export function Trail(props: { view: View; situation: Situation; here: string }) {
  const { view, situation, here } = props;
  return (
    <Breadcrumb
      view={view}
      trail={[
        { words: view.t("registry:list.title"), path: urls.list },
        { words: situation.record.name, path: urls.one(situation.id) },
      ]}
      here={here}
    />
  );
}

/** The ways out of an edit page: back to the record, or to what residents see. */
export function Ways({ view, situation }: { view: View; situation: Situation }) {
  return (
    <p class="row">
      <a href={view.href(urls.one(situation.id))}>{view.t("registry:edit.back")}</a>
      <a href={view.href(urls.listing(situation.slug))}>{view.t("registry:one.preview")}</a>
    </p>
  );
}
