import {
  ActionForm,
  Actions,
  Breadcrumb,
  ButtonLink,
  EmptyState,
  French,
  page,
  RestScene,
  Table,
  type View,
} from "../../../ui/index.ts";
import { timeWords } from "../booking/letters.ts";
import type { Booking } from "../booking/queries.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";

export type Mine = {
  booking: Booking;
  place: ResourcePlace;
  zone: string;
  /** Booked by the person themselves. */
  own: boolean;
  /** Whether they may give it back. */
  may: boolean;
};

export type MineSeen = {
  /** Those of one association alone. */
  only: { id: string; name: string } | undefined;
  coming: readonly Mine[];
  past: readonly Mine[];
  now: Date;
};

/** What somebody and their associations booked: those to come, each given back or put in a calendar, then those that are over. */
export function minePage(view: View, seen: MineSeen): string {
  const { t, href } = view;
  const title = t("resource-places:mine.title");
  return page(
    view,
    { title, section: "/espace", hidden: true },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("people:space.title"), path: "/espace" }]}
        here={title}
      />
      <h1>{title}</h1>
      {seen.only && (
        <p>
          <French view={view}>{seen.only.name}</French>
          {" · "}
          <a href={href(urls.mine)}>{t("resource-places:mine.all")}</a>
        </p>
      )}
      <Actions>
        <ButtonLink href={href(urls.list)} icon="place">
          {t("resource-places:mine.book")}
        </ButtonLink>
        {seen.coming.length > 0 && (
          <ButtonLink href={href(urls.mineFile)} kind="secondary" icon="calendar">
            {t("resource-places:mine.file")}
          </ButtonLink>
        )}
      </Actions>
      {seen.coming.length === 0 && (
        <EmptyState scene={<RestScene />} title={t("resource-places:mine.empty")}>
          <p>{t("resource-places:mine.emptyHow")}</p>
        </EmptyState>
      )}
      {seen.coming.length > 0 && (
        <Bookings view={view} rows={seen.coming} caption={t("resource-places:mine.coming")} acts />
      )}
      {seen.past.length > 0 && (
        <Bookings view={view} rows={seen.past} caption={t("resource-places:mine.past")} />
      )}
    </>,
  );
}

function Bookings(props: { view: View; rows: readonly Mine[]; caption: string; acts?: boolean }) {
  const { view, acts = false } = props;
  const { t, href } = view;
  return (
    <Table
      view={view}
      caption={props.caption}
      rows={props.rows}
      columns={[
        {
          label: t("resource-places:own.when"),
          heading: true,
          cell: ({ booking, zone }) => timeWords(view, zone, booking),
        },
        {
          label: t("resource-places:own.what"),
          cell: ({ booking }) => <French view={view}>{booking.bookable}</French>,
        },
        {
          label: t("resource-places:own.where"),
          cell: ({ place }) => (
            <a href={href(urls.one(place.slug))}>
              <French view={view}>{place.name}</French>
            </a>
          ),
        },
        {
          label: t("resource-places:book.for"),
          cell: ({ booking }) =>
            booking.association ? (
              <French view={view}>{booking.association.name}</French>
            ) : (
              t("resource-places:book.forMe")
            ),
        },
        {
          label: t("resource-places:mine.state"),
          cell: (one) => stateOf(view, one.booking, acts),
        },
        ...(acts
          ? [
              {
                label: t("resource-places:mine.do"),
                cell: (one: Mine) => <Acts view={view} one={one} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function stateOf({ t }: View, { waiting, ended, outsideSince }: Booking, coming: boolean): string {
  if (ended) return t("resource-places:mine.cancelled");
  if (!coming) return t(waiting ? "resource-places:mine.cancelled" : "resource-places:mine.over");
  if (outsideSince) return t("resource-places:mine.outside");
  return t(waiting ? "resource-places:mine.waits" : "resource-places:mine.booked");
}

function Acts({ view, one: { booking, may } }: { view: View; one: Mine }) {
  const { t, href } = view;
  return (
    <div class="flow">
      {!booking.waiting && (
        <a href={href(urls.mineOneFile(booking.id))}>
          {t("resource-places:circle.file")}
          <span class="sr"> : {booking.bookable}</span>
        </a>
      )}
      {may && (
        <ActionForm
          view={view}
          action={href(urls.mineCancelling(booking.id))}
          kind="quiet"
          icon="close"
        >
          {t(booking.waiting ? "resource-places:wait.leave" : "resource-places:mine.cancel")}
          <span class="sr"> : {booking.bookable}</span>
        </ActionForm>
      )}
    </div>
  );
}
