import {
  ActionForm,
  Actions,
  Breadcrumb,
  Button,
  ButtonLink,
  deskPage,
  Form,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { upkeepUrls, urls } from "../urls.ts";
import { upkeepTrail } from "./pages.tsx";
import type { Plan } from "./queries.ts";

export type PlanSeen = {
  plan: Plan | undefined;
  model: { id: string; name: string };
  form: FormState;
};

/** What is done to the units of a model, and how often. */
export function planPage(view: View, { plan, model, form }: PlanSeen): string {
  const { t, href } = view;
  const title = plan?.task ?? t("keeping:upkeep.add");
  const of = { view, form };
  const rhythm = { ...of, inputmode: "numeric" as const, short: true, optional: true };
  return deskPage(
    view,
    { title, section: urls.desk, main: "text", wrong: Object.keys(form.errors).length > 0 },
    <>
      <Breadcrumb
        view={view}
        trail={[...upkeepTrail(view), { words: t("keeping:upkeep.title"), path: upkeepUrls.due }]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="soft">{model.name}</p>
      <Form {...of} action={href(plan ? upkeepUrls.plan(plan.id) : upkeepUrls.addPlan(model.id))}>
        <TextField
          {...of}
          name="task"
          label={t("keeping:upkeep.what")}
          hint={t("keeping:upkeep.whatHint")}
          maxLength={200}
        />
        <TextField
          {...rhythm}
          name="eachDays"
          label={t("keeping:upkeep.days")}
          hint={t("keeping:upkeep.daysHint")}
        />
        <TextField
          {...rhythm}
          name="eachLoans"
          label={t("keeping:upkeep.loans")}
          hint={t("keeping:upkeep.loansHint")}
        />
        <Actions>
          <Button icon="done">{t("lending:save")}</Button>
          <ButtonLink kind="quiet" href={href(urls.deskModel(model.id))}>
            {t("lending:back")}
          </ButtonLink>
        </Actions>
      </Form>
      {plan && (
        <ActionForm view={view} action={href(upkeepUrls.ending(plan.id))} kind="quiet" icon="close">
          {t("keeping:upkeep.end")}
        </ActionForm>
      )}
    </>,
  );
}
