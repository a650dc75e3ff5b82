import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Lang } from "../../../platform/i18n/index.ts";
import { queueMail } from "../../../platform/mail.ts";
import { momentWords } from "../../../ui/dates.ts";
import { writeLetter } from "../../../ui/index.ts";
import { activityUrls } from "../../activities/index.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { mailKind, type Tiding } from "../codes.ts";
import { aboutOpening, type About } from "../opening/about.ts";
import { openingById, type DatedOpening } from "../opening/queries.ts";
import { codeShown } from "../opening/rules.ts";
import { newLink } from "../record/links.ts";
import type { Registration } from "../record/queries.ts";
import { urls } from "../urls.ts";

/** What a letter is about: an act of theirs just noted, or tidings. */
export type Subject = Tiding | "made" | "waits" | "withdrawn";

/** What comes with it: the end of an offer, when a date takes place, the association's own word. */
export type Said = { moment?: Date | null; word?: string | null };

type Telling = Pick<House, "config" | "words">;

/**
 * Tells people: a mail to who left an address, a line in the association's list of calls for the others. Letters name nobody
 * and answer to nobody: they would come to the town hall.
 */
export async function tell(
  house: Telling,
  tx: Tx,
  registrations: readonly Registration[],
  subject: Subject,
  said: Said & { now: Date },
): Promise<void> {
  const abouts = new Map<string, About | undefined>();
  for (const one of registrations) {
    if (!one.email) {
      if (one.phone && isTiding(subject)) await toCall(tx, one.id, subject, said);
      continue;
    }
    const lang = one.lang as Lang;
    const key = `${one.openingId} ${lang}`;
    if (!abouts.has(key)) {
      const opening = await openingById(tx, one.openingId);
      abouts.set(key, opening && (await aboutIn(house, tx, opening, lang, said.now)));
    }
    const about = abouts.get(key);
    if (about) await mail(house, tx, { ...one, email: one.email }, about, subject, said);
  }
}

const own = ["made", "waits", "withdrawn"] as const;
const isTiding = (subject: Subject): subject is Tiding =>
  !(own as readonly string[]).includes(subject);

const aboutIn = (house: Telling, tx: Tx, opening: DatedOpening, lang: Lang, now: Date) =>
  aboutOpening({ tx, t: house.words(lang), lang, now }, opening);

/** Somebody to call, once for each thing to say. */
export async function toCall(
  tx: Tx,
  registrationId: string,
  what: Tiding | "mail_refused",
  { moment = null, word = null, now }: Said & { now: Date },
): Promise<void> {
  await tx
    .insertInto("registration_call")
    .values({ registration_id: registrationId, what, at_moment: moment, word, made_at: now })
    .execute();
}

async function mail(
  { config, words }: Telling,
  tx: Tx,
  one: Registration & { email: string },
  { opening, activity, when }: About,
  subject: Subject,
  { moment, word, now }: Said & { now: Date },
): Promise<void> {
  const { rows } = await sql<{ id: number }>`select current_commune() as id`.execute(tx);
  const communeId = rows[0]?.id ?? 0;
  const tenant = await tenantOf(tx, communeId, now);
  const origin = await originOfCommune(tx, communeId, config);
  const lang = one.lang as Lang;
  const t = words(lang);
  const href = (path: string) => origin + (lang === "fr" ? path : `/${lang}${path}`);
  const title = activity.fields.title;
  const at = moment ? momentWords(lang, moment, true) : "";
  const link = await newLink(tx, one.id, now);
  const letter = writeLetter({
    t,
    lang,
    siteName: tenant.view.siteName,
    subject: t(`registrations:mail.${subject}.subject`, { title }),
    greeting: t("registrations:mail.hello"),
    paragraphs: [
      t(`registrations:mail.${subject}.words`, {
        title,
        at,
        count: one.quantity,
        place: one.place ?? 1,
      }),
      [activity.association.name, ...when].join("\n"),
      ...(word ? [t("registrations:mail.word", { word })] : []),
      ...(subject === "made" && opening.message ? [opening.message] : []),
    ],
    action: {
      words: t(subject === "offered" ? "registrations:mail.answer" : "registrations:mail.see"),
      url: href(urls.own(link)),
    },
    after: [
      ...(one.code ? [t("registrations:mail.code", { code: codeShown(one.code) })] : []),
      t("registrations:mail.noReply", { url: href(activityUrls.activity(activity.slug)) }),
    ],
    signature: [activity.association.name, tenant.view.siteName],
  });
  await queueMail(tx, { kind: mailKind, to: one.email, ...letter });
}
