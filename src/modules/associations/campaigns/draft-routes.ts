import { addDays, dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { allowingLetters, letterHeaders } from "../../../platform/http/security.ts";
import { record } from "../../journal/index.ts";
import { districts } from "../list/queries.ts";
import { countedDays } from "../confirming/rules.ts";
import { groupedLetter } from "../reminders/letter.ts";
import { letterhead, nameOf } from "../reminders/mailing.ts";
import { viewsOf } from "../confirming/queries.ts";
import { reminderRule } from "../reminders/queries.ts";
import { bulkMakers } from "../rights.ts";
import { urls } from "../urls.ts";
import { exampleOf, rehearse } from "./audience.ts";
import { campaignPage } from "./campaign-page.tsx";
import { campaignFormPage } from "./form-page.tsx";
import { progressOf, summaryOf } from "./progress.ts";
import { addCampaign, campaignById, lettersByWave, saveCampaign } from "./queries.ts";
import { planValues, proposedValues, readPlan } from "./reading.ts";
import { whyNotPlan, type Campaign, type Plan } from "./rules.ts";

/** Writing a campaign, and looking at it before and after it starts. */
export const draftRoutes: Route[] = [
  get(urls.newCampaign, bulkMakers, (ask) => form(ask, undefined)),
  post(urls.newCampaign, bulkMakers, (ask) =>
    save(ask, undefined, (plan) => addCampaign(ask.tx, plan, ask.now)),
  ),
  get(urls.campaign(":id"), bulkMakers, show),
  get(urls.campaignEdit(":id"), bulkMakers, async (ask) => form(ask, await requireDraft(ask))),
  post(urls.campaignEdit(":id"), bulkMakers, async (ask) => {
    const campaign = await requireDraft(ask, true);
    return save(ask, campaign, async (plan) => {
      await saveCampaign(ask.tx, campaign.id, plan);
      return campaign.id;
    });
  }),
  get(urls.campaignLetter(":id"), bulkMakers, async (ask) => {
    const html = await exampleLetter(ask, await requireDraft(ask));
    return { ...page(html), headers: letterHeaders };
  }),
];

async function requireDraft(ask: Ask, lock = false): Promise<Campaign> {
  const campaign = await campaignById(ask.tx, ask.params["id"] ?? "", lock);
  return campaign?.state === "draft" ? campaign : notFound();
}

async function form(
  ask: Ask,
  campaign: Campaign | undefined,
  problems?: readonly Problem[],
): Promise<Answer> {
  const rule = await reminderRule(ask.tx);
  const values = campaign ? planValues(campaign) : proposedValues(ask.t, dayOf(ask.now), rule);
  const body = campaignFormPage(ask.view, {
    form: problems ? formState(ask.form, problems) : { values, errors: {} },
    districts: await districts(ask.tx),
    campaign,
    answerDays: rule.answerDays,
  });
  return page(body, problems ? 422 : 200);
}

async function save(
  ask: Ask,
  campaign: Campaign | undefined,
  keep: (plan: Plan) => Promise<string>,
): Promise<Answer> {
  const read = readPlan(ask.t, ask.form, await districts(ask.tx));
  if ("problems" in read) return form(ask, campaign, read.problems);
  const rule = await reminderRule(ask.tx);
  const refused = whyNotPlan(read.plan, rule, dayOf(ask.now));
  if (refused) {
    const sentence = ask.t(`campaigns:refusal.${refused.refusal}`, { days: rule.answerDays });
    return form(ask, campaign, [{ field: refused.field, sentence }]);
  }
  const id = await keep(read.plan);
  await record(ask.tx, {
    actor: { kind: "person", id: requirePerson(ask).id },
    at: ask.now,
    subject: { kind: "campaign", id },
    action: campaign ? "campaign.edited" : "campaign.created",
  });
  return redirect(ask.view.href(urls.campaign(id)), "campaigns.saved");
}

/** Why a draft cannot start today: its first day may have passed since it was written. */
export async function refusalOf(ask: Ask, campaign: Campaign): Promise<string | undefined> {
  const rule = await reminderRule(ask.tx);
  const refused = whyNotPlan(campaign, rule, dayOf(ask.now));
  return refused && ask.t(`campaigns:refusal.${refused.refusal}`, { days: rule.answerDays });
}

async function show(ask: Ask): Promise<Answer> {
  const campaign = (await campaignById(ask.tx, ask.params["id"] ?? "")) ?? notFound();
  const today = dayOf(ask.now);
  const known = await districts(ask.tx);
  const common = {
    campaign,
    today,
    district: known.find(({ id }) => id === campaign.districtId)?.name,
  };
  if (campaign.state !== "draft") {
    const summary = summaryOf(await progressOf(ask.tx, campaign));
    const running = { summary, letters: await lettersByWave(ask.tx, campaign.id) };
    return page(campaignPage(ask.view, { ...common, running }));
  }
  const { answerDays } = await reminderRule(ask.tx);
  const rehearsal = await rehearse(ask.tx, campaign, today, answerDays);
  const draft = {
    rehearsal,
    example: rehearsal.people > 0,
    mailServer: ask.house.config.smtpUrl !== undefined,
    refusal: await refusalOf(ask, campaign),
  };
  return allowingLetters(page(campaignPage(ask.view, { ...common, draft })));
}

/** The letter as its first reader would have it, with links that open nothing. */
async function exampleLetter(ask: Ask, campaign: Campaign): Promise<string> {
  const day = dayOf(ask.now);
  const listings = await exampleOf(ask.tx, campaign, day);
  if (!listings.length) return notFound();
  const ids = listings.map(({ associationId }) => associationId);
  const views = await viewsOf(ask.tx, ids, addDays(day, -countedDays));
  const { origin } = ask.view;
  const own = { ...campaign, wave: 1 };
  return groupedLetter({
    ...letterhead({ t: ask.t, tenant: ask.tenant, day, campaign: own }),
    name: nameOf(listings),
    pages: listings.map((one) => ({
      ...one,
      views: views.get(one.associationId) ?? 0,
      url: `${origin}${urls.confirm("exemple")}`,
    })),
    stopUrl: `${origin}${urls.stopMails("exemple")}`,
  }).html;
}
