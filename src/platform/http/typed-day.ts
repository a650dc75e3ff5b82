/**
 * A day as people write it in a form, `12/09/2026`, `12 septembre 2026`, `samedi 1er août 2026`, or as a browser's own
 * calendar does, `2026-09-12`; gives `YYYY-MM-DD`, nothing when it is no day of the calendar between 1600 and 2099.
 */
export function dayTyped(typed: string): string | undefined {
  const text = typed.trim().replace(/\s+/g, " ").toLowerCase();
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const figures = /^(\d{1,2}) ?[/. -] ?(\d{1,2}) ?[/. -] ?(\d{4})$/.exec(text);
  if (figures) return dayOf(figures[3], figures[2], figures[1]);
  const words = /^(?:\p{L}+ )?(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})$/u.exec(text);
  return words ? dayOf(words[3], monthNamed(words[2] ?? ""), words[1]) : undefined;
}

function dayOf(year = "", month = "", day = ""): string | undefined {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!/^(1[6-9]|20)/.test(iso)) return undefined;
  // Some days that do not exist, as 30 February, are read as those that follow.
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

const months =
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" ");

/** The number of a month from its name or its first letters, if they are no other's. */
function monthNamed(word: string): string {
  const plain = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const meant = months.filter((month) => plain.length >= 3 && month.startsWith(plain));
  return meant.length === 1 ? String(months.indexOf(meant[0] ?? "") + 1) : "";
}
