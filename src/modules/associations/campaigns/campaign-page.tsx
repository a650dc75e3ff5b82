import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Breadcrumb,
  ButtonLink,
  deskPage,
  Facts,
  Table,
  type View,
} from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { codeWord } from "../words.ts";
import { Draft, type DraftSeen } from "./draft-page.tsx";
import { StandingTag } from "./list-page.tsx";
import type { Share, Summary } from "./progress.ts";
import { isAnswer, standingOf, type Campaign } from "./rules.ts";

export type Running = { summary: Summary; letters: ReadonlyMap<number, number> };

type Seen = {
  campaign: Campaign;
  district: string | undefined;
  today: string;
  draft?: DraftSeen;
  running?: Running;
};

/** One campaign: its plan, then its rehearsal while it is a draft, its progress once it runs. */
export function campaignPage(view: View, seen: Seen): string {
  const { t } = view;
  const { campaign } = seen;
  return deskPage(
    view,
    { title: campaign.name, section: urls.campaigns },
    <>
      <Breadcrumb
        view={view}
        trail={[{ words: t("campaigns:title"), path: urls.campaigns }]}
        here={campaign.name}
      />
      <h1>{campaign.name}</h1>
      {seen.running && (
        <Progress view={view} campaign={campaign} running={seen.running} today={seen.today} />
      )}
      {seen.draft && <Draft view={view} campaign={campaign} seen={seen.draft} />}
      <h2>{t("campaigns:plan")}</h2>
      <Plan view={view} {...seen} />
    </>,
  );
}

function Plan({ view, campaign, district, today }: Seen & { view: View }) {
  const { t, lang } = view;
  const named = campaign.theme ? codeWord(t, "theme", campaign.theme) : district;
  const audience = t(`campaigns:audience.${campaign.audience}`);
  return (
    <Facts
      view={view}
      facts={[
        {
          term: t("campaigns:state"),
          value: <StandingTag view={view} standing={standingOf(campaign, today)} />,
        },
        { term: t("campaigns:field.audience"), value: named ? `${audience} : ${named}` : audience },
        {
          term: t("campaigns:field.sections"),
          value: campaign.sections.map((one) => t(`associations:section.${one}`)).join(", "),
        },
        ...campaign.waves.map((wave, rank) => ({
          term: t("campaigns:wave", { rank: rank + 1 }),
          value: longDay(lang, wave, true),
        })),
        { term: t("campaigns:field.endsOn"), value: longDay(lang, campaign.endsOn, true) },
        { term: t("campaigns:field.subject"), value: campaign.subject },
      ]}
    />
  );
}

function Progress(props: { view: View; campaign: Campaign; running: Running; today: string }) {
  const { view, campaign, running, today } = props;
  const { t, href } = view;
  const { summary, letters } = running;
  const standing = standingOf(campaign, today);
  const left = summary.total - summary.answered;
  return (
    <>
      <p class="lead">
        {t("campaigns:progress.answered", { count: summary.answered, total: summary.total })}
      </p>
      <div class="row">
        {left > 0 && (
          <ButtonLink icon="list" href={href(urls.campaignLeft(campaign.id))}>
            {t("campaigns:progress.left", { count: left })}
          </ButtonLink>
        )}
        {(standing === "running" || standing === "planned") && (
          <ActionForm view={view} kind="danger" action={href(urls.campaignStop(campaign.id))}>
            {t("campaigns:progress.stop")}
          </ActionForm>
        )}
      </div>
      <Table
        view={view}
        caption={t("campaigns:progress.outcomes")}
        rows={summary.byOutcome.filter(({ count }) => count > 0)}
        columns={[
          {
            label: t("campaigns:progress.outcome"),
            heading: true,
            cell: ({ outcome }) => t(`campaigns:outcome.${outcome}`),
          },
          {
            label: t("campaigns:progress.answer"),
            cell: ({ outcome }) => t(isAnswer(outcome) ? "registry:list.yes" : "registry:list.no"),
          },
          { label: t("campaigns:progress.count"), numeric: true, cell: ({ count }) => count },
        ]}
      />
      {summary.answered > 0 && (
        <Table
          view={view}
          caption={t("campaigns:progress.ways")}
          cards={false}
          rows={summary.byWay}
          columns={[
            {
              label: t("campaigns:progress.way"),
              heading: true,
              cell: ({ way }) => t(`campaigns:way.${way}`),
            },
            { label: t("campaigns:progress.count"), numeric: true, cell: ({ count }) => count },
          ]}
        />
      )}
      <p class="soft">{t("campaigns:progress.noTracker")}</p>
      <Table
        view={view}
        caption={t("campaigns:progress.letters")}
        cards={false}
        rows={campaign.waves}
        columns={[
          {
            label: t("campaigns:progress.wave"),
            heading: true,
            cell: (wave) => longDay(view.lang, wave),
          },
          {
            label: t("campaigns:progress.sent"),
            numeric: true,
            cell: (wave) => letters.get(campaign.waves.indexOf(wave) + 1) ?? 0,
          },
        ]}
      />
      <Shares view={view} caption={t("campaigns:progress.byDistrict")} shares={summary.districts} />
      <Shares
        view={view}
        caption={t("campaigns:progress.byTheme")}
        shares={summary.themes.map((one) => ({ ...one, word: codeWord(t, "theme", one.word) }))}
      />
    </>
  );
}

const Shares = (props: { view: View; caption: string; shares: readonly Share[] }) =>
  props.shares.length > 0 ? (
    <Table
      view={props.view}
      caption={props.caption}
      cards={false}
      rows={props.shares}
      columns={[
        { label: props.view.t("campaigns:progress.part"), heading: true, cell: ({ word }) => word },
        {
          label: props.view.t("campaigns:progress.answers"),
          numeric: true,
          cell: ({ answered, total }) => props.view.t("campaigns:progress.of", { answered, total }),
        },
      ]}
    />
  ) : null;
