import { plainWords } from "../../imports/index.ts";
import type { Category } from "../codes.ts";
import { readCells, type Told } from "./cells.ts";
import { matchName, nameKey } from "./names.ts";
import { differences } from "./differences.ts";
import type { Answers, Asked, Known, KnownUnit, Line, Plan, Planned } from "./planned.ts";
import { tagMaker } from "./making-tags.ts";
import { moverOf } from "./movable.ts";
import { prefixes } from "./words-of-cells.ts";

/** Names that look like nothing there is are asked too, so that they may be said to be something; not all of a long file. */
const mostAsked = 50;

const placeKey = (cell: string): string => plainWords(cell);

/** What each line would do, from what is known now: nothing is written. Planned again, what was done is unchanged. */
export function planInventory(
  lines: readonly Line[],
  targets: readonly string[],
  known: Known,
  answers: Answers,
): Plan {
  const read = lines.map((line) => ({ line, read: readCells(line.cells, targets) }));
  const tagged = new Set(read.flatMap(({ read }) => ("told" in read ? read.told.tags : [])));
  const scene = sceneOf(known, answers, tagged);
  const planned = read.map(({ line, read }): Planned => {
    const blank = { line: line.line, problems: [], refusal: null, tags: [], already: 0, told: null, where: null, unit: null, changes: [], move: null, kept: [] }; // prettier-ignore
    if ("problems" in read)
      return { ...blank, outcome: line.choice === "left" ? "left" : "refused", name: firstSaid(line.cells), problems: read.problems }; // prettier-ignore
    const one: Planned = { ...blank, outcome: "asked", name: read.told.name, told: read.told, tags: read.told.tags }; // prettier-ignore
    return line.choice === "left" ? { ...one, outcome: "left" } : scene.plan(one, read.told, line.choice === "taken"); // prettier-ignore
  });
  return { lines: planned, asked: scene.asked };
}

const firstSaid = (cells: readonly string[]): string =>
  cells
    .find((cell) => cell.trim() !== "")
    ?.trim()
    .slice(0, 80) ?? "";

/** The shelves as lines are read one after the other: what one line took, the next does not find. */
function sceneOf(known: Known, answers: Answers, tagged: ReadonlySet<string>) {
  const asked: Asked = { models: [], places: [] };
  const byTag = new Map(known.units.map((unit) => [unit.tag, unit]));
  const bySerial = new Map(known.units.flatMap((unit) => (unit.serial ? [[unit.serial, unit]] : []))); // prettier-ignore
  const models = new Map<string, { id: string | null; category: Category } | undefined>();
  const places = new Map<string, string | undefined>();
  const spare = new Map<string, number>();
  const seen = new Set<string>();
  const mover = moverOf(known);
  const make = tagMaker([...byTag.keys(), ...tagged]);
  for (const unit of known.units) {
    // What people lost or retired themselves is no longer of those a shelf holds.
    const away = unit.state === "lost" || unit.state === "retired";
    if (tagged.has(unit.tag) || (away && !unit.last)) continue;
    const shelf = `${unit.modelId} ${unit.placeId}`;
    spare.set(shelf, (spare.get(shelf) ?? 0) + 1);
  }

  function modelOf({ name, category }: Told) {
    const key = nameKey(name);
    if (models.has(key)) return { key, model: models.get(key) };
    const match = matchName(name, known.models);
    // What was answered "new" and then added is the same from now on.
    const answer = "exact" in match && match.exact ? match.same.id : answers.models?.[key];
    const chosen = known.models.find(({ id }) => id === answer);
    const same = "same" in match ? known.models.find(({ id }) => id === match.same.id) : undefined;
    const model = answer === "new" ? undefined : (chosen ?? same);
    const near = "near" in match ? match.near : undefined;
    const unsure = !model && answer !== "new" && near !== undefined && near.length > 0;
    if (near && known.models.length > 0 && (near.length > 0 || asked.models.length < mostAsked))
      asked.models.push({ key, name, near });
    const found = model
      ? { id: model.id, category: model.category }
      : { id: null, category: category ?? "other" };
    models.set(key, unsure ? undefined : found);
    return { key, model: models.get(key) };
  }

  function placeOf(cell: string): string | undefined {
    const key = placeKey(cell);
    if (!places.has(key)) {
      const [only] = known.places;
      const same = known.places.find(({ name }) => placeKey(name) === key);
      const answer = known.places.find(({ placeId }) => placeId === answers.places?.[key]);
      const silent = key === "" && known.places.length === 1 ? only : undefined;
      places.set(key, (same ?? answer ?? silent)?.placeId);
      if (!same && !silent) asked.places.push({ key, name: cell, count: 0 });
    }
    const question = asked.places.find((one) => one.key === key);
    if (question) question.count += 1;
    return places.get(key);
  }

  function plan(one: Planned, told: Told, taken: boolean): Planned {
    const { key, model } = modelOf(told);
    const [tag] = told.tags;
    const unit = (tag ? byTag.get(tag) : told.serial ? bySerial.get(told.serial) : undefined) ?? null; // prettier-ignore
    if (unit && told.tags.length < 2) {
      if (model && model.id !== unit.modelId && tag)
        return { ...one, outcome: "refused", refusal: "other_model", unit };
      if (seen.has(unit.tag)) return { ...one, outcome: "refused", refusal: "same_line", unit };
      seen.add(unit.tag);
      return planKnown({ ...one, unit, tags: [unit.tag] }, told, unit, taken);
    }
    const placeId = placeOf(told.place);
    if (!model || !placeId) return { ...one, outcome: "asked" };
    const where = { modelKey: key, modelId: model.id, placeId };
    const price = priceKept(told, model.id);
    if (told.serial && seen.has(`serial ${told.serial}`))
      return { ...one, outcome: "refused", refusal: "same_line", where };
    if (told.serial) seen.add(`serial ${told.serial}`);
    if (told.tags.length > 0) {
      const fresh = told.tags.filter((each) => !byTag.has(each));
      if (fresh.some((each) => seen.has(each)))
        return { ...one, outcome: "refused", refusal: "same_line", where };
      for (const each of fresh) seen.add(each);
      const already = told.tags.length - fresh.length;
      return { ...one, outcome: fresh.length ? "added" : "unchanged", tags: fresh.length ? fresh : told.tags, already, where, kept: price }; // prettier-ignore
    }
    const shelf = `${model.id ?? key} ${placeId}`;
    const there = told.serial ? 0 : (spare.get(shelf) ?? 0);
    const already = Math.min(there, told.quantity);
    spare.set(shelf, there - already);
    const tags = make(answers.prefix || prefixes[model.category], told.quantity - already);
    return { ...one, outcome: tags.length ? "added" : "unchanged", tags, already, where, kept: price }; // prettier-ignore
  }

  function planKnown(one: Planned, told: Told, unit: KnownUnit, taken: boolean): Planned {
    const { safe, clash, kept } = differences(unit, told);
    const elsewhere = told.place === "" ? undefined : placeOf(told.place);
    const goes = elsewhere && elsewhere !== unit.placeId ? mover(unit, elsewhere) : undefined;
    if (goes && "stays" in goes) return { ...one, outcome: "refused", refusal: goes.stays };
    if (known.movable && told.place !== "" && !elsewhere) return one;
    const said = [
      ...kept.map(({ here, there }) => ({ what: "changed" as const, here, there })),
      ...(elsewhere && elsewhere !== unit.placeId && !goes
        ? [{ what: "place" as const, here: unit.placeName, there: told.place }]
        : []),
      ...priceKept(told, unit.modelId),
    ];
    const move = goes ?? null;
    if (clash.length > 0 && !taken)
      return { ...one, outcome: "conflict", changes: [...clash, ...safe], move, kept: said };
    const changes = [...safe, ...clash];
    const outcome = changes.length || move ? "changed" : "unchanged";
    return { ...one, outcome, changes, move, kept: said };
  }

  function priceKept({ priceCents }: Told, modelId: string | null): Planned["kept"] {
    const here = known.models.find(({ id }) => id === modelId)?.valueCents;
    if (!modelId || priceCents === undefined || here === priceCents) return [];
    return [{ what: "price", here: String(here ?? ""), there: String(priceCents) }];
  }

  return { asked, plan };
}
