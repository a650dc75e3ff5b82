/** One event of a calendar file. */
export type CalendarEvent = {
  /** Of the occurrence, or of what happens once: with the host, it never changes. */
  id: string;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  title: string;
  description?: string | undefined;
  location?: string | undefined;
  position?: { latitude: number; longitude: number } | undefined;
  url?: string | undefined;
  /** Kept in the file, so that calendars take it away. */
  cancelled?: boolean | undefined;
};

export type CalendarFile = {
  name: string;
  /** Host name of the site: the second half of every UID. */
  host: string;
  lang: string;
  events: readonly CalendarEvent[];
};

/** How often calendars that follow the file come back. */
const refresh = "PT6H";

/** A calendar file (RFC 5545, RFC 7986): hours in UTC, so that it reads the same whatever zones a program knows. */
export function calendarFile({ name, host, lang, events }: CalendarFile): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Maillage//${text(host)}//${lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...events.flatMap((event) => eventLines(event, host)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent, host: string): string[] {
  const changed = instant(event.changedAt);
  const optional = (name: string, value: string | undefined) =>
    value ? [`${name}:${text(value)}`] : [];
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}@${host}`,
    // Of a published event, the stamp is its last revision: the same file twice is the same bytes.
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${instant(event.startsAt)}`,
    `DTEND:${instant(event.endsAt)}`,
    `SUMMARY:${text(event.title)}`,
    ...optional("DESCRIPTION", event.description),
    ...optional("LOCATION", event.location),
    ...(event.position
      ? [`GEO:${event.position.latitude.toFixed(6)};${event.position.longitude.toFixed(6)}`]
      : []),
    ...(event.url ? [`URL:${event.url.replace(/[\r\n]/g, "")}`] : []),
    `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

/** `20270328T160000Z`. */
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

/** A text as the format writes it; characters no calendar may hold are left out. */
const text = (value: string): string =>
  value
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

const widest = 75;

/** A line cut every 75 octets, never inside a letter; the space that begins what follows counts. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > widest) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
