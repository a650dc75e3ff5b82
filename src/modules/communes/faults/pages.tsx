import type { ComponentChildren } from "preact";
import type { FaultStatus } from "../../../platform/http/parts.ts";
import { ButtonLink } from "../../../ui/form.tsx";
import { page } from "../../../ui/layout.tsx";
import { Hero } from "../../../ui/pieces.tsx";
import { BrokenScene, LostScene } from "../../../ui/scenes/index.ts";
import { SearchBox } from "../../../ui/search.tsx";
import type { View } from "../../../ui/view.ts";
import { legalUrls } from "../legal/urls.ts";

/** Pages of the house when something is missing, closed, too heavy, too frequent or broken: they say what to do next. */
export function faultPage(view: View, status: FaultStatus, reference: string): string {
  const { title, lead } = wordsOf(view, status);
  return page(
    view,
    { title, hidden: true },
    <Hero scene={status === 404 || status === 403 ? <LostScene /> : <BrokenScene />}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <NextSteps view={view} status={status} reference={reference} />
    </Hero>,
  );
}

function wordsOf({ t }: View, status: FaultStatus): { title: string; lead: string } {
  switch (status) {
    case 403:
      return { title: t("legal:forbidden.title"), lead: t("legal:forbidden.lead") };
    case 404:
      return { title: t("legal:notFound.title"), lead: t("legal:notFound.lead") };
    case 413:
    case 429:
      return { title: t(`house:fault.${status}.title`), lead: t(`house:fault.${status}.lead`) };
    case 500:
      return { title: t("legal:serverError.title"), lead: t("legal:serverError.lead") };
  }
}

type Props = { view: View; status: FaultStatus; reference: string };

function NextSteps({ view, status, reference }: Props) {
  const { t, commune, person, href } = view;
  const { phone } = commune;
  if (status === 500)
    return (
      <>
        <p>{t("legal:serverError.retry")}</p>
        <p>{t("legal:serverError.reference", { reference })}</p>
        {phone && <p>{t("legal:serverError.call", { phone })}</p>}
        <Home view={view} />
      </>
    );
  if (status === 403)
    return (
      <>
        {phone && <p>{t("legal:forbidden.call", { phone })}</p>}
        <Home view={view}>
          {!person && (
            <ButtonLink href={href("/connexion")} kind="secondary" icon="key">
              {t("legal:forbidden.signIn")}
            </ButtonLink>
          )}
        </Home>
      </>
    );
  if (status === 404)
    return (
      <>
        <SearchBox view={view} action={href("/annuaire")} label={t("legal:notFound.search")} />
        <h2>{t("house:fault.links")}</h2>
        <ul>
          <li>
            <a href={href("/")}>{t("legal:notFound.home")}</a>
          </li>
          <li>
            <a href={href(legalUrls.siteMap)}>{t("legal:notFound.sitemap")}</a>
          </li>
          <li>
            <a href={href(legalUrls.contact)}>{t("house:siteMap.contact")}</a>
          </li>
        </ul>
        {phone && <p>{t("legal:notFound.call", { phone })}</p>}
      </>
    );
  return (
    <>
      {phone && <p>{t("house:fault.help", { phone })}</p>}
      <Home view={view} />
    </>
  );
}

const Home = ({ view, children }: { view: View; children?: ComponentChildren }) => (
  <div class="actions">
    <ButtonLink href={view.href("/")} icon="home">
      {view.t("legal:notFound.home")}
    </ButtonLink>
    {children}
  </div>
);
