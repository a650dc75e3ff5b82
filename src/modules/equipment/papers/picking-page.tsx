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
import { hourOf, type Picking } from "./picking.ts";

/** What a day asks to take out, by place and shelf; `days` are those to come that ask for something. */
export function pickingPage(view: View, picking: Picking, days: readonly string[]): string {
  const { t, href, lang } = view;
  const title = t("paperdesk:picking.of", { day: longDay(lang, picking.day, true) });
  const others = days.filter((day) => day !== picking.day);
  return deskPage(
    view,
    { title, section: urls.desk },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("lending:title"), path: urls.desk }]}
        here={t("paperdesk:picking.title")}
      />
      <h1>{title}</h1>
      {picking.places.length > 0 ? (
        <Actions>
          <ButtonLink href={href(urls.pickingPdf(picking.day))} icon="print">
            {t("paperdesk:picking.print")}
          </ButtonLink>
        </Actions>
      ) : (
        <EmptyState scene={<RestScene />} title={t("paperdesk:picking.empty")}>
          <p>{t("paperdesk:picking.emptyHow")}</p>
        </EmptyState>
      )}
      {picking.places.map(({ name, lines }) => (
        <section class="flow">
          <h2>{name}</h2>
          <Table
            view={view}
            caption={name}
            captionHidden
            rows={lines}
            columns={[
              { label: t("lending:units.shelf"), ifAny: true, cell: ({ shelf }) => shelf },
              { label: t("papers:slip.count"), numeric: true, cell: ({ quantity }) => quantity },
              {
                label: t("equipment:loan.what"),
                heading: true,
                cell: (line) => (
                  <>
                    {line.name}
                    {line.pieces && <span class="soft"> {line.pieces}</span>}
                  </>
                ),
              },
              {
                label: t("lending:board.who"),
                cell: (line) => <a href={href(urls.deskLoan(line.loanId))}>{line.borrower}</a>,
              },
              { label: t("paperdesk:picking.at"), cell: ({ at }) => hourOf(t, at) },
            ]}
          />
        </section>
      ))}
      {others.length > 0 && (
        <nav class="not-paper" aria-label={t("paperdesk:picking.others")}>
          <h2>{t("paperdesk:picking.others")}</h2>
          <ul>
            {others.map((day) => (
              <li>
                <a href={href(urls.picking(day))}>{longDay(lang, day, true)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>,
  );
}
