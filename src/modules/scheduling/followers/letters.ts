import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Lang, Translate } from "../../../platform/i18n/index.ts";
import { queueMail } from "../../../platform/mail.ts";
import { longDay } from "../../../ui/dates.ts";
import { writeLetter } from "../../../ui/index.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { schedulingUrls } from "../urls.ts";
import { hoursWords, patternWords } from "../words.ts";
import type { Pattern } from "../series/pattern.ts";
import type { Followable } from "./followable.ts";
import { newLink, type Follower } from "./queries.ts";
import type { News, Tiding, When } from "./rules.ts";

/** What mails of this kind are, in the outbox. */
export const mailKind = "dates_followed";

/** What a letter is about: to confirm, followed already, what changed, or that it is over. */
export type Subject =
  | { kind: "confirm" | "already" | "ended" }
  | {
      kind: "news";
      news: News;
      pattern: Pattern;
      next: readonly (When & { cancelled: boolean })[];
    };

export type Post = { house: Pick<House, "config" | "words">; tx: Tx; communeId: number; now: Date };

/** Writes to those who follow, each in the language they asked in; each letter has the link that stops them. */
export async function writeTo(
  post: Post,
  followers: readonly Follower[],
  about: Followable,
  subject: Subject,
): Promise<void> {
  const { house, tx, communeId, now } = post;
  const { view } = await tenantOf(tx, communeId, now);
  const site = { name: view.siteName, origin: await originOfCommune(tx, communeId, house.config) };
  for (const one of followers) await writeOne(post, one, about, subject, site);
}

async function writeOne(
  { house, tx }: Post,
  one: Follower,
  about: Followable,
  subject: Subject,
  { name: siteName, origin }: { name: string; origin: string },
): Promise<void> {
  const { lang } = one;
  const t = house.words(lang);
  const href = (path: string) => origin + (lang === "fr" ? path : `/${lang}${path}`);
  const link = href(schedulingUrls.followed(await newLink(tx, one.id)));
  const title = about.title(t);
  const toConfirm = subject.kind === "confirm";
  const letter = writeLetter({
    t,
    lang,
    siteName,
    subject: t(`followers:mail.${subject.kind}.subject`, { title }),
    greeting: t("followers:mail.hello"),
    paragraphs: [
      t(`followers:mail.${subject.kind}.words`, { title }),
      ...(subject.kind === "news" ? newsWords(t, lang, subject) : []),
      ...(about.place ? [about.place] : []),
    ],
    action: toConfirm
      ? { words: t("followers:mail.confirm.do"), url: link }
      : { words: t("followers:mail.see"), url: href(about.path) },
    after: toConfirm ? [t("followers:mail.confirm.ignore")] : [],
    ...(subject.kind === "news" || subject.kind === "already"
      ? { stop: { words: t("followers:mail.stop"), url: link } }
      : {}),
    signature: [siteName],
  });
  const stop = subject.kind === "news" ? { unsubscribeUrl: link } : {};
  await queueMail(tx, { kind: mailKind, to: one.email, ...letter, ...stop });
}

/** What changed, a paragraph a thing. */
function newsWords(
  t: Translate,
  lang: Lang,
  { news, pattern, next }: Extract<Subject, { kind: "news" }>,
): string[] {
  if (!news.hours) return news.tidings.map((one) => tidingWords(t, lang, one));
  const dates = next.map(
    (one) =>
      `- ${whenWords(t, lang, one)}${one.cancelled ? ` (${t("followers:mail.isCancelled")})` : ""}`,
  );
  return [
    t("followers:mail.hours", { words: patternWords(t, lang, pattern) }),
    [t(dates.length ? "followers:mail.next" : "followers:mail.none"), ...dates].join("\n"),
  ];
}

const tidingWords = (t: Translate, lang: Lang, { what, at, before, notice }: Tiding): string =>
  [
    before
      ? t("followers:mail.movedFrom", {
          when: whenWords(t, lang, at),
          before: whenWords(t, lang, before),
        })
      : t(`followers:mail.${what}`, { when: whenWords(t, lang, at) }),
    ...(notice ? [t("followers:mail.word", { word: notice })] : []),
  ].join("\n");

const whenWords = (t: Translate, lang: Lang, at: When): string =>
  `${longDay(lang, at.day, true)}, ${hoursWords(t, lang, at)}`;
