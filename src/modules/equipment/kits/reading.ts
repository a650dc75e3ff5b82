import { z } from "zod";
import { say, shape, type Problem, type Typed } from "../../../platform/http/form.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { longest } from "../codes.ts";
import { ticked, whole } from "../reading.ts";
import type { Kit, KitFields } from "./queries.ts";

const schema = z.object({
  name: z.string().min(1, say("keeping:problem.kitName")).max(longest.name, say("lending:problem.long")), // prettier-ignore
  purpose: z
    .string()
    .min(1, say("lending:problem.purpose"))
    .max(longest.purpose, say("lending:problem.long")),
  forSupportPoints: ticked,
  shown: ticked,
});

/** The field that says how many of a model. */
export const countField = (modelId: string): string => `n_${modelId}`;

const count = whole(0, 500);

/** A kit as it is typed: the tools it answers, how many of each model, none or nothing for those it has not. */
export function kitRead(
  t: Translate,
  form: Typed,
  models: readonly { id: string }[],
  tools: readonly { code: string }[],
): { value: KitFields } | { problems: readonly Problem[] } {
  const read = shape(t, schema, form, ["name", "purpose", "forSupportPoints", "shown"]);
  const counts = models.map(({ id }) => ({ modelId: id, ...count.safeParse(form.get(countField(id))) })); // prettier-ignore
  const wrong = counts.filter(({ success }) => !success);
  const lines = counts.flatMap(({ modelId, data }) => (data ? [{ modelId, quantity: data }] : []));
  const problems: Problem[] = [
    ...("problems" in read ? read.problems : []),
    ...wrong.map(({ modelId }) => ({
      field: countField(modelId),
      sentence: t("lending:problem.number"),
    })),
    ...(lines.length || wrong.length || !models[0]
      ? []
      : [{ field: countField(models[0].id), sentence: t("keeping:problem.kitEmpty") }]),
  ];
  return problems.length || "problems" in read
    ? { problems }
    : { value: { ...read.value, tools: toolsIn(form, tools), lines } };
}

const toolsIn = (form: Typed, tools: readonly { code: string }[]): string[] =>
  tools.map(({ code }) => code).filter((code) => form.all("tools").includes(code));

/** A kit as it was typed. */
export const kitTyped = (kit: Kit): Record<string, string | readonly string[]> => ({
  name: kit.name,
  purpose: kit.purpose,
  forSupportPoints: kit.forSupportPoints ? "on" : "",
  tools: kit.tools,
  shown: kit.shown ? "on" : "",
  ...Object.fromEntries(
    kit.lines.map(({ modelId, quantity }) => [countField(modelId), String(quantity)]),
  ),
});
