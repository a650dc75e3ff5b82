import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Lang } from "../../../platform/i18n/index.ts";
import { queueMail } from "../../../platform/mail.ts";
import { longDay, momentWords } from "../../../ui/dates.ts";
import { writeLetter, type View } from "../../../ui/index.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { hashToken, newToken } from "../../people/index.ts";
import { dayIn, hoursWords, minuteIn } from "../../scheduling/index.ts";
import { mailKind } from "../codes.ts";
import type { ResourcePlace } from "../record/queries.ts";
import { urls } from "../urls.ts";
import type { Booking } from "./queries.ts";
import type { Asked } from "./rules.ts";

/** A time booked, as people say it: "vendredi 27 novembre 2026, de 9 h à 11 h". */
export function timeWords({ t, lang }: Pick<View, "t" | "lang">, zone: string, at: Asked): string {
  const [from, until] = [minuteIn(zone, at.from), minuteIn(zone, at.until)];
  // On the clock, not in hours that passed: the night it changes, they differ.
  const over = dayIn(zone, at.from) === dayIn(zone, at.until) ? 0 : 1440;
  const hours = { startMinute: from, durationMinutes: until + over - from };
  return `${longDay(lang, at.from, true)}, ${hoursWords(t, lang, hours)}`;
}

export type Subject =
  | "made"
  | "cancelled"
  | "outside"
  | "waits"
  | "offered"
  | "unanswered"
  | "late"
  | "unlisted"
  | "withdrawn";

/** After these, the link of the booking is of no use any more. */
const ends: readonly Subject[] = ["cancelled", "unanswered", "late", "unlisted", "withdrawn"];

/** Writes to who booked, if they left an address; the letter names nobody. Says whether it could. */
export async function tellBooking(
  house: Pick<House, "config" | "words">,
  tx: Tx,
  place: ResourcePlace,
  one: Booking,
  zone: string,
  subject: Subject,
  now: Date,
): Promise<boolean> {
  if (!one.email) return false;
  const { rows } = await sql<{ id: number }>`select current_commune() as id`.execute(tx);
  const communeId = rows[0]?.id ?? 0;
  const tenant = await tenantOf(tx, communeId, now);
  const origin = await originOfCommune(tx, communeId, house.config);
  const lang = one.lang as Lang;
  const t = house.words(lang);
  const href = (path: string) => origin + (lang === "fr" ? path : `/${lang}${path}`);
  const values = {
    what: one.bookable,
    place: place.name,
    when: timeWords({ t, lang }, zone, one),
    until: one.offeredUntil ? momentWords(lang, one.offeredUntil, true) : "",
  };
  const letter = writeLetter({
    t,
    lang,
    siteName: tenant.view.siteName,
    subject: t(`resource-places:mail.${subject}.subject`, values),
    greeting: t("resource-places:mail.hello"),
    paragraphs: [
      t(`resource-places:mail.${subject}.words`, values),
      [place.name, place.place.address].filter(Boolean).join("\n"),
    ],
    action: ends.includes(subject)
      ? { words: t("resource-places:mail.again"), url: href(urls.one(place.slug)) }
      : {
          words: t(
            subject === "offered" ? "resource-places:mail.answer" : "resource-places:mail.see",
          ),
          url: href(urls.own(await newLink(tx, one.id))),
        },
    signature: [place.name, tenant.view.siteName],
  });
  await queueMail(tx, { kind: mailKind, to: one.email, ...letter });
  return true;
}

/** Makes one more link that opens a booking; gives its secret. Only the hash is kept. */
async function newLink(tx: Tx, bookingId: string): Promise<string> {
  const token = newToken();
  await tx
    .updateTable("booking")
    .set({ links: sql`links || array[${hashToken(token)}]` })
    .where("booking_id", "=", bookingId)
    .execute();
  return token;
}
