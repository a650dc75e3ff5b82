import { isHex, proposeTheme, themePasses, type Theme } from "../../../ui/theme.ts";

/** What becomes of two colours somebody typed: kept, not colours, or too faint with a proposal. */
export type ThemeOutcome =
  | { kind: "unreadable"; fields: ("primary" | "accent")[] }
  | { kind: "faint"; theme: Theme; proposal: Theme }
  | { kind: "good"; theme: Theme };

export function judgeColours(primary: string, accent: string): ThemeOutcome {
  const [one, other] = [tidy(primary), tidy(accent)];
  if (!isHex(one) || !isHex(other)) {
    const fields: ("primary" | "accent")[] = [];
    if (!isHex(one)) fields.push("primary");
    if (!isHex(other)) fields.push("accent");
    return { kind: "unreadable", fields };
  }
  const theme: Theme = { primary: one, accent: other };
  if (themePasses(theme)) return { kind: "good", theme };
  return { kind: "faint", theme, proposal: proposeTheme(theme) };
}

/** `1D4E5F` and `#1D4E5F` are `#1d4e5f`. */
const tidy = (value: string): string => {
  const text = value.trim().toLowerCase();
  return text.startsWith("#") ? text : `#${text}`;
};

/** The two colours in an address of a stylesheet: `1d4e5f-c8452f.css`. */
export function coloursIn(file: string): Theme | undefined {
  const match = /^([0-9a-f]{6})-([0-9a-f]{6})\.css$/.exec(file);
  return match ? { primary: `#${match[1]}`, accent: `#${match[2]}` } : undefined;
}
