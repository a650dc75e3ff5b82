import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";
import type { SupportLine } from "./queries.ts";
import { supportKinds, type SupportKind } from "./rules.ts";
import type { SaidSupport } from "./write.ts";

/** A kind of support in words. */
export const kindWords = (t: Translate, kind: SupportKind): string => t(`support:kind.${kind}`);

/** A support in a line of history: what it was before, what it is now. */
export function supportTold(
  view: View,
  key: string,
  old: unknown,
  now: unknown,
): { field: string; old: string; now: string } | undefined {
  if (key !== "support") return undefined;
  const { t, lang } = view;
  const words = (one: unknown) => {
    const said = one as SaidSupport | null;
    return said && supportKinds.includes(said.kind)
      ? `${kindWords(t, said.kind)}, ${longDay(lang, said.day)}`
      : t("registry:history.nothing");
  };
  return { field: t("support:told"), old: words(old), now: words(now) };
}

/** "Visite, le 3 mars 2026, par Camille": what one line of a list says first. */
export const headOf = ({ t, lang }: View, { kind, day, by }: SupportLine): string =>
  t(by ? "support:headBy" : "support:head", {
    kind: kindWords(t, kind),
    day: longDay(lang, day),
    name: by ?? "",
  });
