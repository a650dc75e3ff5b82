import { shortDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  shownPhone,
  Table,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Call, Phone } from "./calls-queries.ts";
import { sectionWords } from "./letter.ts";

/** Whom to call, at which number, and what to ask: made to be printed and held by the phone. */
export function callsPage(view: View, calls: readonly Call[]): string {
  const { t, href, lang } = view;
  const title = t("climbing:calls.title");
  return deskPage(
    view,
    { title, section: urls.calls },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("climbing:calls.lead")}</p>
      {calls.length > 0 && (
        <div class="row not-paper">
          <ButtonLink kind="secondary" icon="download" href={href(urls.callsCsv)}>
            {t("climbing:calls.csv")}
          </ButtonLink>
        </div>
      )}
      <Table
        view={view}
        caption={t("climbing:calls.count", { count: calls.length })}
        rows={calls}
        empty={
          <EmptyState scene={<RestScene />} title={t("climbing:calls.none")}>
            <p>{t("climbing:calls.noneWords")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("climbing:calls.association"),
            heading: true,
            cell: ({ id, name }) => <a href={href(urls.one(id))}>{name}</a>,
          },
          {
            label: t("climbing:calls.phone"),
            cell: ({ phones }) =>
              phones.length ? (
                <ul class="plain">
                  {phones.map((one) => (
                    <li>
                      {whose(one)}
                      {whose(one) && " "}
                      <a class="nowrap" href={`tel:${one.phone}`}>
                        {shownPhone(one.phone)}
                      </a>
                    </li>
                  ))}
                </ul>
              ) : (
                t("climbing:calls.noPhone")
              ),
          },
          {
            label: t("climbing:calls.ask"),
            cell: ({ sections }) => sectionWords(t, sections),
          },
          { label: t("climbing:calls.since"), cell: ({ since }) => shortDay(lang, since) },
          { label: t("climbing:calls.referent"), ifAny: true, cell: ({ referent }) => referent },
          {
            label: t("climbing:calls.answer"),
            cell: ({ id, name }) => (
              <a class="not-paper" href={href(`${urls.one(id)}#confirmer`)}>
                {t("climbing:calls.note")}
                <span class="sr"> : {name}</span>
              </a>
            ),
          },
        ]}
      />
    </>,
  );
}

export const whose = ({ name, role }: Phone): string => [name, role].filter(Boolean).join(", ");
