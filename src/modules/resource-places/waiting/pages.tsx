import { capital } from "../../../ui/dates.ts";
import { ActionForm, Breadcrumb, page, Refused, type View } from "../../../ui/index.ts";
import { dayIn, minuteIn } from "../../scheduling/index.ts";
import { BookingForm, type BookSeen } from "../booking/form.tsx";
import { timeWords } from "../booking/letters.ts";
import { Days, type PublicBook } from "../booking/pages.tsx";
import { minutesOf } from "../booking/rules.ts";
import { dayNear, hourWords } from "../booking/words.ts";
import { urls } from "../urls.ts";

/** It is taken at the hour asked: the nearest free hours, each had in one tap with what was typed; or to be told when it is free. */
export function WhenFull(props: {
  view: View;
  seen: BookSeen & { now: Date };
  book: string;
  wait: string;
}) {
  const { view, seen } = props;
  const { t, lang } = view;
  if (!seen.full) return null;
  const { asked, nearest } = seen.full;
  const { zone } = seen;
  const typed = Object.fromEntries(
    ["association", "name", "phone", "email", "purpose"].map((name) => [
      name,
      String(seen.form.values[name] ?? ""),
    ]),
  );
  const minutes = String(minutesOf(asked));
  return (
    <section class="card flow" aria-labelledby="pris">
      <h2 id="pris">{t("resource-places:wait.taken")}</h2>
      <p>{t("resource-places:wait.asked", { when: timeWords(view, zone, asked) })}</p>
      {nearest.length > 0 && (
        <>
          <p>{t("resource-places:wait.nearest")}</p>
          <ul class="plain row">
            {nearest.map(({ from }) => {
              const day = dayIn(zone, from);
              return (
                <li>
                  <ActionForm
                    view={view}
                    action={props.book}
                    fields={{ ...typed, day, from: String(minuteIn(zone, from)), minutes }}
                    kind="secondary"
                    icon="calendar"
                  >
                    {capital(
                      t("resource-places:wait.at", {
                        day: dayNear({ t, lang }, day, seen.now),
                        hour: hourWords(view, zone, from),
                      }),
                    )}
                  </ActionForm>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p>{t(seen.desk ? "resourcedesk:waits.how" : "resource-places:wait.how")}</p>
      <ActionForm
        view={view}
        action={props.wait}
        fields={{
          ...typed,
          day: dayIn(zone, asked.from),
          from: String(minuteIn(zone, asked.from)),
          minutes,
        }}
        kind="secondary"
        icon="wait"
      >
        {t(seen.desk ? "resourcedesk:waits.add" : "resource-places:wait.do")}
      </ActionForm>
    </section>
  );
}

export type WaitSeen = Omit<PublicBook, "starts" | "taken" | "signIn" | "known"> & {
  starts: readonly { from: Date }[];
};

/** Waiting for an hour that is taken: the day, the hour, who is told. */
export function waitPage(view: View, seen: WaitSeen): string {
  const { t, href } = view;
  const { place, bookable } = seen;
  const title = t("resource-places:wait.one", { what: bookable.name });
  const address = urls.wait(place.slug, bookable.id);
  return page(
    view,
    {
      title,
      main: "text",
      hidden: true,
      section: urls.list,
      wrong: seen.refused !== undefined || Object.keys(seen.form.errors).length > 0,
    },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("resource-places:title"), path: urls.list },
          { words: place.name, path: urls.one(place.slug) },
          {
            words: t("resource-places:book.one", { what: bookable.name }),
            path: urls.book(place.slug, bookable.id),
          },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <Refused view={view} sentence={seen.refused} />
      <p>{t("resource-places:wait.how")}</p>
      {seen.days.length > 0 && (
        <Days
          view={view}
          days={seen.days}
          day={seen.day}
          now={seen.now}
          href={(day) => href(`${address}?jour=${day}`)}
        />
      )}
      {seen.starts.length === 0 ? (
        <p>
          {t("resource-places:wait.none")}{" "}
          <a href={href(`${urls.book(place.slug, bookable.id)}?jour=${seen.day}`)}>
            {t("resource-places:book.do")}
          </a>
        </p>
      ) : (
        <BookingForm view={view} seen={seen} action={href(address)}>
          {t("resource-places:wait.do")}
        </BookingForm>
      )}
    </>,
  );
}
