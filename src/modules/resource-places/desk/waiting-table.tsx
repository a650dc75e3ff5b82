import { momentWords } from "../../../ui/dates.ts";
import { ActionForm, dialled, shownPhone, Table, type View } from "../../../ui/index.ts";
import { timeWords } from "../booking/letters.ts";
import type { Booking } from "../booking/queries.ts";
import { urls } from "../urls.ts";
import type { DeskPlace } from "./place-page.tsx";

const who = (one: Booking): string => [one.association?.name, one.name].filter(Boolean).join(", ");

const waitsWords = ({ t }: View, position = 1): string =>
  position === 1
    ? t("resourcedesk:waits.first")
    : t("resourcedesk:waits.before", { count: position - 1 });

/** Who waits for what is taken; those it is offered to and who left no address are called. */
export function WaitingTable({ view, seen }: { view: View; seen: DeskPlace }) {
  const { t, href } = view;
  return (
    <Table
      view={view}
      caption={t("resourcedesk:waits.title")}
      captionHidden
      rows={seen.waiting}
      columns={[
        {
          label: t("resourcedesk:bookings.when"),
          heading: true,
          cell: (one) => timeWords(view, seen.timetable.zone, one),
        },
        { label: t("resourcedesk:bookings.what"), cell: ({ bookable }) => bookable },
        { label: t("resourcedesk:bookings.who"), cell: who },
        {
          label: t("resourcedesk:bookings.contact"),
          cell: ({ phone, email }) =>
            phone ? <a href={`tel:${dialled(phone)}`}>{shownPhone(phone)}</a> : email,
        },
        {
          label: t("resourcedesk:waits.where"),
          cell: (one) =>
            one.offeredUntil
              ? t(one.email ? "resourcedesk:waits.written" : "resourcedesk:waits.call", {
                  until: momentWords(view.lang, one.offeredUntil, true),
                })
              : waitsWords(view, one.position),
        },
        {
          label: t("resourcedesk:bookings.state"),
          cell: (one) => (
            <>
              {one.offeredUntil && (
                <ActionForm
                  view={view}
                  action={href(urls.accepting(seen.place.id, one.id))}
                  icon="done"
                >
                  {t("resourcedesk:waits.accept")}
                  <span class="sr"> : {who(one)}</span>
                </ActionForm>
              )}
              <ActionForm
                view={view}
                action={href(urls.cancelling(seen.place.id, one.id))}
                kind="quiet"
                icon="close"
              >
                {t("resourcedesk:waits.remove")}
                <span class="sr"> : {who(one)}</span>
              </ActionForm>
            </>
          ),
        },
      ]}
    />
  );
}
