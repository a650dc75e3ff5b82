import type { Rhythm, Weekday } from "../../modules/scheduling/index.ts";

export type ToldHours = { rhythm: Rhythm; startMinute: number; durationMinutes: number };

const dayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const weekdays: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const nths: Record<string, 1 | 2 | 3 | -1> = { premier: 1, deuxième: 2, troisième: 3, dernier: -1 };
const hour = String.raw`(\d{1,2}) h(?: (\d{2}))?`;
const group = new RegExp(
  String.raw`le (?:(premier|deuxième|troisième|dernier) )?((?:${dayNames.join("|")}|le |et |, )+)(?: ?du mois)? ?(?:de ${hour} à ${hour}|à ${hour})`,
  "gi",
);
/** How long an invented session lasts when only its beginning is told. */
const usual = 90;

/** The regular hours an invented schedule tells: "Le mardi et le jeudi de 18 h à 19 h 30", "Le deuxième samedi du mois à 15 h". */
export function toldHours(when: string | undefined): ToldHours[] {
  const told = (when ?? "").replaceAll(/\s/g, " ");
  if (/bureau ouvert|studio ouvert|permanence|réunion/i.test(told)) return [];
  return [...told.matchAll(group)].flatMap((read) => {
    const days = dayNames.flatMap((name, n) =>
      (read[2] ?? "").includes(name) ? [weekdays[n] as Weekday] : [],
    );
    const start = minute(read[3] ?? read[7], read[4] ?? read[8]);
    const duration = read[5] ? minute(read[5], read[6]) - start : usual;
    const [day] = days;
    const nth = nths[(read[1] ?? "").toLowerCase()];
    if (!day || duration < 15) return [];
    const rhythm: Rhythm = nth
      ? { kind: "monthly", on: [{ rank: nth, day }] }
      : { kind: "weekly", every: 1, days };
    return [{ rhythm, startMinute: start, durationMinutes: duration }];
  });
}

const minute = (hours: string | undefined, rest: string | undefined): number =>
  Number(hours) * 60 + Number(rest ?? 0);
