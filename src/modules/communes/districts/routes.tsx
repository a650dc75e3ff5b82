import { act } from "../../../platform/db/database.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, typedFrom, type Problem } from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { blankForm } from "../../../ui/form.tsx";
import { publish } from "../published.ts";
import { recordChanges } from "../settings/journal.ts";
import { settingsUrls } from "../settings/urls.ts";
import { districtsPage, type DistrictsPage } from "./pages.tsx";
import { districtPage } from "./rename-page.tsx";
import {
  addDistrict,
  districtsInOrder,
  orderDistricts,
  outlineOf,
  removeDistrict,
  renameDistrict,
  type District,
} from "./queries.ts";
import { moved, nameRefusal } from "./rules.ts";
import { uploadRoute } from "./upload.tsx";

const administrator = staff("administrator");
const taken = { district_slug_unique: "taken" } as const;

export const routes: Route[] = [
  get(settingsUrls.districts, administrator, (ask) => shown(ask, {})),
  post(settingsUrls.districts, administrator, async (ask) => {
    const name = nameTyped(ask);
    const refused = (reason: NameProblem) =>
      shown(ask, { addForm: formState(ask.form, [nameProblem(ask, reason)]) }, 422);
    const reason = nameRefusal(name);
    if (reason) return refused(reason);
    const outcome = await act(ask.tx, taken, () => addDistrict(ask.tx, name));
    if ("refused" in outcome) return refused(outcome.refused);
    await recordChanges(ask, "settings.district_added", [{ name: "name", old: null, new: name }]);
    await publish(ask.tx);
    return redirect(ask.view.href(settingsUrls.districts), "settings.district_saved");
  }),
  uploadRoute(shown),
  get(settingsUrls.district(":id"), administrator, async (ask) => {
    const district = await requireDistrict(ask);
    return page(districtPage(ask.view, district, formState(typedFrom({ name: district.name }))));
  }),
  post(settingsUrls.district(":id"), administrator, async (ask) => {
    const district = await requireDistrict(ask);
    const name = nameTyped(ask);
    const refused = (reason: NameProblem) => {
      const form = formState(ask.form, [nameProblem(ask, reason)]);
      return page(districtPage(ask.view, district, form), 422);
    };
    const reason = nameRefusal(name);
    if (reason) return refused(reason);
    const outcome = await act(ask.tx, taken, () => renameDistrict(ask.tx, district.id, name));
    if ("refused" in outcome) return refused(outcome.refused);
    const change = { name: "name", old: district.name, new: name };
    await recordChanges(ask, "settings.district_renamed", [change]);
    await publish(ask.tx);
    return redirect(ask.view.href(settingsUrls.districts), "settings.district_saved");
  }),
  post(settingsUrls.moveDistrict(":id"), administrator, async (ask) => {
    const { id } = await requireDistrict(ask);
    const direction = ask.form.get("sens") === "up" ? "up" : "down";
    const districts = await districtsInOrder(ask.tx);
    const before = districts.map((one) => one.id);
    const after = moved(before, id, direction);
    await orderDistricts(ask.tx, after);
    const names = (ids: readonly string[]) =>
      ids.map((one) => districts.find((district) => district.id === one)?.name).join(", ");
    await recordChanges(ask, "settings.districts_ordered", [
      { name: "order", old: names(before), new: names(after) },
    ]);
    await publish(ask.tx);
    return redirect(ask.view.href(settingsUrls.districts), "settings.district_saved");
  }),
  post(settingsUrls.removeDistrict(":id"), administrator, async (ask) => {
    const { id, name, places } = await requireDistrict(ask);
    const outcome = await act(ask.tx, { place_district_in_use: "in_use" }, () =>
      removeDistrict(ask.tx, id),
    );
    if ("refused" in outcome)
      return shown(
        ask,
        { refused: ask.t("settings:districts.inUse", { name, count: Math.max(places, 1) }) },
        422,
      );
    await recordChanges(ask, "settings.district_removed", [{ name: "name", old: name, new: null }]);
    await publish(ask.tx);
    return redirect(ask.view.href(settingsUrls.districts), "settings.district_removed");
  }),
];

type NameProblem = "missing" | "long" | "letters" | "taken";

const nameTyped = (ask: Ask): string => ask.form.get("name").replace(/\s+/g, " ");
const nameProblem = (ask: Ask, reason: NameProblem): Problem => ({
  field: "name",
  sentence: ask.t(`settings:districts.problem.${reason}`),
});

async function requireDistrict(ask: Ask): Promise<District> {
  const districts = await districtsInOrder(ask.tx);
  return districts.find(({ id }) => id === ask.params["id"]) ?? notFound();
}

async function shown(ask: Ask, given: Partial<DistrictsPage>, status = 200): Promise<Answer> {
  const data: DistrictsPage = {
    districts: await districtsInOrder(ask.tx),
    outline: await outlineOf(ask.tx),
    addForm: blankForm,
    shapesForm: blankForm,
    ...given,
  };
  return page(districtsPage(ask.view, data), status);
}
