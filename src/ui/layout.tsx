import type { ComponentChildren } from "preact";
import { Alert } from "./alert.tsx";
import { htmlDocument, type PageOptions } from "./document.tsx";
import { Footer } from "./footer.tsx";
import { inFrench } from "./french.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { LanguageChooser } from "./languages.tsx";
import { MeshMark, MeshMotif } from "./mesh.tsx";
import { dialled } from "./phone.ts";
import { Phone } from "./phone-number.tsx";
import type { View } from "./view.ts";

export type { PageOptions } from "./document.tsx";

/**
 * A public page as a whole HTML document.
 * `page(view, { title: "Trouver une association", section: "/annuaire" }, <Results … />)`
 */
export function page(view: View, options: PageOptions, children: ComponentChildren): string {
  return htmlDocument(
    view,
    options,
    <>
      <Header view={view} section={options.section} />
      <main class="main" id="contenu" tabIndex={-1}>
        <div class="wrap">
          <div class={options.main === "text" ? "flow main-text" : "flow"}>
            <Notice view={view} />
            {children}
          </div>
        </div>
      </main>
      <Footer view={view} />
    </>,
  );
}

/** The sentence left by the act just done, read aloud when the page opens. */
export function Notice({ view }: { view: View }) {
  if (!view.notice) return null;
  return (
    <div aria-live="polite">
      <Alert kind="success" view={view}>
        <p>{view.notice}</p>
      </Alert>
    </div>
  );
}

/** The commune's strip, its name, the doors of the site. The same on every page, so that help is always in the same place. */
export function Header({ view, section }: { view: View; section?: string | undefined }) {
  const { t, commune } = view;
  return (
    <header class="head">
      {commune.demonstration && <Demonstration view={view} />}
      <div class="strip">
        <div class="wrap">
          <p class="strip-call">
            {commune.phone && (
              <>
                <Icon name="phone" />
                <span>{t("ui:layout.question")}</span>
                <a href={`tel:${dialled(commune.phone)}`}>
                  <Phone number={commune.phone} />
                </a>
              </>
            )}
          </p>
          <LanguageChooser view={view} />
        </div>
      </div>
      <div class="wrap">
        <a class="brand" href={view.href("/")}>
          {commune.logo ? <img src={commune.logo} alt="" width="48" height="48" /> : <MeshMark />}
          <span {...inFrench(view)}>
            <small>{commune.name}</small>
            {commune.siteName}
          </span>
        </a>
        <nav class="nav" aria-label={t("ui:layout.nav.label")}>
          {doors(view).map((door) => (
            <a
              href={view.href(door.path)}
              aria-current={door.path === section ? "page" : undefined}
            >
              {door.icon && <Icon name={door.icon} />}
              {door.words}
            </a>
          ))}
        </nav>
      </div>
      <MeshMotif />
    </header>
  );
}

function Demonstration({ view }: { view: View }) {
  return (
    <div class="demo">
      <div class="wrap">
        <Icon name="info" />
        <p>{view.t("ui:layout.demonstration")}</p>
      </div>
    </div>
  );
}

type Door = { path: string; words: string; icon?: IconName };

function doors({ t, person }: View): Door[] {
  const own: Door[] = person
    ? [{ path: "/espace", words: t("ui:layout.nav.space"), icon: "person" }]
    : [{ path: "/connexion", words: t("ui:layout.nav.signIn"), icon: "key" }];
  if (person?.agent)
    own.push({ path: "/gestion", words: t("ui:layout.nav.desk"), icon: "settings" });
  return [
    { path: "/annuaire", words: t("ui:layout.nav.directory") },
    { path: "/activites", words: t("ui:layout.nav.activities") },
    { path: "/agenda", words: t("ui:layout.nav.agenda") },
    { path: "/engagements", words: t("ui:layout.nav.commitments") },
    { path: "/contact", words: t("ui:layout.nav.contact") },
    ...own,
  ];
}
