import type { ComponentChildren } from "preact";
import { longDay } from "../../../ui/dates.ts";
import type { View } from "../../../ui/view.ts";
import type { LegalTexts } from "../settings/queries.ts";
import { linesOf, testedPage } from "../settings/rules.ts";
import { legalUrls } from "./urls.ts";

/** The second half of the declaration: how it was made, whom to tell, where to complain. */

const technologies = ["HTML5", "CSS", "JavaScript", "SVG"];

export type Statement = {
  legal: LegalTexts;
  address: string | undefined;
  /** Day the statement was made. */
  madeOn: string;
  /** The day the page is read. */
  today: string;
};

export type Part = { view: View; statement: Statement };

/** A list of lines. */
export const List = ({ children }: { children: readonly ComponentChildren[] }) => (
  <ul>
    {children.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

type LinesProps = {
  title: string;
  text: string | undefined;
  none: string;
  /** Said above the list, when there is one. */
  lead?: string;
  show?: (line: string) => ComponentChildren;
};

/** A part of the declaration typed one thing a line, as the forms ask. */
export function Lines({ title, text, none, lead, show = (line) => line }: LinesProps) {
  const lines = linesOf(text);
  return (
    <>
      <h3>{title}</h3>
      {lines.length ? (
        <>
          {lead && <p>{lead}</p>}
          <List>{lines.map(show)}</List>
        </>
      ) : (
        <p>{none}</p>
      )}
    </>
  );
}

/** The page as it was tested: its address is the one that was typed, in whatever language. */
function pageLink(line: string): ComponentChildren {
  const page = testedPage(line);
  return page ? <a href={page.address}>{page.title}</a> : line;
}

/** How and when the declaration was made. */
export function Making({ view, statement }: Part) {
  const { t, lang } = view;
  const { statementUpdatedOn: updatedOn, testEnvironments, tools, testedPages } = statement.legal;
  return (
    <>
      <h2>{t("legal:accessibility.making.title")}</h2>
      <p>
        {t("legal:accessibility.making.established", { date: longDay(lang, statement.madeOn) })}
      </p>
      {updatedOn && (
        <p>{t("legal:accessibility.making.updated", { date: longDay(lang, updatedOn) })}</p>
      )}
      <h3>{t("legal:accessibility.making.technologies")}</h3>
      <List>{technologies}</List>
      <Lines
        title={t("legal:accessibility.making.environments")}
        text={testEnvironments}
        lead={t("legal:accessibility.making.environmentsLead")}
        none={t("legal:accessibility.making.noEnvironments")}
      />
      <Lines
        title={t("legal:accessibility.making.tools")}
        text={tools}
        none={t("legal:accessibility.making.noTools")}
      />
      <Lines
        title={t("legal:accessibility.making.pages")}
        text={testedPages}
        none={t("legal:accessibility.making.noPages")}
        show={pageLink}
      />
    </>
  );
}

/** Whom to tell when something cannot be reached. */
export function Reach({ view, statement }: Part) {
  const { t, commune } = view;
  const email = statement.legal.accessibilityContact ?? commune.email;
  const phone = commune.phone;
  return (
    <>
      <h2>{t("legal:accessibility.contact.title")}</h2>
      <p>{t("legal:accessibility.contact.lead", { site: commune.siteName })}</p>
      <ul>
        <li>
          <a href={view.href(legalUrls.write)}>{t("legal:accessibility.contact.form")}</a>
        </li>
        {email && (
          <li>
            <a href={`mailto:${email}`}>{t("legal:accessibility.contact.email", { email })}</a>
          </li>
        )}
        {phone && <li>{t("legal:accessibility.contact.phone", { phone })}</li>}
        {statement.address && (
          <li>{t("legal:accessibility.contact.post", { address: statement.address })}</li>
        )}
      </ul>
    </>
  );
}

/** Where to complain afterwards. */
export function Remedies({ view: { t } }: { view: View }) {
  return (
    <>
      <h2>{t("legal:accessibility.remedies.title")}</h2>
      <p>{t("legal:accessibility.remedies.lead")}</p>
      <p>{t("legal:accessibility.remedies.youMay")}</p>
      <ul>
        <li>
          <a href={t("legal:accessibility.remedies.messageUrl")}>
            {t("legal:accessibility.remedies.message")}
          </a>
        </li>
        <li>
          <a href={t("legal:accessibility.remedies.delegateUrl")}>
            {t("legal:accessibility.remedies.delegate")}
          </a>
        </li>
        <li>
          {t("legal:accessibility.remedies.post")} {t("legal:accessibility.remedies.postAddress")}
        </li>
      </ul>
    </>
  );
}
