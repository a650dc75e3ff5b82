import { Actions, ButtonLink, French, page, type View } from "../../../ui/index.ts";
import { PeriodChooser } from "../../communes/index.ts";
import { urls as equipment } from "../urls.ts";
import { StatementBody, type StatementSeen } from "./parts.tsx";
import { urls } from "./urls.ts";

type Own = { id: string; name: string };

/** What an association was given in kind, for its accounts. */
export function minePage(
  view: View,
  seen: StatementSeen & { own: readonly Own[]; association: Own },
): string {
  const { t, href } = view;
  const { own, association, asked } = seen;
  const { period } = asked;
  return page(
    view,
    { title: t("inkind:title"), section: "/espace", hidden: true },
    <>
      <h1>{t("inkind:title")}</h1>
      <p class="lead">{t("inkind:lead", { association: association.name })}</p>
      {own.length > 1 && (
        <nav class="not-paper" aria-label={t("inkind:which")}>
          <ul class="row plain">
            {own.map(({ id, name }) => (
              <li>
                <a
                  href={href(urls.mine(id, period))}
                  aria-current={id === association.id ? "true" : undefined}
                >
                  <French view={view}>{name}</French>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <StatementBody
        view={view}
        {...seen}
        file={(format) => urls.mineFile(format, association.id, period)}
      />
      <Actions>
        <ButtonLink kind="secondary" icon="equipment" href={href(equipment.mine)}>
          {t("equipment:loan.list")}
        </ButtonLink>
      </Actions>
      <PeriodChooser
        view={view}
        {...asked}
        path={(one) => urls.mine(association.id, one)}
        kept={{ association: association.id }}
      />
    </>,
  );
}
