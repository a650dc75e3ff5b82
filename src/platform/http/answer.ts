/** What a handler answers, before it becomes bytes: a value, so that it can be cached and tested. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array | ReadableStream<Uint8Array> | undefined;
  /** What is answered instead, made once the transaction is over. */
  later?: () => Promise<Answer>;
};

/** Slow work on what was read, a printing: done when the database has been left, so that it keeps no connection. */
export const afterwards = (later: () => Promise<Answer>): Answer => ({
  status: 200,
  headers: {},
  body: undefined,
  later,
});

/** A whole HTML document. */
export const page = (body: string, status = 200): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body,
});

/** After a successful act: 303 to a page, with an optional notice shown once (`associations.saved` reads `associations:notice.saved`). */
export function redirect(path: string, notice?: string): Answer {
  const [before = "", hash] = path.split("#");
  const noted = notice ? `${before}${before.includes("?") ? "&" : "?"}fait=${notice}` : before;
  return { status: 303, headers: { location: hash ? `${noted}#${hash}` : noted }, body: undefined };
}

/** A file to download under a name, or to show in place when `inline`. */
export const file = (
  body: string | Uint8Array | ReadableStream<Uint8Array>,
  type: string,
  name: string,
  inline = false,
): Answer => ({
  status: 200,
  headers: {
    "content-type": type,
    "content-disposition": `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`,
  },
  body,
});

/** A value for a program. */
export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

/** Thrown by `requireX` when what the address names is not found: becomes the 404 page. */
export class NotFound extends Error {}

/** Answered by a handler when the address names nothing here. */
export const notFound = (): never => {
  throw new NotFound();
};

/** Thrown when a person may not do what they ask: becomes the 403 page. */
export class Forbidden extends Error {}
