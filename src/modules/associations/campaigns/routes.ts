import { dayOf } from "../../../platform/clock.ts";
import { csvFile } from "../../../platform/csv.ts";
import { file, notFound, page, redirect } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { addJob } from "../../../platform/jobs.ts";
import { record } from "../../journal/index.ts";
import { shownPhone } from "../../../ui/index.ts";
import { bulkMakers } from "../rights.ts";
import { urls } from "../urls.ts";
import { draftRoutes, refusalOf } from "./draft-routes.ts";
import { sendTask } from "./jobs.ts";
import { leftPage } from "./left-page.tsx";
import { campaignsPage } from "./list-page.tsx";
import { progressOf, unanswered } from "./progress.ts";
import { campaignById, campaignsOf, removeCampaign, startCampaign, stopCampaign } from "./queries.ts"; // prettier-ignore
import { standingOf, waveOn, type Campaign } from "./rules.ts";

export const campaignRoutes: Route[] = [
  get(urls.campaigns, bulkMakers, async (ask) =>
    page(campaignsPage(ask.view, await campaignsOf(ask.tx), dayOf(ask.now))),
  ),
  ...draftRoutes,

  post(urls.campaignStart(":id"), bulkMakers, async (ask) => {
    const campaign = await requireCampaign(ask, true);
    const back = ask.view.href(urls.campaign(campaign.id));
    if (campaign.state !== "draft" || (await refusalOf(ask, campaign))) return redirect(back);
    const today = dayOf(ask.now);
    const count = await startCampaign(ask.tx, campaign, today, ask.now);
    await recordAct(ask, campaign, "campaign.started", { associations: count });
    if (waveOn(campaign, today))
      await addJob(
        ask.tx,
        sendTask,
        { campaign_id: campaign.id },
        { key: `campaign:${campaign.id}` },
      );
    return redirect(back, "campaigns.started");
  }),
  post(urls.campaignStop(":id"), bulkMakers, async (ask) => {
    const campaign = await requireCampaign(ask, true);
    const back = ask.view.href(urls.campaign(campaign.id));
    if (!["planned", "running"].includes(standingOf(campaign, dayOf(ask.now))))
      return redirect(back);
    await stopCampaign(ask.tx, campaign.id, ask.now);
    await recordAct(ask, campaign, "campaign.stopped");
    return redirect(back, "campaigns.stopped");
  }),
  post(urls.campaignRemoval(":id"), bulkMakers, async (ask) => {
    const campaign = await requireCampaign(ask, true);
    if (campaign.state !== "draft") return redirect(ask.view.href(urls.campaign(campaign.id)));
    await removeCampaign(ask.tx, campaign.id);
    await recordAct(ask, campaign, "campaign.removed");
    return redirect(ask.view.href(urls.campaigns), "campaigns.removed");
  }),

  get(urls.campaignLeft(":id"), bulkMakers, async (ask) => {
    const campaign = await requireStarted(ask);
    const left = unanswered(await progressOf(ask.tx, campaign));
    return page(leftPage(ask.view, campaign, left));
  }),
  get(urls.campaignCsv(":id"), bulkMakers, async (ask) => {
    const { t } = ask;
    const campaign = await requireStarted(ask);
    const columns =
      (["association", "where", "askedOn", "phone", "district", "referent", "page"] as const) // prettier-ignore
        .map((name) => t(`campaigns:left.${name}`));
    const lines = unanswered(await progressOf(ask.tx, campaign)).map((line) => [
      line.name,
      t(`campaigns:outcome.${line.outcome}`),
      line.askedOn,
      line.phones.map(shownPhone).join(" ; "),
      line.districts.join(", "),
      line.referent,
      ask.view.origin + urls.one(line.id),
    ]);
    return file(csvFile(columns, lines), "text/csv; charset=utf-8", t("campaigns:left.fileName"));
  }),
];

const requireCampaign = async (ask: Ask, lock = false): Promise<Campaign> =>
  (await campaignById(ask.tx, ask.params["id"] ?? "", lock)) ?? notFound();

async function requireStarted(ask: Ask): Promise<Campaign> {
  const campaign = await requireCampaign(ask);
  return campaign.state === "draft" ? notFound() : campaign;
}

const recordAct = (ask: Ask, campaign: Campaign, action: string, change = {}): Promise<unknown> =>
  record(ask.tx, {
    actor: { kind: "person", id: requirePerson(ask).id },
    at: ask.now,
    subject: { kind: "campaign", id: campaign.id },
    action,
    change,
  });
