import { ActionForm, Button, TextField, type View } from "../../../ui/index.ts";
import type { NewsItem } from "../record/queries.ts";
import { urls } from "../urls.ts";

export type Known = { id: string; name: string };

/** The associations an item is about: found by name, added or taken away one by one. */
export function AboutPart(props: {
  view: View;
  item: NewsItem;
  sought: { text: string; found: readonly Known[] } | undefined;
}) {
  const { view, item, sought } = props;
  const { t, href } = view;
  const others = sought?.found.filter(({ id }) => !item.associations.some((one) => one.id === id));
  return (
    <section class="flow" id="associations" aria-labelledby="concernees">
      <h2 id="concernees">{t("newsdesk:about.title")}</h2>
      {item.associations.length === 0 && <p class="soft">{t("newsdesk:about.none")}</p>}
      <ul class="plain flow">
        {item.associations.map(({ id, name }) => (
          <li class="row">
            <span>{name}</span>
            <ActionForm
              view={view}
              action={href(urls.without(item.id))}
              fields={{ association: id }}
              kind="quiet"
              icon="remove"
            >
              {t("newsdesk:about.remove")}
              <span class="sr"> : {name}</span>
            </ActionForm>
          </li>
        ))}
      </ul>
      <form method="get" action={`${href(urls.one(item.id))}#associations`} class="flow">
        <TextField
          view={view}
          form={{ values: { cherche: sought?.text ?? "" }, errors: {} }}
          name="cherche"
          label={t("newsdesk:about.search")}
          maxLength={80}
          optional="silent"
        />
        <Button kind="secondary" icon="search">
          {t("newsdesk:about.do")}
        </Button>
      </form>
      {others && (
        <ul class="plain flow" aria-label={t("newsdesk:about.found")}>
          {others.length === 0 && <li class="soft">{t("newsdesk:about.nobody")}</li>}
          {others.map(({ id, name }) => (
            <li class="row">
              <span>{name}</span>
              <ActionForm
                view={view}
                action={href(urls.associations(item.id))}
                fields={{ association: id }}
                kind="secondary"
                icon="add"
              >
                {t("newsdesk:about.add")}
                <span class="sr"> : {name}</span>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
