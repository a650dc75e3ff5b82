import {
  ActionForm,
  Alert,
  Breadcrumb,
  Facts,
  page,
  Refused,
  type View,
} from "../../../ui/index.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { WaitingAlert } from "../waiting/own.tsx";
import { timeWords } from "./letters.ts";
import type { Booking } from "./queries.ts";

export type OwnSeen = {
  booking: Booking;
  place: ResourcePlace;
  zone: string;
  token: string;
  now: Date;
  /** Of who waits: their place among those who wait for the same time. */
  position: number | undefined;
  refused: string | undefined;
};

/** A booking, for whoever has its link: when, where, and how to give it back. */
export function ownPage(view: View, seen: OwnSeen): string {
  const { t, href } = view;
  const { booking, place, token } = seen;
  const standing = booking.ended === null && booking.until > seen.now;
  const title = t(booking.waiting ? "resource-places:wait.title" : "resource-places:own.title");
  return page(
    view,
    { title, main: "text", hidden: true, section: urls.list, wrong: seen.refused !== undefined },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("resource-places:title"), path: urls.list },
          { words: place.name, path: urls.one(place.slug) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Refused view={view} sentence={seen.refused} />
      {booking.ended && (
        <Alert view={view} kind="info">
          <p>
            {booking.waiting
              ? t(`resource-places:wait.ended.${booking.ended}`)
              : t(`resource-places:own.ended.${booking.ended === "them" ? "them" : "desk"}`)}
          </p>
        </Alert>
      )}
      {booking.waiting && standing && <WaitingAlert view={view} seen={seen} />}
      {booking.outsideSince && standing && (
        <Alert view={view} kind="warning">
          <p>{t("resource-places:own.outside")}</p>
        </Alert>
      )}
      <Facts
        view={view}
        facts={[
          {
            term: t(booking.waiting ? "resource-places:wait.what" : "resource-places:own.what"),
            value: booking.bookable,
          },
          { term: t("resource-places:own.when"), value: timeWords(view, seen.zone, booking) },
          { term: t("resource-places:own.where"), value: place.name },
          { term: t("resource-places:address"), value: place.place.address },
          { term: t("resource-places:association"), value: booking.association?.name },
          { term: t("resource-places:book.purpose"), value: booking.purpose },
        ]}
      />
      {standing ? (
        <>
          <p>{t(booking.waiting ? "resource-places:wait.keep" : "resource-places:own.keep")}</p>
          {!booking.waiting && (
            <p>
              <a href={href(urls.ownFile(token))}>{t("resource-places:circle.file")}</a>
            </p>
          )}
          <ActionForm
            view={view}
            action={href(urls.ownCancelling(token))}
            kind="danger"
            icon="close"
          >
            {t(booking.waiting ? "resource-places:wait.leave" : "resource-places:own.cancel")}
          </ActionForm>
        </>
      ) : (
        <p>
          <a href={href(urls.one(place.slug))}>{t("resource-places:mail.again")}</a>
        </p>
      )}
    </>,
  );
}
