/** One thing new or changed. */
export type Entry = {
  id: string;
  title: string;
  url: string;
  summary: string;
  category: string;
  published: Date;
  updated: Date;
  picture?: { url: string; bytes: number } | undefined;
};

export type AtomFeed = {
  title: string;
  subtitle: string;
  author: string;
  rights: string;
  /** Its own address, which is its identity too, and that of the page people read. */
  self: string;
  page: string;
  updated: Date;
  entries: readonly Entry[];
};

/** An Atom feed (RFC 4287). */
export function atomOf(feed: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<id>${text(feed.self)}</id>`,
    `<title>${text(feed.title)}</title>`,
    `<subtitle>${text(feed.subtitle)}</subtitle>`,
    `<updated>${feed.updated.toISOString()}</updated>`,
    `<author><name>${text(feed.author)}</name></author>`,
    `<rights>${text(feed.rights)}</rights>`,
    `<link rel="self" type="application/atom+xml" href="${text(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(feed.page)}"/>`,
    ...feed.entries.map(entryLines),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

const entryLines = (entry: Entry): string =>
  [
    "<entry>",
    `<id>urn:uuid:${entry.id}</id>`,
    `<title>${text(entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${text(entry.url)}"/>`,
    ...(entry.picture
      ? [
          `<link rel="enclosure" type="image/webp" length="${entry.picture.bytes}" href="${text(entry.picture.url)}"/>`,
        ]
      : []),
    `<published>${entry.published.toISOString()}</published>`,
    `<updated>${entry.updated.toISOString()}</updated>`,
    `<category term="${text(entry.category)}"/>`,
    `<summary>${text(entry.summary)}</summary>`,
    "</entry>",
  ].join("\n");

/** A text as XML holds it; characters no document may hold are left out. */
const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
