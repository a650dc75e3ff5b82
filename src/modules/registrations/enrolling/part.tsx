import type { Ask } from "../../../platform/http/ask.ts";
import { colon } from "../../../platform/i18n/index.ts";
import { momentWords } from "../../../ui/dates.ts";
import { ButtonLink, Tag, type View } from "../../../ui/index.ts";
import type { Activity } from "../../activities/index.ts";
import { countsOf, seatWords, type SeatCounts } from "../../scheduling/index.ts";
import { aboutOpening, type About } from "../opening/about.ts";
import { openingsOf } from "../opening/queries.ts";
import { urls } from "../urls.ts";

export type Shown = About & { counts: SeatCounts };

/** What is open for an activity, as residents read it: how many places remain, and where to register. */
export async function enrolPart(ask: Ask, activity: Activity) {
  const shown = await toldOf(ask, activity);
  return shown.length ? <Part view={ask.view} shown={shown} /> : undefined;
}

/** The same in a few words, an opening each: true at this very moment. */
export async function enrolWords(ask: Ask, activity: Activity): Promise<string[]> {
  return (await toldOf(ask, activity)).map((one) =>
    one.opening.occurrenceId === null
      ? stateWords(ask.view, one)
      : `${one.when.join(", ")}, ${stateWords(ask.view, one)}`,
  );
}

async function toldOf(ask: Ask, activity: Activity): Promise<Shown[]> {
  if (activity.state !== "published") return [];
  return (await shownOf(ask, activity)).filter(
    ({ standing, opening }) =>
      standing !== "over" && (standing !== "cancelled" || opening.occurrenceId === null),
  );
}

/** Each opening of an activity with how full it is now. */
export async function shownOf(ask: Ask, activity: Activity): Promise<Shown[]> {
  const openings = await openingsOf(ask.tx, activity.id);
  const counts = await countsOf(ask.tx, openings.map((one) => one.counterId), ask.now); // prettier-ignore
  const all: Shown[] = [];
  for (const opening of openings) {
    const about = await aboutOpening(ask, opening, activity);
    const full = counts.get(opening.counterId);
    if (about && full) all.push({ ...about, counts: full });
  }
  return all;
}

const Part = ({ view, shown }: { view: View; shown: readonly Shown[] }) => (
  <section class="flow" aria-labelledby="inscription">
    <h2 id="inscription">{view.t("registrations:part.title")}</h2>
    {shown.map((one) => (
      <Line view={view} one={one} several={shown.length > 1 || one.opening.occurrenceId !== null} />
    ))}
    <p class="soft">
      <a href={view.href(urls.find)}>{view.t("registrations:part.find")}</a>
    </p>
  </section>
);

function Line({ view, one, several }: { view: View; one: Shown; several: boolean }) {
  const { t, href } = view;
  const { opening, activity, standing, counts, when } = one;
  const full = counts.left === 0;
  return (
    <div class={several ? "card flow" : "flow"}>
      {several && (
        <h3>{opening.occurrenceId === null ? t("registrations:part.whole") : when.join(", ")}</h3>
      )}
      <p>
        <Tag tone={standing === "open" && !full ? "success" : "warning"}>
          {stateWords(view, one)}
        </Tag>
      </p>
      {standing === "open" && (!full || counts.mayWait) && (
        <p>
          <ButtonLink href={href(urls.enrol(activity.slug, opening.id))}>
            {t(full ? "registrations:part.wait" : "registrations:part.enrol")}
            {several && <span class="sr">{`${colon(view.lang)}${when.join(", ")}`}</span>}
          </ButtonLink>
        </p>
      )}
      {standing === "cancelled" && opening.cancelledWord && <p>{opening.cancelledWord}</p>}
    </div>
  );
}

/** What remains, or why nobody may register now. */
export function stateWords({ t, lang }: View, { standing, counts, opening }: Shown): string {
  if (standing === "open") return seatWords(t, counts);
  if (standing === "soon")
    return t("registrations:part.soon", { at: momentWords(lang, opening.opensAt ?? new Date()) });
  return t(`registrations:part.${standing}`);
}
