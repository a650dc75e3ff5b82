import { momentWords } from "../../../ui/dates.ts";
import { ActionForm, Alert, ButtonLink, shownPhone, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Call } from "./calls.ts";
import type { RollSeen } from "./roll-page.tsx";

/** Whom to call, and what to say: the answer to an offer is given on their own page. */
export function Calls({ view, seen }: { view: View; seen: RollSeen }) {
  const { t } = view;
  const { calls = [] } = seen;
  if (!calls.length) return null;
  return (
    <Alert view={view} kind="warning" title={t("roll:calls.title", { count: calls.length })}>
      <ul class="flow">
        {calls.map((call) => (
          <Line view={view} seen={seen} call={call} />
        ))}
      </ul>
    </Alert>
  );
}

function Line({ view, seen, call }: { view: View; seen: RollSeen; call: Call }) {
  const { t, href, lang } = view;
  const { keeping, one, registrations = [] } = seen;
  const who = registrations.find(({ id }) => id === call.registrationId);
  if (!who) return null;
  const at = [keeping.programme.base, keeping.activity.id, one.opening.id] as const;
  const name = who.people[0]?.name ?? "";
  return (
    <li>
      <p>
        <strong>{name}</strong>
        {who.phone && (
          <>
            , <a href={`tel:${who.phone}`}>{shownPhone(who.phone)}</a>
          </>
        )}{" "}
        :{" "}
        {t(`roll:calls.${call.what}`, {
          at: call.moment ? momentWords(lang, call.moment, true) : "",
        })}
        {call.word && <span class="soft"> {call.word}</span>}
      </p>
      {call.what === "offered" ? (
        <ButtonLink kind="secondary" href={href(urls.person(...at, who.id))}>
          {t("roll:calls.answer")}
          <span class="sr"> : {name}</span>
        </ButtonLink>
      ) : (
        <ActionForm
          view={view}
          action={href(urls.told(...at, call.id))}
          kind="secondary"
          icon="done"
        >
          {t("roll:calls.done")}
          <span class="sr"> : {name}</span>
        </ActionForm>
      )}
    </li>
  );
}
