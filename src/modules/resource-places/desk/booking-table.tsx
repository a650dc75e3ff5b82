import { ActionForm, dialled, shownPhone, Table, type View } from "../../../ui/index.ts";
import { timeWords } from "../booking/letters.ts";
import type { Booking } from "../booking/queries.ts";
import { hourWords } from "../booking/words.ts";
import { urls } from "../urls.ts";
import type { DeskPlace } from "./place-page.tsx";

/** Who comes, when, and how to reach them; each may be given back. */
export function BookingTable(props: {
  view: View;
  seen: DeskPlace;
  rows: readonly Booking[];
  dated?: boolean;
}) {
  const { view, seen, dated = false } = props;
  const { t, href } = view;
  const { zone } = seen.timetable;
  const standing = (one: Booking) => one.ended === null && one.until > seen.now;
  return (
    <Table
      view={view}
      caption={t("resourcedesk:bookings.caption")}
      captionHidden
      rows={props.rows}
      empty={<p class="soft">{t("resourcedesk:bookings.none")}</p>}
      columns={[
        {
          label: t("resourcedesk:bookings.when"),
          heading: true,
          cell: (one) =>
            dated
              ? timeWords(view, zone, one)
              : t("resourcedesk:bookings.hours", {
                  from: hourWords(view, zone, one.from),
                  until: hourWords(view, zone, one.until),
                }),
        },
        { label: t("resourcedesk:bookings.what"), cell: ({ bookable }) => bookable },
        {
          label: t("resourcedesk:bookings.who"),
          cell: (one) =>
            [one.association?.name, one.name].filter(Boolean).join(", ") ||
            t(one.walkIn ? "resourcedesk:bookings.walkIn" : "resourcedesk:bookings.forgotten"),
        },
        {
          label: t("resourcedesk:bookings.contact"),
          ifAny: true,
          cell: ({ phone, email }) =>
            phone ? <a href={`tel:${dialled(phone)}`}>{shownPhone(phone)}</a> : email,
        },
        { label: t("resourcedesk:bookings.purpose"), ifAny: true, cell: ({ purpose }) => purpose },
        {
          label: t("resourcedesk:bookings.state"),
          cell: (one) =>
            standing(one) ? (
              <ActionForm
                view={view}
                action={href(urls.cancelling(seen.place.id, one.id))}
                kind="quiet"
                icon="close"
              >
                {t(
                  one.from <= seen.now
                    ? "resourcedesk:bookings.free"
                    : "resourcedesk:bookings.cancel",
                )}
                <span class="sr">
                  {" : "}
                  {one.bookable}, {hourWords(view, zone, one.from)}
                </span>
              </ActionForm>
            ) : one.ended ? (
              t("resourcedesk:bookings.cancelled")
            ) : (
              t("resourcedesk:bookings.over")
            ),
        },
      ]}
    />
  );
}
