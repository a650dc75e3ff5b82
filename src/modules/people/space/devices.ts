import type { Translate } from "../../../platform/i18n/index.ts";

/** What a person recognises their device by; nothing that could follow them. */
export type Device = { browser?: string; system?: string };

// Order matters: most browsers also say they are Chrome or Safari.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "Chromebook"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/Linux|X11/, "Linux"],
];

const first = (list: typeof browsers, agent: string) =>
  list.find(([mark]) => mark.test(agent))?.[1];

/** The browser and the system a `User-Agent` header tells of, by the names people know. */
export function deviceOf(agent: string): Device {
  const browser = first(browsers, agent);
  const system = first(systems, agent);
  return { ...(browser ? { browser } : {}), ...(system ? { system } : {}) };
}

/** "Firefox sur Windows". */
export function deviceWords(t: Translate, { browser, system }: Device): string {
  if (browser && system) return t("people:sessions.both", { browser, system });
  return browser ?? system ?? t("people:sessions.unknown");
}
