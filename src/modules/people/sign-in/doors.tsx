import { ActionForm, Card, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import type { DemonstrationDoor } from "./demonstration.ts";

type Door = { view: View; next: string | undefined };

/** The way in for agents, through the provider the operator chose. */
export const ProviderDoor = (props: Door & { provider: string }) => (
  <section class="flow push" aria-labelledby="agents">
    <h2 id="agents">{props.view.t("people:provider.title")}</h2>
    <ActionForm
      view={props.view}
      kind="secondary"
      icon="key"
      action={props.view.href(urls.provider)}
      fields={props.next ? { suite: props.next } : {}}
    >
      {props.view.t("people:provider.do", { provider: props.provider })}
    </ActionForm>
  </section>
);

/** One card for each invented person, on the machine that runs the demonstration. */
export function DemonstrationDoors(props: Door & { doors: readonly DemonstrationDoor[] }) {
  const { view, next, doors } = props;
  const { t } = view;
  return (
    <section class="flow push" aria-labelledby="demonstration">
      <h2 id="demonstration">{t("people:demonstration.title")}</h2>
      <p>{t("people:demonstration.words")}</p>
      <ul class="grid plain">
        {doors.map(({ part, name }) => (
          <li>
            <Card>
              <p>
                {name}
                <br />
                <span class="soft">{t(`people:part.${part}.does`)}</span>
              </p>
              <ActionForm
                view={view}
                kind="secondary"
                icon="key"
                action={view.href(urls.demonstration)}
                fields={{ role: part, ...(next ? { suite: next } : {}) }}
              >
                {t("people:demonstration.enter", { part: t(`people:part.${part}.name`) })}
              </ActionForm>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
