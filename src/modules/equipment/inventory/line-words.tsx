import type { ComponentChildren } from "preact";
import { euros } from "../../../ui/money.ts";
import { longDay } from "../../../ui/dates.ts";
import type { View } from "../../../ui/index.ts";
import { unitStates } from "../codes.ts";
import type { CellProblem } from "./cells.ts";
import type { Change } from "./differences.ts";
import type { Planned, StaysPut } from "./planned.ts";

/** A cell that could not be read: which, what it says, what to write instead. */
export const problemWords = ({ t }: View, { target, problem, value }: CellProblem): string =>
  t(`inventory:cell.${problem}`, { column: t(`inventory:column.${target}`), value });

const shownTags = 3;

/** The first tags, and how many more. */
export function tagsWords({ t }: View, tags: readonly string[]): string {
  const more = tags.length - shownTags;
  const [first, last] = [tags[0] ?? "", tags.at(-1) ?? ""];
  return more > 0 ? t("inventory:line.tags", { first, last, count: tags.length }) : tags.join(", ");
}

function valueWords(view: View, field: Change["field"], value: string | null): string {
  if (!value) return view.t("inventory:line.nothing");
  const state = field === "state" ? unitStates.find((one) => one === value) : undefined;
  if (state) return view.t(`lending:unit.${state}`);
  return field === "acquiredOn" ? longDay(view.lang, value) : value;
}

const staying = {
  is_out: "inventory:line.isOut",
  set_aside: "inventory:line.setAside",
  promised: "inventory:line.promised",
} as const satisfies Record<StaysPut, string>;

/** What a line does and why, in sentences. */
export function whyWords(view: View, planned: Planned): string[] {
  const { t } = view;
  const { outcome, unit, already } = planned;
  const changes = planned.changes.map((change) =>
    t(outcome === "conflict" ? "inventory:line.clash" : "inventory:line.change", {
      field: t(`inventory:field.${change.field}`),
      here: valueWords(view, change.field, change.here),
      there: valueWords(view, change.field, change.there),
    }),
  );
  const kept = planned.kept.map(({ what, here, there }) =>
    what === "price"
      ? t("inventory:line.keptPrice", {
          here: here === "" ? t("inventory:line.nothing") : euros(view.lang, Number(here) / 100),
          there: euros(view.lang, Number(there) / 100),
        })
      : t(`inventory:line.${what === "place" ? "keptPlace" : "keptChanged"}`, { here, there }),
  );
  return [
    ...planned.problems.map((problem) => problemWords(view, problem)),
    ...(planned.refusal === "other_model"
      ? [t("inventory:line.otherModel", { name: unit?.modelName ?? "" })]
      : []),
    ...(planned.refusal && planned.refusal in staying
      ? [t(staying[planned.refusal as StaysPut], { tag: unit?.tag ?? "", place: unit?.placeName ?? "" })] // prettier-ignore
      : []),
    ...(planned.refusal === "same_line" ? [t("inventory:line.sameLine")] : []),
    ...(outcome === "added" && planned.where && !planned.where.modelId
      ? [t("inventory:line.newModel")]
      : []),
    ...(already > 0 ? [t("inventory:line.already", { count: already })] : []),
    ...(planned.move && unit
      ? [t("inventory:line.move", { here: unit.placeName, there: planned.move.name })]
      : []),
    ...changes,
    ...kept,
  ];
}

export function Several({ words }: { words: readonly string[] }): ComponentChildren {
  if (words.length < 2) return <>{words[0] ?? ""}</>;
  return (
    <ul class="plain">
      {words.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}
