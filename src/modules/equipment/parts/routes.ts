import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, requirePerson, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, shape, type Problem } from "../../../platform/http/form.ts";
import { blankForm } from "../../../ui/index.ts";
import { isUuid } from "../../people/index.ts";
import { lendingPlacesOf } from "../lending-places/queries.ts";
import { modelsOf } from "../models/queries.ts";
import { unitsOf } from "../units/queries.ts";
import { tagOf } from "../units/tags.ts";
import { partUrls } from "../urls.ts";
import { handOf, keepers } from "../who.ts";
import { partPage } from "./one-page.tsx";
import { partEditPage, partsPage } from "./pages.tsx";
import { movesOf, partsOf, type Part } from "./queries.ts";
import { moveSchema, partNames, partSchema, partTyped } from "./reading.ts";
import { addPart, endPart, movePart, savePart } from "./write.ts";

async function requirePart(ask: Ask): Promise<Part> {
  const id = ask.params["id"] ?? "";
  const [part] = isUuid(id) ? await partsOf(ask.tx, { id }) : [];
  return part ?? notFound();
}

/** Parts are the town hall's, as the places and the models they are for. */
const around = async ({ tx }: Ask) => ({
  places: (await lendingPlacesOf(tx)).filter(({ ownerId }) => !ownerId),
  models: (await modelsOf(tx)).filter(({ owner }) => !owner),
});

async function save(ask: Ask, part: Part | undefined): Promise<Answer> {
  const known = await around(ask);
  const again = (problems: readonly Problem[]) =>
    page(partEditPage(ask.view, { part, ...known, form: formState(ask.form, problems) }), 422);
  const read = shape(ask.t, partSchema, ask.form, partNames, ["models"]);
  if ("problems" in read) return again(read.problems);
  const { place, models, ...typed } = read.value;
  if (!known.places.some(({ placeId }) => placeId === place))
    return again([{ field: "place", sentence: ask.t("lending:problem.place") }]);
  const modelIds = known.models.map(({ id }) => id).filter((id) => models.includes(id));
  const fields = { ...typed, placeId: place, modelIds };
  const outcome = part
    ? await savePart(ask.tx, part.id, fields, handOf(ask))
    : await addPart(ask.tx, fields, handOf(ask));
  return "refused" in outcome
    ? again([{ field: "name", sentence: ask.t("keeping:problem.partNameTaken") }])
    : redirect(ask.view.href(partUrls.one(outcome.done)), "lending.saved");
}

async function move(ask: Ask): Promise<Answer> {
  const part = await requirePart(ask);
  const again = async (field: string, key: "move" | "unit" | "notSoMany" | "howMany") => {
    const form = formState(ask.form, [{ field, sentence: ask.t(`keeping:problem.${key}`) }]);
    return page(partPage(ask.view, { part, moves: await movesOf(ask.tx, part.id), form }), 422);
  };
  const read = shape(ask.t, moveSchema, ask.form, ["kind", "quantity", "tag"]);
  if ("problems" in read) {
    const form = formState(ask.form, read.problems);
    return page(partPage(ask.view, { part, moves: await movesOf(ask.tx, part.id), form }), 422);
  }
  const { kind, quantity, tag } = read.value;
  if (quantity === null || (quantity === 0 && kind !== "counted"))
    return again("quantity", "howMany");
  const [unit] = tag ? await unitsOf(ask.tx, { tag: tagOf(tag) }) : [];
  if (tag && !unit) return again("tag", "unit");
  const by = requirePerson(ask).id;
  const moved = { kind, quantity, unitId: unit?.id ?? null, by };
  const outcome = await movePart(ask.tx, part, moved, handOf(ask));
  if ("refused" in outcome) return again("quantity", "notSoMany");
  return redirect(ask.view.href(partUrls.one(part.id)), "lending.saved");
}

export const partRoutes: Route[] = [
  get(partUrls.all, keepers, async (ask) => page(partsPage(ask.view, await partsOf(ask.tx)))),
  get(partUrls.add, keepers, async (ask) =>
    page(partEditPage(ask.view, { part: undefined, ...(await around(ask)), form: blankForm })),
  ),
  post(partUrls.add, keepers, (ask) => save(ask, undefined)),
  get(partUrls.one(":id"), keepers, async (ask) => {
    const part = await requirePart(ask);
    const values = { kind: "used", quantity: "1", tag: ask.query.get("exemplaire") ?? "" };
    const form = { values, errors: {} };
    return page(partPage(ask.view, { part, moves: await movesOf(ask.tx, part.id), form }));
  }),
  get(partUrls.edit(":id"), keepers, async (ask) => {
    const part = await requirePart(ask);
    const form = { values: partTyped(part), errors: {} };
    return page(partEditPage(ask.view, { part, ...(await around(ask)), form }));
  }),
  post(partUrls.edit(":id"), keepers, async (ask) => save(ask, await requirePart(ask))),
  post(partUrls.moves(":id"), keepers, move),
  post(partUrls.ending(":id"), keepers, async (ask) => {
    await endPart(ask.tx, (await requirePart(ask)).id, handOf(ask));
    return redirect(ask.view.href(partUrls.all), "lending.saved");
  }),
];
