import type { MatchReason, Verdict } from "./match.ts";

/** The first line of a group leads it, whichever was recognised first: the same words win each time the file comes. */
export function firstLinesLead(verdicts: readonly Verdict[]): Verdict[] {
  const groups = new Map<number, Verdict[]>();
  for (const verdict of verdicts) {
    const leader = verdict.to === "leader" ? verdict.leader : verdict.line;
    groups.set(leader, [...(groups.get(leader) ?? []), verdict]);
  }
  const led = new Map<number, Verdict>();
  for (const [leader, group] of groups) {
    const head = group.find((one) => one.line === leader);
    const said = group.filter((one) => one === head || !("by" in one && one.by === "former"));
    const first = Math.min(...said.map((one) => one.line));
    if (!head || first === leader) continue;
    const by = head.to === "new" ? "siren" : head.by;
    led.set(first, { ...head, line: first, taken: [...new Set(said.flatMap((one) => one.taken))] });
    for (const { line } of group)
      if (line !== first)
        led.set(line, {
          line,
          taken: [],
          to: "leader",
          leader: first,
          by: reasonOf(group, line) ?? by,
        });
  }
  return verdicts.map((verdict) => led.get(verdict.line) ?? verdict);
}

const reasonOf = (group: readonly Verdict[], line: number): MatchReason | undefined => {
  const own = group.find((one) => one.line === line);
  return own && "by" in own ? own.by : undefined;
};
