import { longDay, momentWords } from "../../../ui/dates.ts";
import { dayOf } from "../../../platform/clock.ts";
import {
  Refused,
  ActionForm,
  Alert,
  Breadcrumb,
  HumanHelp,
  page,
  Table,
  type View,
} from "../../../ui/index.ts";
import { deviceWords } from "../space/devices.ts";
import { urls } from "../urls.ts";
import { DeviceForm } from "./device-form.tsx";
import type { AddedDevice } from "./queries.ts";

type Seen = { devices: readonly AddedDevice[]; refused: string | undefined };

/** The devices that open the door without a code, and the way to add this one. */
export function devicesPage(view: View, { devices, refused }: Seen): string {
  const { t } = view;
  const title = t("people:devices.title");
  return page(
    view,
    { title, section: urls.space, hidden: true, main: "text", wrong: refused !== undefined },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("people:space.title"), path: urls.space }]}
        here={title}
      />
      <h1>{title}</h1>
      <Refused view={view} sentence={refused} />
      <p>{t("people:devices.words")}</p>
      <p>{t("people:devices.alone")}</p>
      <DeviceForm
        view={view}
        challenge={urls.deviceChallenge}
        action={urls.devices}
        words={t("people:devices.add")}
      />
      <div data-without-device>
        <Alert view={view} kind="info">
          <p>{t("people:devices.cannot")}</p>
        </Alert>
      </div>
      <div class="push">
        <Devices view={view} devices={devices} />
      </div>
      <HumanHelp view={view} title={t("people:devices.lost.title")} phone={view.commune.phone}>
        <p>{t("people:devices.lost.words")}</p>
      </HumanHelp>
    </>,
  );
}

function Devices({ view, devices }: { view: View; devices: readonly AddedDevice[] }) {
  const { t } = view;
  return (
    <Table
      view={view}
      caption={t("people:devices.caption", { count: devices.length })}
      rows={devices}
      empty={<p class="soft">{t("people:devices.none")}</p>}
      columns={[
        {
          label: t("people:sessions.device"),
          heading: true,
          cell: ({ device }) => deviceWords(t, device),
        },
        {
          label: t("people:devices.added"),
          cell: ({ addedAt }) => longDay(view.lang, dayOf(addedAt)),
        },
        {
          label: t("people:devices.used"),
          cell: ({ lastUsedAt }) =>
            lastUsedAt ? momentWords(view.lang, lastUsedAt) : t("people:devices.never"),
        },
        {
          label: t("people:sessions.act"),
          cell: ({ id, device, addedAt }) => (
            <ActionForm
              view={view}
              kind="quiet"
              icon="remove"
              action={view.href(urls.deviceRemoval(id))}
            >
              {t("people:devices.remove")}
              <span class="sr">
                {" "}
                {deviceWords(t, device)}, {longDay(view.lang, dayOf(addedAt))}
              </span>
            </ActionForm>
          ),
        },
      ]}
    />
  );
}
