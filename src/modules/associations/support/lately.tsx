import { ButtonLink, Icon, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { SupportLine } from "./queries.ts";
import { headOf } from "./told.ts";

const shown = 3;

/** On the page of an association at the town hall: what was done for it lately, and the way to note a visit or a help given. */
export function SupportLately(props: {
  view: View;
  id: string;
  support: readonly SupportLine[];
  mayWrite: boolean;
}) {
  const { view, id } = props;
  const { t, href } = view;
  const kept = props.support.filter(({ removedAt }) => !removedAt);
  return (
    <section class="flow push">
      <h2 id="aide">{t("supportdesk:title")}</h2>
      {kept.length === 0 && <p class="soft">{t("supportdesk:none")}</p>}
      {kept.length > 0 && (
        <ul>
          {kept.slice(0, shown).map((line) => (
            <li>
              {headOf(view, line)}
              {line.note && <p class="soft prose">{line.note}</p>}
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        {props.mayWrite && (
          <ButtonLink kind="secondary" icon="add" href={href(urls.support(id))}>
            {t("supportdesk:note")}
          </ButtonLink>
        )}
        {kept.length > shown && (
          <a class="icon-line" href={href(urls.support(id))}>
            <Icon name="heart" /> {t("supportdesk:all", { count: kept.length })}
          </a>
        )}
      </div>
    </section>
  );
}
