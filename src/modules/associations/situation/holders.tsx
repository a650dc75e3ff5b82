import { ButtonLink, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { SituationSeen } from "./pages.tsx";

/** Who manages the listing, and what an agent may do about it. */
export function Holders({ view, members, ...seen }: SituationSeen & { view: View }) {
  const { t, href } = view;
  const { id } = seen.situation;
  return (
    <>
      <h2 id="acces">{t("space:desk.title")}</h2>
      {members.length ? (
        <ul>
          {members.map(({ name, role }) => (
            <li>
              {name}, {t(`claiming:roleName.${role}`).toLowerCase()}
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t("space:desk.nobody")}</p>
      )}
      {seen.mayWrite && (
        <div class="actions">
          <ButtonLink kind="secondary" icon="people" href={href(urls.deskPeople(id))}>
            {t("space:desk.people")}
          </ButtonLink>
          <ButtonLink kind="quiet" href={href(urls.deskHandover(id))}>
            {t("space:desk.handover")}
          </ButtonLink>
          <ButtonLink kind="quiet" icon="key" href={href(urls.newClaimCode(id))}>
            {t("space:desk.code")}
          </ButtonLink>
        </div>
      )}
    </>
  );
}
