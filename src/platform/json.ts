/** What a text says in JSON; undefined when it is no JSON. For words from outside, checked by a schema after. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
