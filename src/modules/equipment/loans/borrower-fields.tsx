import type { Ask } from "../../../platform/http/ask.ts";
import type { Problem } from "../../../platform/http/form.ts";
import { associationNamed } from "../../associations/index.ts";
import { TextField, type FormState, type View } from "../../../ui/index.ts";
import type { Asked } from "./ask.ts";

/** Who borrows, when an agent writes it: an association by its name or number, or a service of the town hall. */
export function BorrowerFields({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  const of = { view, form };
  return (
    <>
      <TextField
        {...of}
        name="association"
        label={t("custody:borrower.association")}
        hint={t("custody:borrower.associationHint")}
        optional
      />
      <TextField
        {...of}
        name="service"
        label={t("custody:borrower.service")}
        hint={t("custody:borrower.serviceHint")}
        maxLength={80}
        optional
      />
    </>
  );
}

/** Who was written, or what is wrong: nobody, both, or a name that is none or several. */
export async function readBorrower(
  ask: Ask,
): Promise<{ borrower: Asked["borrower"] } | { problem: Problem }> {
  const [named, service] = [ask.form.get("association"), ask.form.get("service").slice(0, 80)];
  const wrong = (key: "both" | "nobody" | "unknown") => ({
    problem: { field: "association", sentence: ask.t(`custody:problem.${key}`) },
  });
  if (named && service) return wrong("both");
  if (service) return { borrower: { service } };
  if (!named) return wrong("nobody");
  const associationId = await associationNamed(ask.tx, named);
  return associationId ? { borrower: { associationId } } : wrong("unknown");
}
