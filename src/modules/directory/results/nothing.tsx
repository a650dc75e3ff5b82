import {
  ButtonLink,
  EmptyState,
  NothingFoundScene,
  shownPhone,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { searchUrl } from "./address.ts";
import type { Shown } from "./pages.tsx";

/** Nothing found: near words, themes, somebody to ask, an association to propose. */
export function NothingFound({ view, shown }: { view: View; shown: Shown }) {
  const { t, href, commune } = view;
  const { search, found } = shown;
  const filtered = search.theme || search.district || search.public || search.access.length > 0;
  const asked = filtered || search.text || search.near;
  const near = [...new Set(found.suggested)].slice(0, 4);
  return (
    <EmptyState
      scene={<NothingFoundScene />}
      title={t(asked ? "directory:nothing.title" : "directory:nothing.emptyTitle")}
    >
      {filtered && search.text ? (
        <p>
          <a href={href(searchUrl(search, { theme: "", district: "", public: "", access: [] }))}>
            {t("directory:nothing.unfiltered", { words: search.text })}
          </a>
        </p>
      ) : null}
      {near.length > 0 && (
        <>
          <p>{t("directory:nothing.near")}</p>
          <ul class="chips">
            {near.map((word) => (
              <li>
                <a class="chip" href={href(urls.search(word))}>
                  {word}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.themes.length > 0 && (
        <>
          <p>{t("directory:nothing.themes")}</p>
          <ul class="chips">
            {shown.themes.map((code) => (
              <li>
                <a class="chip" href={href(urls.theme(code))}>
                  {t(`associations:theme.${code}` as "associations:theme.sport")}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {commune.phone
          ? t("directory:nothing.call", { phone: shownPhone(commune.phone) })
          : t("directory:nothing.ask")}
      </p>
      {asked && <p class="soft">{t("directory:nothing.kept")}</p>}
      <div class="actions">
        <ButtonLink href={href(urls.contact)}>{t("directory:nothing.contact")}</ButtonLink>
        <ButtonLink kind="secondary" href={href(urls.propose)}>
          {t("directory:home.propose")}
        </ButtonLink>
      </div>
    </EmptyState>
  );
}
