import { Button, Icon, RadioGroup, type View } from "../../../ui/index.ts";
import { bulkActs } from "./bulk-rules.ts";

const choiceId = "plusieurs";

/** As soon as a record is ticked, at the foot of the screen: the way to what is far below. Nothing but a link. */
export const BulkBar = ({ view }: { view: View }) => (
  <p class="bulk-bar not-paper">
    <a class="btn" href={`#${choiceId}`}>
      <Icon name="next" />
      {view.t("registry:bulk.bar")}
    </a>
  </p>
);

/** Under the table: what to do of the ticked records, or of all those the filters keep. */
export function BulkChoice({ view, count }: { view: View; count: number }) {
  const { t } = view;
  const field = { view, form: { values: { scope: "cochees" }, errors: {} } };
  return (
    <div class="card flow push not-paper" id={choiceId} tabIndex={-1}>
      <h2>{t("registry:bulk.title")}</h2>
      <RadioGroup
        {...field}
        name="scope"
        label={t("registry:bulk.scope")}
        options={[
          { value: "cochees", label: t("registry:bulk.ticked") },
          { value: "toutes", label: t("registry:bulk.filtered", { count }) },
        ]}
      />
      <RadioGroup
        {...field}
        name="act"
        label={t("registry:bulk.legend")}
        options={bulkActs.map((value) => ({ value, label: t(`registry:bulk.act.${value}`) }))}
      />
      <Button kind="secondary">{t("registry:bulk.next")}</Button>
    </div>
  );
}
