/** Elements that never close. */
const empty = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "use"]);

/** What of an element decides its look and its role: its name, classes, role, type and state. */
function partOf(name: string, attributes: string): string {
  const kept = [
    ...attributes.matchAll(/\s(class|role|type|aria-current|disabled)(?:="([^"]*)")?/g),
  ];
  return [name, ...kept.map(([, key, value]) => `${key}=${value ?? ""}`).sort()].join(" ");
}

/**
 * The pieces of a page, each in its setting: an element, its parent and its grandparent, without their words.
 * Two pages made of the same pieces in the same settings look and speak alike. Expects valid HTML.
 */
export function piecesOf(html: string): Set<string> {
  const found = new Set<string>();
  const open: string[] = [];
  for (const [, close, name = "", attributes = "", alone] of html.matchAll(
    /<(\/)?([a-z][\w-]*)((?:\s[^<>"]*(?:"[^"]*")?)*?)(\/)?>/gi,
  )) {
    if (close) {
      open.pop();
      continue;
    }
    const part = partOf(name.toLowerCase(), attributes);
    found.add([...open.slice(-2), part].join(" > "));
    if (!alone && !empty.has(name.toLowerCase())) open.push(part);
  }
  return found;
}
