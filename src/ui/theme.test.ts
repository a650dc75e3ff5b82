import assert from "node:assert/strict";
import test from "node:test";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { fromOklch, toOklch } from "./colour.ts";
import {
  checkTheme,
  contrast,
  defaultTheme,
  type Hex,
  neutrals,
  proposeTheme,
  themeColours,
  themePasses,
  themeStylesheet,
} from "./theme.ts";

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Hex => `#${value.toString(16).padStart(6, "0")}`);
const anyTheme = fc.record({ primary: anyColour, accent: anyColour });

test("contrast is WCAG's: 21 for black on white, 1 for a colour on itself, 4.48 for #777 on white", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#d2482b", "#d2482b"), 1);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
});

test("a colour survives the way to OKLCH and back", () => {
  fc.assert(fc.property(anyColour, (colour) => fromOklch(toOklch(colour)) === colour));
});

test("the default theme passes", () => {
  assert.deepEqual(
    checkTheme(defaultTheme).filter((pair) => !pair.passes),
    [],
  );
});

test("a pale yellow fails as a primary colour, and the proposal passes and stays yellow", () => {
  const theme: { primary: Hex; accent: Hex } = { primary: "#ffe066", accent: "#d2482b" };
  assert.equal(themePasses(theme), false);
  const proposal = proposeTheme(theme);
  assert.equal(themePasses(proposal), true);
  assert.equal(proposal.accent, theme.accent);
  assert.ok(Math.abs(toOklch(proposal.primary).h - toOklch(theme.primary).h) < 6);
});

test("whatever two colours a commune chooses, the proposal passes", () => {
  fc.assert(
    fc.property(anyTheme, (theme) => themePasses(proposeTheme(theme))),
    { numRuns: 60 },
  );
});

test("a theme that passes is proposed unchanged", () => {
  assert.deepEqual(proposeTheme(defaultTheme), defaultTheme);
});

const reads = (one: Hex, other: Hex, needed: number) =>
  assert.ok(contrast(one, other) >= needed, `${one} on ${other}: ${contrast(one, other)}`);

test("every derived pair reads well in light and dark, whatever the commune's colours", () => {
  fc.assert(
    fc.property(anyTheme, (chosen) => {
      const modes = themeColours(proposeTheme(chosen));
      for (const mode of ["light", "dark"] as const) {
        const colours = modes[mode];
        const { paper, surface, ink, inkSoft } = neutrals[mode];
        for (const ground of [paper, surface, colours["primary-tint"]]) {
          reads(colours.primary, ground, 4.5);
          reads(ink, ground, 4.5);
          reads(inkSoft, ground, 4.5);
        }
        reads(colours["primary-strong"], colours["primary-tint"], 4.5);
        reads(colours["on-primary"], colours.primary, 4.5);
        reads(colours["on-strip"], colours.strip, 4.5);
        reads(colours.accent, paper, 3);
        reads(colours["accent-strong"], colours["accent-tint"], 4.5);
        reads(ink, colours["accent-tint"], 4.5);
      }
    }),
    { numRuns: 60 },
  );
});

test("the stylesheet gives both modes and nothing but custom properties", () => {
  const css = themeStylesheet(defaultTheme);
  assert.match(css, /^:root\{--primary:#14495a;/);
  assert.match(css, /prefers-color-scheme:dark/);
  assert.doesNotMatch(css, /<|url|@import/);
});

test("the neutrals written in the tokens are those the theme is checked against", () => {
  const tokens = readFileSync(
    new URL("../../../src/ui/css/02-tokens.css", import.meta.url),
    "utf8",
  );
  for (const mode of [neutrals.light, neutrals.dark])
    for (const colour of Object.values(mode)) assert.ok(tokens.includes(colour), colour);
});
