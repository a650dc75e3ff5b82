import { momentWords } from "../../../ui/dates.ts";
import { ActionForm, Alert, type View } from "../../../ui/index.ts";
import type { OwnSeen } from "../booking/own-page.tsx";
import { urls } from "../urls.ts";

/** Where who waits is, in words; or what is offered to them, to be taken until a moment. */
export function WaitingAlert({ view, seen }: { view: View; seen: OwnSeen }) {
  const { t, lang, href } = view;
  const { offeredUntil } = seen.booking;
  if (!offeredUntil)
    return (
      <Alert view={view} kind="info">
        <p>{positionWords(view, seen.position)}</p>
        <p>
          {t(seen.booking.email ? "resource-places:wait.written" : "resource-places:wait.called")}
        </p>
      </Alert>
    );
  return (
    <>
      <Alert view={view} kind="success">
        <p>{t("resource-places:wait.offered", { until: momentWords(lang, offeredUntil, true) })}</p>
      </Alert>
      <ActionForm view={view} action={href(urls.ownAccepting(seen.token))} icon="done">
        {t("resource-places:wait.accept")}
      </ActionForm>
    </>
  );
}

/** A place on the list as people say it. */
export const positionWords = ({ t }: Pick<View, "t">, position = 1): string =>
  position === 1
    ? t("resource-places:wait.first")
    : t("resource-places:wait.before", { count: position - 1 });
