import { longDay } from "../../../ui/dates.ts";
import { page } from "../../../ui/layout.tsx";
import type { View } from "../../../ui/view.ts";
import { auditLapsed, legalStatus } from "../settings/rules.ts";
import type { LegalTexts } from "../settings/queries.ts";
import {
  Lines,
  Making,
  Reach,
  Remedies,
  type Part,
  type Statement,
} from "./accessibility-rest.tsx";

/** The version of the référentiel the declaration speaks of. Source: https://accessibilite.numerique.gouv.fr */
const version = "4.1.2";

/** The declaration of accessibility, in the form the decree asks for. Source: décret 2019-768, arrêté du 20 septembre 2019. */
export function accessibilityPage(view: View, statement: Statement): string {
  const { t, commune } = view;
  const { legal, today } = statement;
  const organisation = legal.publisher ?? commune.name;
  const said = { organisation, site: commune.siteName, url: view.origin, version };
  return page(
    view,
    {
      title: t("legal:accessibility.title"),
      description: t("legal:accessibility.plainLead").slice(0, 158),
      main: "text",
    },
    <>
      <h1>{t("legal:accessibility.title")}</h1>
      <p class="lead">{t("legal:accessibility.plainLead")}</p>
      <p>{t("legal:accessibility.commitment", said)}</p>
      <Plans view={view} statement={statement} organisation={organisation} />
      <p>{t("legal:accessibility.scope", said)}</p>
      <State view={view} legal={legal} today={today} said={said} />
      <Contents view={view} legal={legal} today={today} />
      <Making view={view} statement={statement} />
      <Reach view={view} statement={statement} />
      <Remedies view={view} />
    </>,
  );
}

function Plans({ view, statement, organisation }: Part & { organisation: string }) {
  const { t } = view;
  const { schemeUrl, planUrl } = statement.legal;
  if (!schemeUrl && !planUrl) return <p>{t("legal:accessibility.noPlan")}</p>;
  return (
    <>
      <p>{t("legal:accessibility.planLead", { organisation })}</p>
      <ul>
        {schemeUrl && (
          <li>
            <a href={schemeUrl}>{t("legal:accessibility.multiYearPlan", { years: "" }).trim()}</a>
          </li>
        )}
        {planUrl && (
          <li>
            <a href={planUrl}>
              {t("legal:accessibility.yearlyPlan", { year: statement.today.slice(0, 4) })}
            </a>
          </li>
        )}
      </ul>
    </>
  );
}

type Said = { organisation: string; site: string; url: string; version: string };

type Audited = { view: View; legal: LegalTexts; today: string };

function State({ view, legal, today, said }: Audited & { said: Said }) {
  const { t } = view;
  const status = legalStatus(legal, today);
  const lapsed = auditLapsed(legal, today);
  const state = !legal.auditedOn || lapsed ? "noAudit" : status === "full" ? "total" : status;
  return (
    <>
      <h2>{t("legal:accessibility.state.title")}</h2>
      <p>{t(`legal:accessibility.state.${state}`, said)}</p>
      <h3>{t("legal:accessibility.results.title")}</h3>
      <p>
        {legal.auditedOn
          ? t("legal:accessibility.results.audit", {
              date: longDay(view.lang, legal.auditedOn),
              auditor: legal.auditor ?? "",
              rate: (legal.auditRate ?? "").replace(/[.,]/, view.lang === "fr" ? "," : "."),
              version,
            })
          : t("legal:accessibility.results.noAudit")}
      </p>
      {lapsed && <p>{t("legal:accessibility.results.lapsed")}</p>}
    </>
  );
}

function Contents({ view, legal, today }: Audited) {
  const { t } = view;
  const { nonConformities, burdens, exempted } = legal;
  return (
    <>
      <h2>{t("legal:accessibility.content.title")}</h2>
      {(nonConformities ?? burdens ?? exempted) && <p>{t("legal:accessibility.content.lead")}</p>}
      <Lines
        title={t("legal:accessibility.content.failures")}
        text={nonConformities}
        none={t(`legal:accessibility.content.${noFailures(legal, today)}`)}
      />
      <Lines
        title={t("legal:accessibility.content.exemptions")}
        text={burdens}
        none={t("legal:accessibility.content.noExemptions")}
      />
      <Lines
        title={t("legal:accessibility.content.outOfScope")}
        text={exempted}
        none={t("legal:accessibility.content.noOutOfScope")}
      />
    </>
  );
}

/** What is said when no failure is listed: nobody may say that nothing fails before an audit found it so. */
function noFailures(
  legal: LegalTexts,
  today: string,
): "noFailures" | "unsaidFailures" | "unknownFailures" {
  if (legalStatus(legal, today) === "full") return "noFailures";
  return legal.auditedOn ? "unsaidFailures" : "unknownFailures";
}
