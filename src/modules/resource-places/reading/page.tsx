import {
  Breadcrumb,
  ButtonLink,
  page,
  PrintButton,
  ShareButton,
  Split,
  Tag,
  type View,
  French,
  inFrench,
} from "../../../ui/index.ts";
import { ComingDays, OpeningHours, stateWords } from "../../scheduling/index.ts";
import { dayOf } from "../../../platform/clock.ts";
import type { SeenPlace } from "../booking/seen.ts";
import { freeWords, lengthWords } from "../booking/words.ts";
import type { Circle } from "../circles/circles.ts";
import { urls } from "../urls.ts";
import { CirclePart } from "./circle-part.tsx";
import { Access, Finding, Practical } from "./facts.tsx";

export type OneSeen = SeenPlace & { circles: readonly Circle[]; now: Date };

/** One place: whether it is open, what is free, how to come; then what one does there. */
export function placePage(view: View, seen: OneSeen): string {
  const { t, lang, href, origin } = view;
  const { place, timetable, now } = seen;
  return page(
    view,
    {
      title: place.name,
      description: place.summary ?? t("resource-places:lead"),
      section: urls.list,
      canonical: urls.one(place.slug),
    },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("resource-places:title"), path: urls.list }]}
        here={place.name}
      />
      <h1>
        <French view={view}>{place.name}</French>
      </h1>
      <p class="row">
        <span class="not-paper">
          <Tag tone={seen.state.open ? "success" : "info"}>
            {stateWords(t, lang, timetable.zone, seen.state, now)}
          </Tag>
        </span>
        <span class="soft">
          {place.association
            ? t("resource-places:heldBy", { name: place.association.name })
            : t("resource-places:municipal")}
        </span>
      </p>
      {place.summary && (
        <p class="lead" {...inFrench(view)}>
          {place.summary}
        </p>
      )}
      <Split
        end
        side={
          <>
            <Finding view={view} place={place} />
            <Access view={view} place={place} />
            <section class="flow not-paper" aria-label={t("resource-places:do")}>
              <ShareButton view={view} url={origin + href(urls.one(place.slug))} />
              <PrintButton view={view} />
            </section>
          </>
        }
      >
        <section class="flow on-door" aria-labelledby="horaires">
          <h2 id="horaires">{t("resource-places:hours")}</h2>
          <OpeningHours view={view} timetable={timetable} today={dayOf(now)} />
          <ComingDays
            view={view}
            timetable={timetable}
            calendar={seen.calendar}
            today={dayOf(now)}
          />
        </section>
        <Bookables view={view} seen={seen} />
        {seen.circles.map((circle) => (
          <CirclePart view={view} place={place} circle={circle} />
        ))}
        <Practical view={view} place={place} />
        {place.presentation && (
          <section class="flow">
            <h2>{t("resource-places:about")}</h2>
            {place.presentation.split(/\n{2,}/).map((paragraph) => (
              <p {...inFrench(view)}>{paragraph}</p>
            ))}
          </section>
        )}
      </Split>
    </>,
  );
}

/** What may be booked, free now or next. */
function Bookables({ view, seen }: { view: View; seen: OneSeen }) {
  const { t, href } = view;
  const open = seen.bookables.filter(({ open: one }) => one);
  if (!open.length) return null;
  return (
    <section class="flow" aria-labelledby="reserver">
      <h2 id="reserver">{t("resource-places:book.title")}</h2>
      <ul class="plain flow">
        {open.map((one) => (
          <li class="card flow">
            <h3>{one.name}</h3>
            <p>
              <strong class="not-paper">
                {freeWords(view, seen.timetable.zone, one.free, seen.now)}
              </strong>
            </p>
            {one.holds && <p {...inFrench(view)}>{one.holds}</p>}
            <p class="soft">
              {one.kind === "room"
                ? t("resource-places:book.people", { count: one.people })
                : t("resource-places:book.units", { count: one.units })}
              {", "}
              {t("resource-places:book.lasting", {
                least: lengthWords(view, one.least),
                most: lengthWords(view, one.most),
              })}
            </p>
            {one.who === "desk" ? (
              <p>{t("resource-places:book.desk")}</p>
            ) : (
              <p class="not-paper">
                <ButtonLink
                  href={href(urls.book(seen.place.slug, one.id))}
                  icon="calendar"
                  kind="secondary"
                >
                  {t("resource-places:book.do")}
                  <span class="sr"> : {one.name}</span>
                </ButtonLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
