import { foundKinds, type Found } from "../../modules/communes/index.ts";
import {
  deskPage,
  EmptyState,
  Icon,
  NothingFoundScene,
  SearchBox,
  type View,
} from "../../ui/index.ts";

/** What was found everywhere, by kind. */
export function searchPage(
  view: View,
  seen: { text: string; found: readonly Found[]; most: number },
): string {
  const { t, href } = view;
  const { text, found, most } = seen;
  const title = text ? t("desk:search.for", { text }) : t("desk:search.title");
  return deskPage(
    view,
    { title, section: "/gestion/recherche", main: "text" },
    <>
      <h1>{t("desk:search.title")}</h1>
      <SearchBox
        view={view}
        action={href("/gestion/recherche")}
        value={text}
        label={t("desk:search.label")}
        hint={t("desk:search.hint")}
      />
      {text && <p class="lead">{t("desk:search.count", { count: found.length })}</p>}
      {foundKinds.map((kind) => {
        const own = found.filter((one) => one.kind === kind);
        return (
          own.length > 0 && (
            <section class="flow">
              <h2>{t(`desk:search.kind.${kind}`)}</h2>
              <ul class="plain found">
                {own.map((one) => (
                  <li>
                    <a href={href(one.path)} class="icon-line">
                      <Icon name={one.icon} /> {one.title}
                    </a>
                    {one.detail && <p class="soft">{one.detail}</p>}
                  </li>
                ))}
              </ul>
              {own.length === most && <p class="soft">{t("desk:search.more", { count: most })}</p>}
            </section>
          )
        );
      })}
      {text && found.length === 0 && (
        <EmptyState scene={<NothingFoundScene />} title={t("desk:search.nothing")}>
          <p>{t("desk:search.nothingHow")}</p>
        </EmptyState>
      )}
    </>,
  );
}
