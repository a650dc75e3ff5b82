import { OpeningHours } from "../../scheduling/index.ts";
import { French, inFrench, type View } from "../../../ui/index.ts";
import type { LentAt } from "./lent-at.ts";

/** Where a model is lent: how to come, how many there are, when one comes. */
export function WhereLent(props: { view: View; places: readonly LentAt[]; today: string }) {
  const { view, places, today } = props;
  const { t } = view;
  return (
    <section class="flow" aria-labelledby="ou">
      <h2 id="ou">{t("catalogue:where")}</h2>
      {places.length === 0 && <p>{t("catalogue:nowhere")}</p>}
      {places.map((place) => (
        <section class="flow">
          <h3>
            <French view={view}>{place.name}</French>
          </h3>
          {place.address && <p {...inFrench(view)}>{place.address}</p>}
          {place.words && <p {...inFrench(view)}>{place.words}</p>}
          <p>{t("catalogue:there", { count: place.count })}</p>
          <OpeningHours view={view} timetable={place.timetable} today={today} />
        </section>
      ))}
    </section>
  );
}
