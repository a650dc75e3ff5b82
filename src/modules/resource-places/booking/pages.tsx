import {
  ActionForm,
  Alert,
  Breadcrumb,
  ButtonLink,
  Facts,
  page,
  Refused,
  type View,
  inFrench,
} from "../../../ui/index.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { BookingForm, type BookSeen } from "./form.tsx";
import { timeWords } from "./letters.ts";
import type { Booking } from "./queries.ts";
import { dayNear, lengthWords } from "./words.ts";

export type PublicBook = BookSeen & {
  place: ResourcePlace;
  days: readonly string[];
  now: Date;
  /** Said when it is not for them. */
  refused: string | undefined;
  signIn: boolean;
};

/** The days as links, the chosen one said. */
export const Days = (props: {
  view: View;
  days: readonly string[];
  day: string;
  now: Date;
  href: (day: string) => string;
}) => (
  <nav aria-label={props.view.t("resource-places:book.day")}>
    <ul class="chips">
      {props.days.map((day) => (
        <li>
          <a
            class="chip"
            href={props.href(day)}
            aria-current={day === props.day ? "page" : undefined}
          >
            {dayNear(props.view, day, props.now)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Booking something: a day, then an hour, then who. */
export function bookPage(view: View, seen: PublicBook): string {
  const { t, href } = view;
  const { place, bookable } = seen;
  const address = urls.book(place.slug, bookable.id);
  const title = t("resource-places:book.one", { what: bookable.name });
  return page(
    view,
    {
      title,
      main: "text",
      hidden: true,
      section: urls.list,
      wrong: Boolean(seen.refused) || Object.keys(seen.form.errors).length > 0,
    },
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
      {bookable.holds && <p {...inFrench(view)}>{bookable.holds}</p>}
      <p>
        {t("resource-places:book.lasting", {
          least: lengthWords(view, bookable.least),
          most: lengthWords(view, bookable.most),
        })}
        {"."}
      </p>
      {seen.signIn ? (
        <p>
          <ButtonLink href={href("/connexion")} icon="key">
            {t("resource-places:book.signIn")}
          </ButtonLink>
        </p>
      ) : seen.days.length === 0 ? (
        <p>{t("resource-places:book.noDay")}</p>
      ) : (
        <>
          <Days
            view={view}
            days={seen.days}
            day={seen.day}
            now={seen.now}
            href={(day) => href(`${address}?jour=${day}`)}
          />
          {seen.starts.length === 0 ? (
            <p>{t("resource-places:book.noStart")}</p>
          ) : (
            <BookingForm view={view} seen={seen} action={href(address)} />
          )}
        </>
      )}
    </>,
  );
}

/** A booking, for whoever has its link: when, where, and how to give it back. */
export function ownPage(
  view: View,
  seen: { booking: Booking; place: ResourcePlace; zone: string; token: string; now: Date },
): string {
  const { t, href } = view;
  const { booking, place, token } = seen;
  const standing = booking.ended === null && booking.until > seen.now;
  const title = t("resource-places:own.title");
  return page(
    view,
    { title, main: "text", hidden: true, section: urls.list },
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
      {booking.ended && (
        <Alert view={view} kind="info">
          <p>{t(`resource-places:own.ended.${booking.ended}`)}</p>
        </Alert>
      )}
      {booking.outsideSince && standing && (
        <Alert view={view} kind="warning">
          <p>{t("resource-places:own.outside")}</p>
        </Alert>
      )}
      <Facts
        view={view}
        facts={[
          { term: t("resource-places:own.what"), value: booking.bookable },
          { term: t("resource-places:own.when"), value: timeWords(view, seen.zone, booking) },
          { term: t("resource-places:own.where"), value: place.name },
          { term: t("resource-places:address"), value: place.place.address },
          { term: t("resource-places:association"), value: booking.association?.name },
          { term: t("resource-places:book.purpose"), value: booking.purpose },
        ]}
      />
      {standing ? (
        <>
          <p>{t("resource-places:own.keep")}</p>
          <ActionForm
            view={view}
            action={href(urls.ownCancelling(token))}
            kind="danger"
            icon="close"
          >
            {t("resource-places:own.cancel")}
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
