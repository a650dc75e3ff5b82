import { dayOf } from "../../../platform/clock.ts";
import {
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  Refused,
  blankForm,
  type View,
} from "../../../ui/index.ts";
import { BookingForm, type BookSeen } from "../booking/form.tsx";
import { Days } from "../booking/pages.tsx";
import { freeWords, hourWords } from "../booking/words.ts";
import type { FreeNow } from "../booking/rules.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { WhenFull } from "../waiting/pages.tsx";
import { trail } from "./terms-page.tsx";

export type BookableSeen = BookSeen & {
  place: ResourcePlace;
  free: FreeNow;
  /** Until when somebody who is there may have it. */
  ends: readonly Date[];
  days: readonly string[];
  now: Date;
  refused: string | undefined;
};

/** Something to book, for who welcomes: somebody is there, or calls for later. */
export function bookablePage(view: View, seen: BookableSeen): string {
  const { t, href } = view;
  const { place, bookable, zone, now } = seen;
  const address = urls.bookable(place.id, bookable.id);
  return deskPage(
    view,
    {
      title: bookable.name,
      section: urls.desk,
      main: "text",
      wrong: seen.refused !== undefined || Object.keys(seen.form.errors).length > 0,
    },
    <>
      <Breadcrumb view={view} trail={trail(view, place)} here={bookable.name} />
      <h1>{bookable.name}</h1>
      <Refused view={view} sentence={seen.refused} />
      <WhenFull
        view={view}
        seen={seen}
        book={href(urls.deskBooking(place.id, bookable.id))}
        wait={href(urls.deskWait(place.id, bookable.id))}
      />
      <p>
        <strong>{freeWords(view, zone, seen.free, now)}</strong>
      </p>
      {bookable.holds && <p>{bookable.holds}</p>}
      {seen.ends.length > 0 && (
        <section class="flow" aria-labelledby="passage">
          <h2 id="passage">{t("resourcedesk:walkIn.title")}</h2>
          <Form view={view} form={blankForm} action={href(urls.walkIn(place.id, bookable.id))}>
            <Actions>
              {seen.ends.map((end) => (
                <Button name="until" value={end.toISOString()} icon="done">
                  {t("resourcedesk:walkIn.until", { hour: hourWords(view, zone, end) })}
                </Button>
              ))}
            </Actions>
          </Form>
        </section>
      )}
      <section class="flow" aria-labelledby="plus-tard">
        <h2 id="plus-tard">{t("resourcedesk:later.title")}</h2>
        {seen.days.length === 0 ? (
          <p>{t("resource-places:book.noDay")}</p>
        ) : (
          <>
            <Days
              view={view}
              days={seen.days}
              day={seen.day}
              now={now}
              href={(day) => href(`${address}?jour=${day}#plus-tard`)}
            />
            {seen.starts.length === 0 ? (
              <p>{t("resource-places:book.noStart")}</p>
            ) : (
              <BookingForm
                view={view}
                seen={seen}
                action={href(urls.deskBooking(place.id, bookable.id))}
              >
                {t("resource-places:book.send")}
              </BookingForm>
            )}
          </>
        )}
      </section>
      <Actions>
        <ButtonLink
          href={href(urls.bookableTerms(place.id, bookable.id))}
          kind="quiet"
          icon="settings"
        >
          {t("resourcedesk:bookable.terms")}
        </ButtonLink>
        <ButtonLink
          href={href(`${urls.place(place.id)}?jour=${dayOf(now)}`)}
          kind="quiet"
          icon="previous"
        >
          {t("resourcedesk:bookable.back")}
        </ButtonLink>
      </Actions>
    </>,
  );
}
