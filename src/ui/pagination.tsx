import { Icon } from "./icon.tsx";
import type { View } from "./view.ts";

/** The pages to show around the current one: first, last, neighbours; `undefined` is a gap. */
export function pagesAround(page: number, pages: number): (number | undefined)[] {
  const kept = new Set([1, pages, page - 1, page, page + 1]);
  if (page <= 3) kept.add(2).add(3);
  if (page >= pages - 2) kept.add(pages - 1).add(pages - 2);
  const shown = [...kept].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b);
  return shown.flatMap((one, at) => {
    const before = shown[at - 1];
    if (before === undefined || one === before + 1) return [one];
    return one === before + 2 ? [before + 1, one] : [undefined, one];
  });
}

/** Links to the other pages of a list; nothing when there is only one. `href` gives the address of a page. */
export function Pagination(props: {
  view: View;
  page: number;
  pages: number;
  href: (page: number) => string;
}) {
  const { view, page, pages, href } = props;
  const { t } = view;
  if (pages < 2) return null;
  return (
    <nav aria-label={t("ui:pagination.label")}>
      <ul class="pages">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              <Icon name="previous" />
              {t("ui:pagination.previous")}
            </a>
          </li>
        )}
        {pagesAround(page, pages).map((one) => (
          <li>
            {one === undefined ? (
              <span class="gap">…</span>
            ) : one === page ? (
              <a href={href(one)} aria-current="page">
                <span class="sr">{t("ui:pagination.page")} </span>
                {one}
              </a>
            ) : (
              <a href={href(one)}>
                <span class="sr">{t("ui:pagination.page")} </span>
                {one}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {t("ui:pagination.next")}
              <Icon name="next" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
