import { render } from "preact-render-to-string";
import { directionOf, localeOf, type Translate } from "../platform/i18n/index.ts";

/** A plain letter: paragraphs, at most one action, the name of the person who follows the association. */
export type Letter = {
  t: Translate;
  lang: string;
  /** Name of the site, at the top. */
  siteName: string;
  subject: string;
  greeting?: string | undefined;
  paragraphs: readonly string[];
  action?: Action | undefined;
  /** Several things, each with its own words and its own action: in place of the one action. */
  items?: readonly LetterItem[];
  /** Said after the action: how long the link lives, what to do if one did not ask. */
  after?: readonly string[];
  /** How to receive no more such mails, on the last line before the signature. */
  stop?: Action;
  /** The référent, or the service when there is none: name, then role, phone, one by line. */
  signature: readonly string[];
};

type Action = { words: string; url: string };
export type LetterItem = { title: string; lines: readonly string[]; action: Action };

/** What the post office sends: the text says everything, the HTML says the same. */
export type WrittenLetter = { subject: string; text: string; html: string };

/** Writes a letter in text and in simple HTML. */
export function writeLetter(letter: Letter): WrittenLetter {
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter) };
}

function textOf({ t, ...letter }: Letter): string {
  const { greeting, paragraphs, action, items = [], after = [], stop, signature } = letter;
  const parts = [
    ...(greeting ? [greeting] : []),
    ...paragraphs,
    ...(action ? [`${t("ui:mail.action", { words: action.words })}\n${action.url}`] : []),
    ...items.map((item) =>
      [
        item.title.toUpperCase(),
        ...item.lines,
        t("ui:mail.action", { words: item.action.words }),
        item.action.url,
      ].join("\n"),
    ),
    ...after,
    ...(stop ? [`${stop.words}\n${stop.url}`] : []),
    [t("ui:mail.sign"), ...signature].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

// Mail programs ignore our stylesheet and custom properties: a short one of its own, colours that read well anywhere.
const style = `body{margin:0;padding:24px 16px;background:#fbf8f2;color:#211f1b;font:18px/1.55 Arial,sans-serif}
main{max-width:560px;margin:0 auto}
.site{font-size:18px;margin:0 0 18px;font-weight:bold;color:#14495a;border-bottom:3px solid #d2482b;padding-bottom:12px}
.do{display:inline-block;padding:12px 24px;border-radius:10px;background:#14495a;color:#ffffff;font-weight:bold;text-decoration:none}
.item{border:1px solid #d9d2c3;border-radius:10px;padding:4px 20px;margin:16px 0;background:#ffffff}
.small{font-size:16px;color:#575248;word-break:break-all}`;

function htmlOf(letter: Letter): string {
  const { t, action } = letter;
  return `<!doctype html>${render(
    <html lang={localeOf(letter.lang)} dir={directionOf(letter.lang)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1 class="site">{letter.siteName}</h1>
          {letter.greeting && <p>{letter.greeting}</p>}
          {letter.paragraphs.map((words) => (
            <p>{words}</p>
          ))}
          {action && (
            <>
              <p>
                <a class="do" href={action.url}>
                  {action.words}
                </a>
              </p>
              <p class="small">
                {t("ui:mail.link")}
                <br />
                {action.url}
              </p>
            </>
          )}
          {letter.items?.map((item) => (
            <div class="item">
              <p>
                <strong>{item.title}</strong>
              </p>
              {item.lines.map((words) => (
                <p>{words}</p>
              ))}
              <p>
                <a class="do" href={item.action.url}>
                  {item.action.words}
                </a>
              </p>
            </div>
          ))}
          {letter.after?.map((words) => (
            <p>{words}</p>
          ))}
          {letter.stop && (
            <p>
              <a href={letter.stop.url}>{letter.stop.words}</a>
            </p>
          )}
          <p>
            {t("ui:mail.sign")}
            {letter.signature.map((line) => (
              <>
                <br />
                {line}
              </>
            ))}
          </p>
        </main>
      </body>
    </html>,
  )}`;
}
