import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import test from "node:test";
import { projectRoot } from "../../platform/config.ts";

/** Order of the rooms: a room may enter only rooms of a lower floor. Services share a floor and never meet. */
const floors: readonly (readonly string[])[] = [
  ["journal"],
  ["people"],
  ["communes"],
  ["places", "partners", "printing"],
  ["associations"],
  ["imports", "scheduling", "language"],
  [
    "directory",
    "activities",
    "equipment",
    "software",
    "sessions",
    "training",
    "support-points",
    "relay",
    "exchange",
    "volunteering",
    "difficulties",
    "schemes",
    "news",
    "resource-places",
  ],
  ["registrations"],
  ["indicators", "open-data", "widgets"],
];
const floorOf = (room: string): number => floors.findIndex((floor) => floor.includes(room));

type Arrow = { from: string; to: string };

function arrows(): Arrow[] {
  const found: Arrow[] = [];
  for (const from of globSync("src/**/*.{ts,tsx}", { cwd: projectRoot })) {
    if (
      /\.test\.tsx?$/.test(from) ||
      from.startsWith("src/testing/") ||
      from.startsWith("src/browser/")
    )
      continue;
    const source = readFileSync(join(projectRoot, from), "utf8");
    for (const [, path] of source.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g))
      found.push({ from, to: normalize(join(dirname(from), path ?? "")) });
  }
  return found;
}

const roomOf = (file: string): string | undefined => file.match(/^src\/modules\/([^/]+)\//)?.[1];

test("every room has a floor", () => {
  const rooms = new Set(
    globSync("src/modules/*/", { cwd: projectRoot }).map((path) => path.split("/")[2] ?? ""),
  );
  assert.deepEqual(
    [...rooms].filter((room) => floorOf(room) < 0),
    [],
  );
});

test("rooms are entered from above, and only by their door", () => {
  const faults = arrows().flatMap(({ from, to }) => {
    const [source, target] = [roomOf(from), roomOf(to)];
    if (!source || !target || source === target) return [];
    if (floorOf(target) >= floorOf(source)) return [`${from} climbs to ${to}`];
    return to === `src/modules/${target}/index.ts` ? [] : [`${from} enters ${to} by the window`];
  });
  assert.deepEqual(faults, []);
});

test("the platform and the look know nothing of the rooms, nor of each other but for the view", () => {
  const faults = arrows().filter(
    ({ from, to }) =>
      (/^src\/(platform|ui)\//.test(from) && /^src\/(modules|app|starting|words)/.test(to)) ||
      (from.startsWith("src/platform/") && to.startsWith("src/ui/")) ||
      (from.startsWith("src/ui/") &&
        to.startsWith("src/platform/") &&
        !/platform\/(http\/view|i18n\/index|clock)\.ts$/.test(to)),
  );
  assert.deepEqual(faults, []);
});

test("pages and rules are pure: neither the database nor the request reaches them", () => {
  const faults = arrows().filter(
    ({ from, to }) =>
      /\/(pages|rules)(\.[a-z-]+)?\.tsx?$/.test(from) &&
      /platform\/(db\/(database|migrate)|http\/(ask|site)|mail|jobs)\.ts$/.test(to),
  );
  assert.deepEqual(faults, []);
});
