import type { ComponentChildren } from "preact";
import type { Option } from "./choices.tsx";
import { typedDirection } from "./fields.tsx";
import { Button } from "./form.tsx";
import { Icon } from "./icon.tsx";
import type { View } from "./view.ts";

/** The search field: `large` and welcoming on the home page, compact above a list. It asks by GET. */
export function SearchBox(props: {
  view: View;
  action: string;
  /** Name of the parameter, `q` as a rule. */
  name?: string;
  value?: string | undefined;
  label?: string;
  hint?: string;
  large?: boolean;
  /** Identifier of the field, when a page has two. */
  id?: string;
  /** Parameters kept while searching again: the filters in force. */
  kept?: readonly (readonly [name: string, value: string])[];
}) {
  const { view, name = "q", id = "recherche" } = props;
  return (
    <search class={props.large ? "search-box search-large" : "search-box"}>
      <form method="get" action={props.action}>
        <label class="search-label" for={id}>
          {props.label ?? view.t("ui:search.label")}
        </label>
        {props.kept?.map(([key, value]) => (
          <input type="hidden" name={key} value={value} />
        ))}
        <div class="search">
          <input
            id={id}
            type="search"
            name={name}
            value={props.value}
            dir={typedDirection(view)}
            autocomplete="off"
            enterkeyhint="search"
            aria-describedby={props.hint ? `${id}-aide` : undefined}
          />
          <Button icon="search">{view.t("ui:search.do")}</Button>
        </div>
        {props.hint && (
          <p class="search-hint" id={`${id}-aide`}>
            {props.hint}
          </p>
        )}
      </form>
    </search>
  );
}

/**
 * Filters as a plain form that asks by GET: at the side on a wide screen, in a drawer on a phone.
 * `across` keeps a drawer on every screen, over a wide table; it stands open while filters are in force.
 * `active` counts the filters in force; `clear` is the address without them.
 */
export function FilterPanel(props: {
  view: View;
  action: string;
  active: number;
  clear: string;
  kept?: readonly (readonly [name: string, value: string])[];
  /** In a drawer above a wide table, side by side, instead of a column at its side. */
  across?: boolean;
  children: ComponentChildren;
}) {
  const { view, active, across = false } = props;
  const { t } = view;
  return (
    <details
      class={across ? "filters filters-across" : "filters drawer"}
      data-drawer={across ? undefined : true}
      open={across && active > 0}
    >
      <summary>
        <Icon name="filter" />
        {t("ui:filters.title")}
        {active > 0 && <span class="count">{t("ui:filters.active", { count: active })}</span>}
        <Icon name="open" />
      </summary>
      <form method="get" action={props.action}>
        {!across && <h2 class="only-wide filters-title">{t("ui:filters.title")}</h2>}
        {props.kept?.map(([key, value]) => (
          <input type="hidden" name={key} value={value} />
        ))}
        <div class="fields">{props.children}</div>
        <div class="actions filters-actions">
          <Button>{t("ui:filters.apply")}</Button>
          {active > 0 && (
            <a class="btn btn-quiet" href={props.clear}>
              {t("ui:filters.clear")}
            </a>
          )}
        </div>
      </form>
    </details>
  );
}

/** The filters in force, each taken off by its own link. */
export function ChosenFilters(props: {
  view: View;
  chosen: readonly { words: string; href: string }[];
}) {
  const { view, chosen } = props;
  if (!chosen.length) return null;
  return (
    <div class="not-paper">
      <p class="sr">{view.t("ui:filters.chosen")}</p>
      <ul class="chips">
        {chosen.map(({ words, href }) => (
          <li>
            <a class="chip" href={href}>
              <span class="sr">{view.t("ui:filters.remove")} </span>
              {words}
              <Icon name="close" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The choices of a filter that lead somewhere, and the one in force; each says how many results it leads to. */
export const countedOptions = (
  codes: readonly string[],
  counts: Readonly<Record<string, number>>,
  words: (code: string) => string,
  now: string,
): Option[] =>
  codes.flatMap((code): Option[] => {
    const count = counts[code] ?? 0;
    return count || code === now ? [{ value: code, label: `${words(code)} (${count})` }] : [];
  });
