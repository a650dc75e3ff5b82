import { contrast, fromOklch, toOklch, type Hex } from "./colour.ts";

export { contrast, isHex, type Hex } from "./colour.ts";

/** The two colours a commune chooses; everything else is derived. */
export type Theme = { primary: Hex; accent: Hex };

/** Colours of the invented commune: petrol blue and poppy red. */
export const defaultTheme: Theme = { primary: "#14495a", accent: "#d2482b" };

/** Colours that no commune changes. The same values stand in `css/tokens.css`; a test compares them. */
export const neutrals = {
  light: { paper: "#fbf8f2", surface: "#ffffff", ink: "#211f1b", inkSoft: "#575248" },
  dark: { paper: "#191a1b", surface: "#222425", ink: "#f1eee7", inkSoft: "#bab5aa" },
} as const;

/** Two colours that meet on the screen, and the ratio they need: 4.5 for text, 3 for controls and large type. */
export type Pair = { name: PairName; ratio: number; needed: number; passes: boolean };
export type PairName =
  | "primaryOnPaper"
  | "primaryOnSurface"
  | "primaryOnTint"
  | "textOnPrimary"
  | "accentOnPaper"
  | "accentOnSurface";

/** Every pair where a colour chosen by the commune is read, as shown in light mode; dark mode is derived to pass. */
export function checkTheme(theme: Theme): Pair[] {
  const { paper, surface } = neutrals.light;
  const { primary, accent } = theme;
  return [
    pair("primaryOnPaper", primary, paper, 4.5),
    pair("primaryOnSurface", primary, surface, 4.5),
    pair("primaryOnTint", primary, tintOf(primary, 0.955, 0.02), 4.5),
    pair("textOnPrimary", readableOn(primary), primary, 4.5),
    pair("accentOnPaper", accent, paper, 3),
    pair("accentOnSurface", accent, surface, 3),
  ];
}

function pair(name: PairName, one: Hex, other: Hex, needed: number): Pair {
  const ratio = contrast(one, other);
  return { name, ratio, needed, passes: ratio >= needed };
}

/** True when every pair of the theme passes. */
export const themePasses = (theme: Theme): boolean => checkTheme(theme).every((p) => p.passes);

/** The nearest theme that passes: same hues, lightness moved as little as possible. A passing theme is returned as it is. */
export function proposeTheme(theme: Theme): Theme {
  const primary = nearest(theme.primary, (candidate) =>
    checkTheme({ ...theme, primary: candidate })
      .filter((p) => p.name !== "accentOnPaper" && p.name !== "accentOnSurface")
      .every((p) => p.passes),
  );
  const accent = nearest(theme.accent, (candidate) =>
    checkTheme({ primary, accent: candidate }).every((p) => p.passes),
  );
  return { primary, accent };
}

/** The custom properties of both modes, by name without `--`. */
export function themeColours(theme: Theme): { light: Colours; dark: Colours } {
  const { primary, accent } = theme;
  const lightTint = tintOf(accent, 0.95, 0.026);
  const darkTint = tintOf(accent, 0.27, 0.025);
  return {
    light: {
      primary,
      "on-primary": readableOn(primary),
      "primary-strong": lighter(primary, -0.09),
      "primary-tint": tintOf(primary, 0.955, 0.02),
      "primary-line": tintOf(primary, 0.85, 0.04),
      strip: primary,
      "on-strip": readableOn(primary),
      accent,
      "accent-strong": nearest(accent, (c) => passesOn(c, neutrals.light.paper, lightTint)),
      "accent-tint": lightTint,
    },
    dark: {
      primary: tintOf(primary, 0.82, 0.09),
      "on-primary": neutrals.dark.paper,
      "primary-strong": tintOf(primary, 0.89, 0.07),
      "primary-tint": tintOf(primary, 0.28, 0.035),
      "primary-line": tintOf(primary, 0.42, 0.05),
      strip: tintOf(primary, 0.31, 0.05),
      "on-strip": neutrals.dark.ink,
      accent: tintOf(accent, 0.74, 0.15),
      "accent-strong": tintOf(accent, 0.82, 0.11),
      "accent-tint": darkTint,
    },
  };
}

export type Colours = Record<ThemeProperty, Hex>;
type ThemeProperty =
  | "primary"
  | "on-primary"
  | "primary-strong"
  | "primary-tint"
  | "primary-line"
  | "strip"
  | "on-strip"
  | "accent"
  | "accent-strong"
  | "accent-tint";

/** The stylesheet of a commune: its colours as custom properties, light and dark. Without layer, so it wins. */
export function themeStylesheet(theme: Theme): string {
  const { light, dark } = themeColours(theme);
  return `:root{${declarations(light)}}@media screen and (prefers-color-scheme:dark){:root{${declarations(dark)}}}`;
}

/** Colours of a piece of the site in the page of another one: they follow the reader's screen, or are always of one kind. */
export function embeddedStylesheet(theme: Theme, ground: "auto" | "light" | "dark"): string {
  if (ground === "auto") return themeStylesheet(theme);
  const { paper, surface, ink, inkSoft } = neutrals[ground];
  const colours = { ...themeColours(theme)[ground], paper, surface, ink, "ink-soft": inkSoft };
  const rule = `:root{color-scheme:${ground};${declarations(colours)}}`;
  // Paper stays white.
  return ground === "dark" ? `@media screen{${rule}}` : rule;
}

const declarations = (colours: Colours) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");

const passesOn = (colour: Hex, ...grounds: Hex[]) =>
  grounds.every((ground) => contrast(colour, ground) >= 4.5);

/** White or ink, whichever reads better on the colour. */
function readableOn(colour: Hex): Hex {
  const { surface, ink } = neutrals.light;
  return contrast(colour, surface) >= contrast(colour, ink) ? surface : ink;
}

function tintOf(colour: Hex, lightness: number, most: number): Hex {
  const { c, h } = toOklch(colour);
  return fromOklch({ l: lightness, c: Math.min(c, most), h });
}

function lighter(colour: Hex, by: number): Hex {
  const { l, c, h } = toOklch(colour);
  return fromOklch({ l: Math.min(Math.max(l + by, 0.12), 0.97), c, h });
}

function nearest(colour: Hex, passes: (candidate: Hex) => boolean): Hex {
  if (passes(colour)) return colour;
  const { l, c, h } = toOklch(colour);
  for (let step = 0.004; step <= 1; step += 0.004)
    for (const moved of [l - step, l + step]) {
      if (moved < 0 || moved > 1) continue;
      const candidate = fromOklch({ l: moved, c, h });
      if (passes(candidate)) return candidate;
    }
  return neutrals.light.ink;
}
