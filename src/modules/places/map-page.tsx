import { ActionForm, Alert, deskPage, type View } from "../../ui/index.ts";
import { moved, nearer, side, wider, writeWindow, type Window } from "./click-map.ts";
import { PlaceTrail } from "./pages.tsx";
import type { Place } from "./queries.ts";
import { placeUrls } from "./urls.ts";

export type MapSeen = {
  place: Place;
  /** Absent when the commune has no outline yet. */
  seen: Window | undefined;
  whole: Window | undefined;
  chosen: { latitude: number; longitude: number } | undefined;
};

/** The map to click: each click comes nearer, then the point is kept. Links do the same from the keyboard. */
export function pointingPage(view: View, { place, seen, whole, chosen }: MapSeen): string {
  const { t } = view;
  const id = place.place_id;
  const title = t("places:map.title", { name: place.name });
  return deskPage(
    view,
    { title, section: placeUrls.all, main: "text" },
    <>
      <PlaceTrail view={view} here={title} />
      <h1>{title}</h1>
      {seen && whole ? (
        <>
          <p class="lead">{t("places:map.how")}</p>
          <form method="get" action={view.href(placeUrls.map(id))}>
            <input type="hidden" name="vue" value={String(seen.span)} />
            <input type="hidden" name="lat" value={String(seen.latitude)} />
            <input type="hidden" name="lon" value={String(seen.longitude)} />
            <input
              type="image"
              name="point"
              src={`${placeUrls.picture}?${writeWindow(seen)}${chosen ? `&clat=${chosen.latitude}&clon=${chosen.longitude}` : ""}`}
              alt={t("places:map.picture")}
              width={side}
              height={side}
            />
          </form>
          <Moves view={view} id={id} seen={seen} whole={whole} />
          {chosen && (
            <>
              <p>{t("places:map.chosen", written(view, chosen))}</p>
              <ActionForm
                view={view}
                action={view.href(placeUrls.position(id))}
                fields={{
                  latitude: String(chosen.latitude),
                  longitude: String(chosen.longitude),
                  _revision: String(place.revision),
                }}
                icon="place"
              >
                {t("places:map.here")}
              </ActionForm>
            </>
          )}
        </>
      ) : (
        <Alert view={view} kind="info">
          <p>{t("places:map.none")}</p>
        </Alert>
      )}
      <p>
        <a href={view.href(placeUrls.one(id))}>{t("places:back")}</a>
      </p>
    </>,
  );
}

const written = (view: View, at: { latitude: number; longitude: number }) => ({
  latitude: at.latitude.toLocaleString(view.lang, { maximumFractionDigits: 5 }),
  longitude: at.longitude.toLocaleString(view.lang, { maximumFractionDigits: 5 }),
});

function Moves(props: { view: View; id: string; seen: Window; whole: Window }) {
  const { view, id, seen, whole } = props;
  const { t } = view;
  const to = (window: Window, point = "") =>
    view.href(`${placeUrls.map(id)}?${writeWindow(window)}${point}`);
  return (
    <nav aria-label={t("places:map.moves")}>
      <ul class="plain row">
        {(["north", "south", "east", "west"] as const).map((way) => (
          <li>
            <a href={to(moved(seen, way), "&centre=1")}>{t(`places:map.${way}`)}</a>
          </li>
        ))}
        <li>
          <a href={to(nearer(seen, seen), "&centre=1")}>{t("places:map.closer")}</a>
        </li>
        <li>
          <a href={to(wider(seen, whole))}>{t("places:map.wider")}</a>
        </li>
      </ul>
    </nav>
  );
}
