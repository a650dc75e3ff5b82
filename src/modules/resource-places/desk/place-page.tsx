import { dayOf } from "../../../platform/clock.ts";
import { dayWords } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Alert,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Refused,
  type View,
} from "../../../ui/index.ts";
import { patternWords, stateWords } from "../../scheduling/index.ts";
import type { Booking } from "../booking/queries.ts";
import type { SeenPlace } from "../booking/seen.ts";
import { freeWords } from "../booking/words.ts";
import type { Circle } from "../circles/circles.ts";
import { urls } from "../urls.ts";
import { BookingTable } from "./booking-table.tsx";
import { WaitingTable } from "./waiting-table.tsx";
import { StateTag } from "./list-page.tsx";

export type DeskPlace = SeenPlace & {
  day: string;
  before: string;
  after: string;
  bookings: readonly Booking[];
  outside: readonly Booking[];
  waiting: readonly (Booking & { position: number | undefined })[];
  circles: readonly Circle[];
  exported: boolean;
  now: Date;
  refused: string | undefined;
};

/** One place, for who welcomes there: what is free, who comes today, then what is written of it. */
export function deskPlacePage(view: View, seen: DeskPlace): string {
  const { t, href, lang } = view;
  const { place, timetable } = seen;
  return deskPage(
    view,
    { title: place.name, section: urls.desk, wrong: seen.refused !== undefined },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("resourcedesk:title"), path: urls.desk }]}
        here={place.name}
      />
      <h1>{place.name}</h1>
      <Refused view={view} sentence={seen.refused} />
      <p class="row">
        <StateTag view={view} state={place.state} />
        <span>{stateWords(t, lang, timetable.zone, seen.state, seen.now)}</span>
      </p>
      {timetable.rules.length === 0 && (
        <Alert view={view} kind="info">
          <p>
            <a href={href(urls.hours(place.id))}>{t("resourcedesk:noHours")}</a>
          </p>
        </Alert>
      )}
      <Welcome view={view} seen={seen} />
      {seen.outside.length > 0 && (
        <section class="flow" aria-labelledby="hors-horaires">
          <h2 id="hors-horaires">{t("resourcedesk:outside.title")}</h2>
          <p>{t("resourcedesk:outside.words")}</p>
          <BookingTable view={view} seen={seen} rows={seen.outside} dated />
        </section>
      )}
      {seen.waiting.length > 0 && (
        <section class="flow" aria-labelledby="attente">
          <h2 id="attente">{t("resourcedesk:waits.title")}</h2>
          <p>{t("resourcedesk:waits.words")}</p>
          <WaitingTable view={view} seen={seen} />
        </section>
      )}
      <section class="flow" aria-labelledby="reservations">
        <h2 id="reservations">
          {seen.day === dayOf(seen.now)
            ? t("resourcedesk:bookings.today")
            : dayWords(lang, seen.day)}
        </h2>
        <Actions>
          {(["before", "after"] as const).map((side) => (
            <ButtonLink
              kind="quiet"
              icon={side === "before" ? "previous" : "next"}
              href={href(`${urls.place(place.id)}?jour=${seen[side]}#reservations`)}
            >
              {t(`resourcedesk:bookings.${side}`)}
            </ButtonLink>
          ))}
        </Actions>
        <BookingTable view={view} seen={seen} rows={seen.bookings} />
      </section>
      <section class="flow" aria-labelledby="cercles">
        <h2 id="cercles">{t("resourcedesk:circles.title")}</h2>
        <p>{t("resourcedesk:circles.words")}</p>
        <ul>
          {seen.circles.map((circle) => (
            <li>
              <a href={href(urls.circle(place.id, circle.id))}>{circle.topic}</a>
              <span class="soft"> {patternWords(t, lang, circle.series)}</span>
            </li>
          ))}
        </ul>
        <ButtonLink href={href(urls.addCircle(place.id))} kind="secondary" icon="add">
          {t("resourcedesk:circles.add")}
        </ButtonLink>
      </section>
      <About view={view} seen={seen} />
    </>,
  );
}

/** What is free now: somebody is there, they are given a workstation in three taps. */
function Welcome({ view, seen }: { view: View; seen: DeskPlace }) {
  const { t, href } = view;
  const { place, timetable, now } = seen;
  return (
    <section class="flow" aria-labelledby="accueillir">
      <h2 id="accueillir">{t("resourcedesk:welcome.title")}</h2>
      {seen.bookables.length === 0 && <p>{t("resourcedesk:welcome.none")}</p>}
      <ul class="plain grid">
        {seen.bookables.map((one) => (
          <li>
            <div class="card card-link flow">
              <h3>
                <a href={href(urls.bookable(place.id, one.id))}>{one.name}</a>
              </h3>
              <p>
                {one.open
                  ? freeWords(view, timetable.zone, one.free, now)
                  : t("resourcedesk:bookable.stopped")}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <ButtonLink href={href(urls.addBookable(place.id))} kind="secondary" icon="add">
        {t("resourcedesk:bookable.add")}
      </ButtonLink>
    </section>
  );
}

/** What is written of the place, and whether residents read it. */
function About({ view, seen }: { view: View; seen: DeskPlace }) {
  const { t, href } = view;
  const { place } = seen;
  return (
    <section class="flow" aria-labelledby="fiche">
      <h2 id="fiche">{t("resourcedesk:about.title")}</h2>
      {!seen.exported && <p>{t("resourcedesk:about.notExported")}</p>}
      <Actions>
        {place.state === "draft" ? (
          <ActionForm view={view} action={href(urls.publication(place.id))} icon="done">
            {t("resourcedesk:about.publish")}
          </ActionForm>
        ) : (
          <ButtonLink href={href(urls.one(place.slug))} icon="eye">
            {t("resourcedesk:about.see")}
          </ButtonLink>
        )}
        <ButtonLink href={href(urls.edit(place.id))} kind="secondary" icon="edit">
          {t("resourcedesk:about.edit")}
        </ButtonLink>
        <ButtonLink href={href(urls.hours(place.id))} kind="secondary" icon="clock">
          {t("resourcedesk:about.hours")}
        </ButtonLink>
        {place.state === "published" ? (
          <ActionForm
            view={view}
            action={href(urls.withdrawal(place.id))}
            kind="quiet"
            icon="close"
          >
            {t("resourcedesk:about.withdraw")}
          </ActionForm>
        ) : (
          <ActionForm view={view} action={href(urls.removal(place.id))} kind="quiet" icon="remove">
            {t("resourcedesk:about.remove")}
          </ActionForm>
        )}
      </Actions>
    </section>
  );
}
