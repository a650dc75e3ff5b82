import type { TextField } from "../codes.ts";

/** What an association says in another language: one text, who wrote it and when, and the French it was made from. */
export type Text = {
  lang: string;
  field: TextField;
  body: string;
  french: string;
  by: "association" | "agent";
  at: Date;
};

/** The French texts of a record; one that says nothing is null. */
export type French = Readonly<Record<TextField, string | null>>;

/** What the history keeps of a text: its words, and the French they were made from; of one that was there, its side and its moment. */
export type Worded = { text: string; french: string; by?: Text["by"]; at?: string };

/** A text as it was, to be put back. */
export const wordedOf = ({ body, french, by, at }: Text): Worded => ({
  text: body,
  french,
  by,
  at: at.toISOString(),
});

/** A text written, written again, or taken away (`now` is null). */
export type TextWrite = {
  lang: string;
  field: TextField;
  old: Worded | null;
  now: Worded | null;
};

/** Whether the French has changed since a text was made from it. */
export const mustBeReread = ({ field, french }: Text, now: French): boolean =>
  french !== (now[field] ?? "");

/** The languages of some texts that no longer say what the French says. */
export const languagesToReread = (texts: readonly Text[], now: French): string[] => [
  ...new Set(texts.filter((text) => mustBeReread(text, now)).map(({ lang }) => lang)),
];

/** The name of a text in a line of history: `text:ar:aims`. */
export const textKey = (lang: string, field: TextField): string => `text:${lang}:${field}`;

/** What such a name says, or nothing when it names something else. */
export function readTextKey(key: string): { lang: string; field: TextField } | undefined {
  const [, lang, field] = /^text:([a-z]+):(\w+)$/.exec(key) ?? [];
  return lang && field ? { lang, field: field as TextField } : undefined;
}

/** The texts of one language, by field, as a form shows and sends them. */
export type Typed = Readonly<Partial<Record<TextField, string | null>>>;
/** What the form was opened on: the texts, and the French beside them. */
export type Base = { texts: Typed; french: Typed };

/**
 * What really changes. A text left as it is while its French changed is written again: somebody read it beside the new
 * French. There is nothing to translate where the French says nothing.
 */
export function textWrites(
  lang: string,
  typed: Typed,
  { texts, now }: { texts: readonly Text[]; now: French },
): TextWrite[] {
  return (Object.keys(typed) as TextField[]).flatMap((field): TextWrite[] => {
    const known = texts.find((text) => text.lang === lang && text.field === field);
    const old = known ? wordedOf(known) : null;
    const text = typed[field];
    const french = now[field] ?? "";
    if (!text) return old ? [{ lang, field, old, now: null }] : [];
    if (old ? old.text === text && old.french === french : !french) return [];
    return [{ lang, field, old, now: { text, french } }];
  });
}
