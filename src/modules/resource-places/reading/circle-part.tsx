import { longDay } from "../../../ui/dates.ts";
import { dayOf } from "../../../platform/clock.ts";
import { inFrench, type View } from "../../../ui/index.ts";
import { hoursWords, patternWords, type Occurrence } from "../../scheduling/index.ts";
import type { Circle } from "../circles/circles.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";

/** A circle: what about, when it meets, what those who came wrote for the others. */
export function CirclePart(props: { view: View; place: ResourcePlace; circle: Circle }) {
  const { view, place, circle } = props;
  const { t, lang, href } = view;
  return (
    <section class="flow" aria-labelledby={`cercle-${circle.id}`}>
      <h2 id={`cercle-${circle.id}`}>
        {t("resource-places:circle.title", { topic: circle.topic })}
      </h2>
      {circle.about && <p {...inFrench(view)}>{circle.about}</p>}
      <p>{patternWords(t, lang, circle.series)}</p>
      {circle.next.length > 0 ? (
        <>
          <p>{t("resource-places:circle.next")}</p>
          <ul>
            {circle.next.map((one) => (
              <li>
                {longDay(lang, one.day, true)}, {hoursWords(t, lang, one)}
                {one.state === "cancelled" && (
                  <strong> ({t("resource-places:circle.cancelled")})</strong>
                )}
                {one.state === "moved" && <strong> ({movedWords(view, one)})</strong>}
                {one.notice && <span {...inFrench(view)}> {one.notice}</span>}
              </li>
            ))}
          </ul>
          <p class="not-paper">
            <a href={href(urls.circleFile(place.slug, circle.id))}>
              {t("resource-places:circle.file")}
            </a>
          </p>
        </>
      ) : (
        <p>{t("resource-places:circle.none")}</p>
      )}
      <p class="not-paper">
        <a href={href(urls.circleFollowing(place.slug, circle.id))}>{t("followers:title")}</a>
      </p>
      {circle.notes && (
        <details>
          <summary>
            {t("resource-places:circle.notes", {
              day: circle.notesAt ? longDay(lang, dayOf(circle.notesAt)) : "",
            })}
          </summary>
          <div class="flow" {...inFrench(view)}>
            {circle.notes.split(/\n+/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** Where a date was before it was moved: another day, or the same day at another hour. */
export const movedWords = (
  { t, lang }: Pick<View, "t" | "lang">,
  { day, originalDay }: Pick<Occurrence, "day" | "originalDay">,
): string =>
  day === originalDay
    ? t("resource-places:circle.movedHour")
    : t("resource-places:circle.moved", { day: longDay(lang, originalDay, true) });
