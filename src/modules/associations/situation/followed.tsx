import { longDay, momentWords } from "../../../ui/dates.ts";
import { Facts, Icon, Tag, type View } from "../../../ui/index.ts";
import { sections } from "../codes.ts";
import { Changes } from "../history/pages.tsx";
import { actionWords, actorWords, toldOf } from "../history/words.tsx";
import { urls } from "../urls.ts";
import { ConfirmForms } from "./confirm-forms.tsx";
import type { SituationSeen } from "./pages.tsx";

/** What was confirmed, section by section, then the ways to confirm or to ask for it. */
export function Freshness({ view, ...seen }: SituationSeen & { view: View }) {
  const { t } = view;
  return (
    <>
      <h2 id="confirmer">{t("registry:one.freshness")}</h2>
      <Facts
        view={view}
        facts={sections.map((section) => {
          const latest = seen.confirmed.find((one) => one.section === section);
          return {
            term: t(`associations:section.${section}`),
            value: latest ? (
              `${t(`registry:one.confirmed.${latest.byKind}`, {
                date: longDay(view.lang, latest.at),
                name: latest.name ?? "",
              })}, ${t(`registry:one.how.${latest.how}`)}`
            ) : (
              <Tag>{t("registry:one.neverConfirmed")}</Tag>
            ),
          };
        })}
      />
      {seen.mayWrite && (
        <ConfirmForms
          view={view}
          id={seen.situation.id}
          form={seen.phoned}
          mail={seen.situation.contacts.some(({ email }) => email)}
        />
      )}
    </>
  );
}

/** What changed lately, and the way to all of it. */
export function Latest({ view, ...seen }: SituationSeen & { view: View }) {
  const { t } = view;
  return (
    <>
      <h2 id="changements">{t("registry:one.latest")}</h2>
      {seen.latest.length === 0 && <p class="soft">{t("registry:one.noChange")}</p>}
      <ul>
        {seen.latest.map((line) => (
          <li>
            {momentWords(view.lang, line.at)}, {actorWords(t, line)} : {actionWords(t, line)}
            <Changes view={view} told={toldOf(view, line, seen.names, false)} />
          </li>
        ))}
      </ul>
      <p>
        <a class="icon-line" href={view.href(urls.history(seen.situation.id))}>
          <Icon name="history" /> {t("registry:one.history")}
        </a>
      </p>
    </>
  );
}
