import { peopleUrls } from "../../people/index.ts";
import { page } from "../../../ui/layout.tsx";
import { Table } from "../../../ui/table.tsx";
import type { View } from "../../../ui/view.ts";
import { retention } from "../../../platform/retention.ts";
import type { LegalTexts } from "../settings/queries.ts";

const kept = [
  "message",
  "registration",
  "booking",
  "followed",
  "proposal",
  "claim",
  "invitation",
  "account",
  "device",
  "reminders",
  "board",
  "papers",
  "photos",
  "registry",
  "importFile",
  "letters",
  "notes",
  "visits",
  "security",
] as const;

const durations: Record<
  (typeof kept)[number],
  { months?: number; days?: number; unanswered?: number; hours?: number }
> = {
  message: { days: retention.mailDays },
  registration: { months: Math.round(retention.registrationDays / 30.4) },
  booking: { days: retention.bookingDays },
  followed: { days: retention.followedDays, unanswered: retention.unconfirmedDays },
  proposal: { days: retention.proposalDays },
  claim: { days: retention.claimDays, unanswered: retention.unansweredClaimDays },
  invitation: { days: retention.invitationDays },
  account: { months: retention.accountMonths },
  device: {},
  reminders: { months: Math.round(retention.sendingDays / 30.4) },
  board: {},
  papers: { days: retention.removedPaperDays },
  photos: { days: retention.photoDays },
  registry: {},
  letters: { days: retention.letterDays },
  notes: { days: retention.noteDays },
  importFile: { days: retention.importFileDays },
  visits: {},
  security: { hours: retention.attemptHours },
};

/** What is kept of people, why, how long, and how to have it erased. */
export function privacyPage(view: View, legal: LegalTexts): string {
  const { t, commune } = view;
  const dpo = legal.dataProtectionOfficer;
  const email = commune.email ?? "";
  return page(
    view,
    {
      title: t("legal:privacy.title"),
      description: t("legal:privacy.lead").slice(0, 158),
      main: "text",
    },
    <>
      <h1>{t("legal:privacy.title")}</h1>
      <p class="lead">{t("legal:privacy.lead")}</p>
      <h2>{t("legal:privacy.controller")}</h2>
      <p>{t("legal:privacy.controllerText", { commune: commune.name })}</p>
      <h2>{t("legal:privacy.table.caption")}</h2>
      <Table
        view={view}
        caption={t("legal:privacy.table.caption")}
        captionHidden
        rows={kept}
        columns={[
          {
            label: t("legal:privacy.table.what"),
            heading: true,
            cell: (one) => t(`legal:privacy.kept.${one}.what`),
          },
          {
            label: t("legal:privacy.table.why"),
            cell: (one) => t(`legal:privacy.kept.${one}.why`),
          },
          {
            label: t("legal:privacy.table.howLong"),
            cell: (one) => t(`legal:privacy.kept.${one}.howLong`, durations[one]),
          },
        ]}
      />
      <h2>{t("legal:privacy.legalBasis")}</h2>
      <p>{t("legal:privacy.legalBasisText")}</p>
      <h2>{t("legal:privacy.recipients")}</h2>
      <p>{t("legal:privacy.recipientsText")}</p>
      <h2>{t("legal:privacy.cookies")}</h2>
      <p>{t("legal:privacy.cookiesText")}</p>
      {view.tiles && <p>{t("legal:privacy.tilesText", { host: new URL(view.tiles.url).host })}</p>}
      <h2>{t("legal:privacy.rights")}</h2>
      <p>{t("legal:privacy.rightsText")}</p>
      <p>
        {dpo ? t("legal:privacy.rightsHow", { dpo }) : t("legal:privacy.rightsHowNoDpo", { email })}
      </p>
      <p>
        <a href={view.href(peopleUrls.dataRequest)}>{t("legal:privacy.myData")}</a>
      </p>
      <p>{t("legal:privacy.removal")}</p>
      <p>
        {t("legal:privacy.complaint")}{" "}
        <a href={t("legal:privacy.complaintUrl")}>{t("legal:privacy.complaintLink")}</a>
      </p>
    </>,
  );
}
