import { Breadcrumb, ButtonLink, page, Refused, type View, inFrench } from "../../../ui/index.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { BookingForm, type BookSeen } from "./form.tsx";
import { WhenFull } from "../waiting/pages.tsx";
import { dayNear, lengthWords } from "./words.ts";

export type PublicBook = BookSeen & {
  place: ResourcePlace;
  days: readonly string[];
  now: Date;
  /** Said when it is not for them. */
  refused: string | undefined;
  signIn: boolean;
  /** Whether the site knows who they are. */
  known: boolean;
  /** Some hours of the day are taken: one may wait for them. */
  taken: boolean;
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
      <WhenFull
        view={view}
        seen={seen}
        book={href(address)}
        wait={href(urls.wait(place.slug, bookable.id))}
      />
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
          <ButtonLink href={signInHref(view, seen)} icon="key">
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
            <BookingForm view={view} seen={seen} action={href(address)} signIn={!seen.known}>
              {t("resource-places:book.send")}
            </BookingForm>
          )}
          {seen.taken && (
            <p>
              <a href={href(`${urls.wait(place.slug, bookable.id)}?jour=${seen.day}`)}>
                {t("resource-places:wait.link")}
              </a>
            </p>
          )}
        </>
      )}
    </>,
  );
}

/** Signing in comes back here, to the day and the hour chosen. */
export function signInHref(
  { href }: Pick<View, "href">,
  { place, bookable, day, form }: Pick<PublicBook, "place" | "bookable" | "day" | "form">,
): string {
  const typed = { jour: day, heure: form.values["from"], duree: form.values["minutes"] };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(typed)) if (value) query.set(name, String(value));
  const back = `${urls.book(place.slug, bookable.id)}?${query.toString()}`;
  return `${href("/connexion")}?suite=${encodeURIComponent(back)}`;
}
