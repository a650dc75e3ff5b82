import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { baseOf, formState, movedSince, shape, type Problem } from "../../../platform/http/form.ts";
import { publish } from "../../communes/index.ts";
import type { Activity } from "../record/fields.ts";
import { slotsOf } from "../record/queries.ts";
import { missingFor } from "../record/rules.ts";
import {
  confirmActivity,
  publishActivity,
  removeDraft,
  saveActivity,
  stopActivity,
} from "../record/write.ts";
import { said, type ActivityPart } from "../reading/part.ts";
import { urls } from "../urls.ts";
import { listOf } from "./lines.ts";
import { listPage } from "./list-page.tsx";
import { partPage } from "./part-page.tsx";
import { isPart, parts, partValues, type PartName } from "./parts.ts";
import { doors, requireActivity, writing, type Programme } from "./programme.ts";
import { sheetOf } from "./sheet.ts";
import { sheetPage } from "./sheet-page.tsx";
import { placeNamed, placeNames, placeTyped } from "./where.ts";

const partOf = (ask: Ask): PartName => {
  const part = ask.params["part"] ?? "";
  return isPart(part) ? part : notFound();
};

async function answerSheet(
  ask: Ask,
  programme: Programme,
  parts: readonly ActivityPart[],
  refused?: string,
): Promise<Answer> {
  const activity = await requireActivity(ask, programme);
  const seen = await sheetOf(ask, activity);
  const added = await said(parts, (part) => part.sheet(ask, programme, activity));
  const body = sheetPage(ask.view, { programme, activity, ...seen, added, refused });
  return page(body, refused ? 422 : 200);
}

async function answerPart(
  ask: Ask,
  programme: Programme,
  wrong?: { problems: readonly Problem[]; moved?: boolean },
): Promise<Answer> {
  const activity = await requireActivity(ask, programme);
  const part = partOf(ask);
  const values = await valuesOf(ask, activity, part);
  const body = partPage(ask.view, {
    programme,
    activity,
    part,
    form: wrong ? formState(ask.form, wrong.problems) : { values, errors: {} },
    // After a problem the form keeps the state it was opened on; once told of another's change, the one of now.
    base: wrong && !wrong.moved ? ask.form.get("_base") : baseOf(values),
    places: part === "lieu" ? await placeNames(ask.tx) : [],
    moved: wrong?.moved ?? false,
  });
  return page(body, wrong ? 422 : 200);
}

const valuesOf = async (ask: Ask, { fields }: Activity, part: PartName) =>
  partValues(part, fields, await placeNamed(ask.tx, fields.placeId));

async function savePart(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const part = partOf(ask);
  const { schema, fields, lists } = parts[part];
  const shaped = shape(ask.t, schema, ask.form, fields, lists);
  if ("problems" in shaped) return answerPart(ask, programme, { problems: shaped.problems });
  if (movedSince(ask.form, await valuesOf(ask, activity, part)))
    return answerPart(ask, programme, { problems: [], moved: true });
  const {
    place,
    street = null,
    ...patch
  } = shaped.value as {
    place?: string;
    street?: string | null;
  };
  const where = place === undefined ? {} : { placeId: await placeTyped(ask.tx, { place, street }) };
  const saved = await saveActivity(ask.tx, activity, { ...patch, ...where }, programme.hand);
  if (saved && activity.state !== "draft") await publish(ask.tx);
  return redirect(
    ask.view.href(urls.one(programme.base, activity.id)),
    saved ? "programme.saved" : "programme.unchanged",
  );
}

async function publication(
  ask: Ask,
  programme: Programme,
  parts: readonly ActivityPart[],
): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  const slots = (await slotsOf(ask.tx, [activity.id])).get(activity.id) ?? [];
  const missing = missingFor(activity, slots);
  if (missing.length)
    return answerSheet(
      ask,
      programme,
      parts,
      missing.map((what) => ask.t(`programme:publish.refused.${what}`)).join(" "),
    );
  if (activity.state !== "published") {
    await publishActivity(ask.tx, activity, programme.today, programme.hand);
    await publish(ask.tx);
  }
  return redirect(ask.view.href(urls.one(programme.base, activity.id)), "programme.published");
}

async function confirmation(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  if (activity.state === "published") {
    await confirmActivity(ask.tx, activity, programme.today, programme.hand);
    await publish(ask.tx);
  }
  return redirect(ask.view.href(urls.one(programme.base, activity.id)), "programme.confirmed");
}

async function stop(ask: Ask, programme: Programme): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  if (activity.state === "published") {
    await stopActivity(ask.tx, activity, programme.today, programme.hand);
    await publish(ask.tx);
  }
  return redirect(ask.view.href(urls.one(programme.base, activity.id)), "programme.stopped");
}

async function dropDraft(
  ask: Ask,
  programme: Programme,
  parts: readonly ActivityPart[],
): Promise<Answer> {
  const activity = await requireActivity(ask, programme, true);
  if (activity.state !== "draft")
    return answerSheet(ask, programme, parts, ask.t("programme:publish.notDraft"));
  await removeDraft(ask.tx, activity, programme.hand);
  return redirect(ask.view.href(programme.base), "programme.dropped");
}

/** The programme of an association: its list, its sheets, their parts. */
export const programmeRoutes = (parts: readonly ActivityPart[]): Route[] =>
  doors.flatMap(({ base, who, find }) => [
    get(base, who, async (ask) => {
      const programme = await find(ask);
      return page(listPage(ask.view, { programme, ...(await listOf(ask, programme)) }));
    }),
    get(urls.one(base, ":activity"), who, async (ask) => answerSheet(ask, await find(ask), parts)),
    get(urls.part(base, ":activity", ":part"), who, async (ask) =>
      answerPart(ask, writing(await find(ask))),
    ),
    post(urls.part(base, ":activity", ":part"), who, async (ask) =>
      savePart(ask, writing(await find(ask))),
    ),
    post(urls.publication(base, ":activity"), who, async (ask) =>
      publication(ask, writing(await find(ask)), parts),
    ),
    post(urls.confirmation(base, ":activity"), who, async (ask) =>
      confirmation(ask, writing(await find(ask))),
    ),
    post(urls.stop(base, ":activity"), who, async (ask) => stop(ask, writing(await find(ask)))),
    post(urls.draftRemoval(base, ":activity"), who, async (ask) =>
      dropDraft(ask, writing(await find(ask)), parts),
    ),
  ]);
