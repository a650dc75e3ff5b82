import type { Problem, Typed } from "../../platform/http/form.ts";
import type { FormState } from "../../ui/index.ts";

/** What was typed and what is wrong, as the form shows it again. */
export const stateOf = (
  form: Typed,
  fields: readonly string[],
  problems: readonly Problem[],
  lists: readonly string[] = [],
): FormState => ({
  values: Object.fromEntries([
    ...fields.map((field) => [field, form.get(field)] as const),
    ...lists.map((list) => [list, form.all(list)] as const),
  ]),
  errors: Object.fromEntries(problems.map(({ field, sentence }) => [field, sentence])),
});
