import type { Kit } from "./queries.ts";
import type { Held } from "./standard.ts";

/** One thing of a kit: how many it has, how many the association has, is promised, and lacks. */
export type CountedLine = Kit["lines"][number] & { had: number; coming: number; lacks: number };

/** A kit for one association. */
export type KitFor = {
  kit: Kit;
  /** The commune said it is its standard kit. */
  standard: boolean;
  /** The tools it lacks that this kit answers. */
  answers: readonly string[];
  lines: readonly CountedLine[];
};

/** The kits an association is told of: its standard one first, then those shown that answer a tool it lacks. */
export function kitsFor(
  kits: readonly Kit[],
  of: { standardId: string | undefined; lacks: readonly string[]; held: readonly Held[] },
): KitFor[] {
  return kits
    .map((kit) => ({
      kit,
      standard: kit.id === of.standardId,
      answers: kit.tools.filter((tool) => of.lacks.includes(tool)),
      lines: countedOf(kit, of.held),
    }))
    .filter(({ kit, standard, answers }) => standard || (kit.shown && answers.length > 0))
    .toSorted((a, b) => Number(b.standard) - Number(a.standard));
}

/** What a kit holds, and how much of it is had, promised and lacking. */
export function countedOf({ lines }: Pick<Kit, "lines">, held: readonly Held[]): CountedLine[] {
  const of = new Map(held.map((one) => [one.modelId, one]));
  return lines.map((line) => {
    const { had = 0, coming = 0 } = of.get(line.modelId) ?? {};
    return { ...line, had, coming, lacks: Math.max(0, line.quantity - had - coming) };
  });
}

/** Whether an association has all of a kit now, and not only its promise. */
export const wholeOf = ({ lines }: Pick<KitFor, "lines">): boolean =>
  lines.length > 0 && lines.every(({ had, quantity }) => had >= quantity);

/** What it lacks of a kit, as lines of a smaller kit. */
export const lackingOf = ({ lines }: Pick<KitFor, "lines">): Kit["lines"] =>
  lines.flatMap(({ modelId, name, lacks }) => (lacks ? [{ modelId, name, quantity: lacks }] : []));
