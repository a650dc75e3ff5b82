import { longDay } from "../../../ui/dates.ts";
import {
  ActionForm,
  Actions,
  Button,
  Facts,
  Form,
  French,
  RadioGroup,
  type View,
} from "../../../ui/index.ts";
import { dayOf } from "../../../platform/clock.ts";
import { keptPage } from "../members/frame.tsx";
import { toolName, type Tool } from "./list.ts";
import {
  named,
  NoConnection,
  stateOf,
  toolsBase,
  Waiting,
  type ToolsSeen,
} from "./tools-waiting.tsx";
import type { Need } from "./queries.ts";
import { toolStates } from "./rules.ts";

/** What an association has of the essential tools, lacks or does not need: one short form, and what it waits for. */
export function toolsPage(view: View, seen: ToolsSeen): string {
  const { t } = view;
  const { keeper } = seen;
  const shown = seen.tools.filter(({ removed }) => !removed);
  const open = seen.needs.filter(({ closedAt }) => !closedAt);
  const closed = seen.needs.filter(({ closedAt }) => closedAt);
  return keptPage(
    view,
    keeper,
    { title: t("tools:title"), wrong: Object.keys(seen.form.errors).length > 0 },
    <>
      <p class="lead">{t(`tools:lead.${keeper.side}`)}</p>
      {seen.writes && <NoConnection view={view} seen={seen} open={open} />}
      <Waiting view={view} seen={seen} open={open} />
      {keeper.side === "space" && seen.added}
      {seen.writes ? (
        <Answers view={view} seen={seen} shown={shown} />
      ) : (
        <Facts
          view={view}
          facts={shown.map((tool) => ({
            term: toolName(t, tool),
            value: stateOf(view, seen, tool.code),
          }))}
        />
      )}
      {keeper.side === "desk" && seen.added}
      {closed.length > 0 && (
        <section class="flow push">
          <h2>{t("tools:answered.title")}</h2>
          <ul>
            {closed.map((need) => (
              <li>
                <Answered view={view} seen={seen} need={need} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

function Answers({ view, seen, shown }: { view: View; seen: ToolsSeen; shown: readonly Tool[] }) {
  const { t, href } = view;
  return (
    <Form view={view} form={seen.form} action={href(toolsBase(seen.keeper))}>
      {shown.map((tool) => (
        <RadioGroup
          view={view}
          form={seen.form}
          name={`tool-${tool.code}`}
          label={toolName(t, tool)}
          hint={
            seen.answers.some((one) => one.tool === tool.code)
              ? stateOf(view, seen, tool.code)
              : undefined
          }
          optional="silent"
          grid
          options={toolStates.map((value) => ({
            value,
            label: t(`tools:choice.${seen.keeper.side}.${value}`),
          }))}
        />
      ))}
      <Actions>
        <Button icon="done">{t("tools:save")}</Button>
      </Actions>
    </Form>
  );
}

/** How a need was answered; while the tool still lacks, the association may ask again. */
function Answered({ view, seen, need }: { view: View; seen: ToolsSeen; need: Need }) {
  const { t, href, lang } = view;
  const { tool, closedAt, closedHow } = need;
  const lacks = seen.answers.some((one) => one.tool === tool && one.state === "lacks");
  const waits = seen.needs.some((one) => one.tool === tool && !one.closedAt);
  return (
    <>
      {named(view, seen, tool)} : {t(`tools:closed.${closedHow ?? "other"}`)},{" "}
      {t("tools:answered.on", { day: longDay(lang, dayOf(closedAt ?? need.at)) })}
      {need.words && (
        <p class="prose">
          <French view={view}>{need.words}</French>
        </p>
      )}
      {seen.answeredBy.has(need.id) && <p>{seen.answeredBy.get(need.id)}</p>}
      {seen.writes && lacks && !waits && (
        <ActionForm
          view={view}
          action={href(`${toolsBase(seen.keeper)}/besoin`)}
          fields={{ tool }}
          kind="quiet"
          icon="undo"
        >
          {t(`tools:again.${seen.keeper.side}`)}
        </ActionForm>
      )}
    </>
  );
}
