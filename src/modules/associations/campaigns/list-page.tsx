import { longDay } from "../../../ui/dates.ts";
import {
  Breadcrumb,
  ButtonLink,
  deskPage,
  EmptyState,
  RestScene,
  Table,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { standingOf, type Campaign, type Standing } from "./rules.ts";

/** The campaigns of the commune, the latest first. */
export function campaignsPage(view: View, campaigns: readonly Campaign[], today: string): string {
  const { t, href, lang } = view;
  const title = t("campaigns:title");
  return deskPage(
    view,
    { title, section: urls.campaigns },
    <>
      <Breadcrumb view={view} trail={[]} here={title} />
      <h1>{title}</h1>
      <p class="lead">{t("campaigns:lead")}</p>
      <div class="row">
        <ButtonLink icon="add" href={href(urls.newCampaign)}>
          {t("campaigns:add")}
        </ButtonLink>
      </div>
      <Table
        view={view}
        caption={t("campaigns:count", { count: campaigns.length })}
        rows={campaigns}
        empty={
          <EmptyState scene={<RestScene />} title={t("campaigns:none")}>
            <p>{t("campaigns:noneWords")}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t("campaigns:field.name"),
            heading: true,
            cell: ({ id, name }) => <a href={href(urls.campaign(id))}>{name}</a>,
          },
          {
            label: t("campaigns:state"),
            cell: (one) => <StandingTag view={view} standing={standingOf(one, today)} />,
          },
          { label: t("campaigns:field.first"), cell: ({ waves }) => longDay(lang, waves[0] ?? "") },
          { label: t("campaigns:field.endsOn"), cell: ({ endsOn }) => longDay(lang, endsOn) },
        ]}
      />
    </>,
  );
}

const tones = { draft: "info", planned: "info", running: "success", over: "info", stopped: "warning" } as const; // prettier-ignore

export const StandingTag = ({ view, standing }: { view: View; standing: Standing }) => (
  <Tag tone={tones[standing]}>{view.t(`campaigns:standing.${standing}`)}</Tag>
);
