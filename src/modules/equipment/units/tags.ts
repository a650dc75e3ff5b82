const word = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
const most = 100;

/** A tag as labels say it: "vp 01" is "VP-01". */
export const tagOf = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replace(/[\s_.]+/g, "-");

/**
 * Tags as people write them, by line or after a comma; "VP-01 à VP-05" is five of them. Nothing when one cannot be a tag, when one
 * comes twice, when there are too many (a hundred) or none.
 */
export function tagsTyped(typed: string): string[] | undefined {
  const tags = typed
    .split(/[\n,;]/)
    .filter((one) => one.trim() !== "")
    .flatMap((one) => runOf(one) ?? [tagOf(one)]);
  const right = tags.every((tag) => word.test(tag) && tag.length <= 24);
  return right && tags.length > 0 && tags.length <= most && new Set(tags).size === tags.length
    ? tags
    : undefined;
}

function runOf(typed: string): string[] | undefined {
  const [first, last, ...more] = typed.split(/\s(?:à|a|to|-|→)\s/i).map(tagOf);
  if (!first || !last || more.length) return undefined;
  const [, stem, from] = /^(.*?)(\d+)$/.exec(first) ?? [];
  const [, sameStem, to] = /^(.*?)(\d+)$/.exec(last) ?? [];
  if (from === undefined || to === undefined || stem !== sameStem) return undefined;
  const count = Number(to) - Number(from) + 1;
  if (count < 1 || count > most) return undefined;
  return Array.from(
    { length: count },
    (_, index) => `${stem}${String(Number(from) + index).padStart(from.length, "0")}`,
  );
}
