import { readFile } from "node:fs/promises";
import { redirect, type Answer } from "../../../platform/http/answer.ts";
import { postPrepared, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState } from "../../../platform/http/form.ts";
import { staff } from "../../../platform/http/person.ts";
import { publish } from "../published.ts";
import { recordChanges } from "../settings/journal.ts";
import { settingsUrls } from "../settings/urls.ts";
import { districtNamesRefusal, joined, readShapes, type Shape } from "./geojson.ts";
import type { DistrictsPage } from "./pages.tsx";
import { drawDistricts, saveOutline } from "./queries.ts";

/** Over this size the file is refused with a sentence; over the route's limit, with the page of the house. */
const largestFile = 2_000_000;
const largestBody = 8_000_000;

type Read = ReturnType<typeof readShapes> | { refused: "missing" | "too_big" };
type Shown = (ask: Ask, given: Partial<DistrictsPage>, status: number) => Promise<Answer>;

/** The outline or the districts of the commune, from a GeoJSON file. */
export const uploadRoute = (shown: Shown): Route =>
  postPrepared(
    settingsUrls.shapes,
    staff("administrator"),
    largestBody,
    async (form): Promise<Read> => {
      const sent = form.file("file");
      if (!sent) return { refused: "missing" };
      if (sent.bytes > largestFile) return { refused: "too_big" };
      return readShapes(await readFile(sent.path, "utf8"));
    },
    async (ask, read) => {
      const what = ask.form.get("what");
      const refused = (field: string, reason: Refusal) => {
        const sentence = ask.t(`settings:districts.map.problem.${reason}`);
        return shown(ask, { shapesForm: formState(ask.form, [{ field, sentence }]) }, 422);
      };
      if (what !== "outline" && what !== "districts") return refused("what", "what");
      if ("refused" in read) return refused("file", read.refused);
      const names = what === "districts" ? districtNamesRefusal(read.shapes) : undefined;
      if (names) return refused("file", names);
      await draw(ask, what, read.shapes);
      await publish(ask.tx);
      return redirect(ask.view.href(settingsUrls.districts), "settings.shapes_saved");
    },
  );

type Refusal = Exclude<Read, { shapes: Shape[] }>["refused"] | "what" | "unnamed" | "same_names";

async function draw(ask: Ask, what: "outline" | "districts", shapes: Shape[]): Promise<void> {
  if (what === "outline") {
    await saveOutline(ask.tx, joined(shapes));
    // Shapes are too long for the history: it says how many there were.
    const change = { name: "outline", old: null, new: String(shapes.length) };
    return recordChanges(ask, "settings.outline_drawn", [change]);
  }
  const { drawn, added } = await drawDistricts(ask.tx, shapes);
  return recordChanges(ask, "settings.districts_drawn", [
    { name: "drawn", old: null, new: drawn.join(", ") },
    { name: "added", old: null, new: added.join(", ") },
  ]);
}
