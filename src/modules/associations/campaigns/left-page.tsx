import { longDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  ButtonLink,
  DoneScene,
  deskPage,
  EmptyState,
  shownPhone,
  Table,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { Line } from "./progress.ts";
import type { Campaign } from "./rules.ts";

/** Those who have not answered a campaign, and what each waits for; contacts only for those who may read them. */
export function leftPage(view: View, campaign: Campaign, lines: readonly Line[]): string {
  const { t, href, lang } = view;
  const title = t("campaigns:left.title");
  return deskPage(
    view,
    { title: `${title} : ${campaign.name}`, section: urls.campaigns },
    <>
      <Breadcrumb
        view={view}
        trail={[
          { words: t("campaigns:title"), path: urls.campaigns },
          { words: campaign.name, path: urls.campaign(campaign.id) },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      {lines.length > 0 && (
        <div class="row not-paper">
          <ButtonLink kind="secondary" icon="download" href={href(urls.campaignCsv(campaign.id))}>
            {t("campaigns:left.csv")}
          </ButtonLink>
        </div>
      )}
      <Table
        view={view}
        caption={t("campaigns:left.count", { count: lines.length })}
        rows={lines}
        empty={
          <EmptyState scene={<DoneScene />} title={t("campaigns:left.none")}>
            <p>{t("campaigns:left.noneWords")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("campaigns:left.association"),
            heading: true,
            cell: ({ id, name }) => <a href={href(urls.one(id))}>{name}</a>,
          },
          {
            label: t("campaigns:left.where"),
            cell: ({ outcome }) => t(`campaigns:outcome.${outcome}`),
          },
          {
            label: t("campaigns:left.askedOn"),
            ifAny: true,
            cell: ({ askedOn }) => askedOn && longDay(lang, askedOn),
          },
          {
            label: t("campaigns:left.phone"),
            ifAny: true,
            cell: ({ phones }) => phones.map(shownPhone).join(", "),
          },
          { label: t("campaigns:left.referent"), ifAny: true, cell: ({ referent }) => referent },
        ]}
      />
    </>,
  );
}
