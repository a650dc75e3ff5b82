/** A day in full, in the language of the page: `2026-11-03` is "mardi 3 novembre 2026" with `weekday`, "3 novembre 2026" without. */
export function longDay(lang: string, day: string, weekday = false): string {
  const words = new Date(`${day}T12:00:00Z`).toLocaleDateString(lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
    ...(weekday ? { weekday: "long" } : {}),
  });
  // French says "1er août"; the list of the runtime says "1 août".
  return lang === "fr" ? words.replace(/(^|\s)1 /, "$11er ") : words;
}
