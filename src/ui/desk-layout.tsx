import type { ComponentChildren } from "preact";
import { htmlDocument, type PageOptions } from "./document.tsx";
import { Footer } from "./footer.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { Header, Notice } from "./layout.tsx";
import { QueueBar } from "./queue-bar.tsx";
import type { DeskGroup, View } from "./view.ts";

export type { DeskGroup, DeskItem } from "./view.ts";

/**
 * A page of the municipal side: the same building, with its rooms listed at the side.
 * `deskPage(view, { title: "Les associations", section: "/gestion/associations" }, <Table … />)`
 */
export function deskPage(
  view: View,
  options: PageOptions & { groups?: readonly DeskGroup[] },
  children: ComponentChildren,
): string {
  return htmlDocument(
    view,
    { hidden: true, ...options },
    <>
      <Header view={view} section="/gestion" />
      <div class="main wrap desk">
        <Side view={view} groups={options.groups ?? view.desk} section={options.section} />
        <main
          id="contenu"
          tabIndex={-1}
          class={options.main === "text" ? "flow main-text" : "flow"}
        >
          <QueueBar view={view} />
          <Notice view={view} />
          {children}
        </main>
      </div>
      <Footer view={view}>
        <SlashChoice view={view} />
      </Footer>
    </>,
  );
}

type SideProps = { view: View; groups: readonly DeskGroup[]; section: string | undefined };

function Side({ view, groups, section }: SideProps) {
  return (
    <div class="side">
      {section !== searchPath && <DeskSearch view={view} />}
      <nav aria-label={view.t("ui:desk.label")}>
        <details class="drawer" data-drawer>
          <summary>
            <Icon name="list" />
            {view.t("ui:desk.label")}
          </summary>
          {groups.map((group) => (
            <>
              <p class="side-title">{group.title}</p>
              <ul class="plain">
                {group.items.map((item) => (
                  <li>
                    <a
                      href={view.href(item.path)}
                      aria-current={item.path === section ? "page" : undefined}
                    >
                      <Icon name={item.icon as IconName} />
                      {item.words}
                      {item.count ? (
                        <span class="count">
                          {item.count}
                          <span class="sr"> {view.t("ui:desk.waiting")}</span>
                        </span>
                      ) : null}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ))}
        </details>
      </nav>
    </div>
  );
}

/** At the foot of every page where the key works: who speaks to their computer turns it off, and on again. */
const SlashChoice = ({ view: { t } }: { view: View }) => (
  <div class="wrap slash">
    <button
      type="button"
      class="btn btn-quiet small needs-script"
      data-slash-off={t("ui:desk.slashOn")}
    >
      {t("ui:desk.slashOff")}
    </button>
  </div>
);

const searchPath = "/gestion/recherche";

/** Everything at hand from every page; the key `/` goes there. */
function DeskSearch({ view }: { view: View }) {
  const { t, href } = view;
  return (
    <search>
      <form method="get" action={href(searchPath)} class="desk-search">
        <label class="sr" for="recherche-mairie">
          {t("ui:desk.search")}
        </label>
        <input
          id="recherche-mairie"
          class="input"
          type="search"
          name="q"
          placeholder={t("ui:desk.searchShort")}
          autocomplete="off"
          enterkeyhint="search"
          data-slash
        />
        <button type="submit" class="btn btn-secondary">
          <Icon name="search" />
          <span class="sr">{t("ui:search.do")}</span>
        </button>
      </form>
    </search>
  );
}
