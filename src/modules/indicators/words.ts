import type { Translate } from "../../platform/i18n/index.ts";
import type { IndicatorId } from "./ids.ts";

type Key<Id extends string> = Id extends `${infer A}.${infer B}` ? `${A}_${B}` : never;

/** A point separates keys in a catalogue: `I1.3` is written `I1_3` there. */
const key = (id: IndicatorId) => id.replace(".", "_") as Key<IndicatorId>;

/** What an indicator is called, in plain words. */
export const nameOf = (t: Translate, id: IndicatorId): string => t(`indicators:name.${key(id)}`);

/** What it counts, exactly. */
export const definitionOf = (t: Translate, id: IndicatorId): string =>
  t(`indicators:definition.${key(id)}`);
