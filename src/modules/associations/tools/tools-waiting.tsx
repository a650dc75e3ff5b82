import type { ComponentChildren } from "preact";
import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../../ui/dates.ts";
import { ActionForm, Alert, French, type FormState, type View } from "../../../ui/index.ts";
import type { Keeper } from "../members/keeper.ts";
import { urls } from "../urls.ts";
import { toolName, type Tool } from "./list.ts";
import type { Need, ToolAnswer } from "./queries.ts";

export type ToolsSeen = {
  keeper: Keeper;
  /** Whether they may answer. */
  writes: boolean;
  tools: readonly Tool[];
  answers: readonly ToolAnswer[];
  needs: readonly Need[];
  /** What answered some needs, by need. */
  answeredBy: ReadonlyMap<string, ComponentChildren>;
  form: FormState;
  /** What other rooms have for what lacks. */
  added: readonly ComponentChildren[];
};

/** Address of the tools of an association, on the side it is read from. */
export const toolsBase = ({ side, association }: Keeper): string =>
  side === "desk" ? urls.tools(association.id) : urls.spaceTools(association.id);

const name = (view: View, tool: Tool) =>
  tool.name ? <French view={view}>{tool.name}</French> : toolName(view.t, tool);

export const named = (view: View, { tools }: ToolsSeen, code: string) =>
  name(view, tools.find((tool) => tool.code === code) ?? { code, name: code, category: null, removed: true }); // prettier-ignore

/** "Il nous manque, dit le 3 mars 2026 par Odette". */
export function stateOf({ t, lang }: View, { answers }: ToolsSeen, code: string): string {
  const said = answers.find(({ tool }) => tool === code);
  if (!said) return t("tools:notSaid");
  return t(said.by ? "tools:saidBy" : "tools:said", {
    state: t(`tools:state.${said.state}`),
    day: longDay(lang, dayOf(said.at)),
    name: said.by ?? "",
  });
}

/** The need most associations have first, in one tap. */
export function NoConnection({
  view,
  seen,
  open,
}: {
  view: View;
  seen: ToolsSeen;
  open: readonly Need[];
}) {
  const { t, href } = view;
  const offered = seen.tools.some(({ code, removed }) => code === "connection" && !removed);
  const said = seen.answers.find(({ tool }) => tool === "connection");
  if (!offered || said?.state === "no_need" || said?.state === "has") return null;
  if (open.some(({ tool }) => tool === "connection")) return null;
  return (
    <ActionForm
      view={view}
      action={href(`${toolsBase(seen.keeper)}/besoin`)}
      fields={{ tool: "connection" }}
      kind="secondary"
      icon="web"
    >
      {t(`tools:noConnection.${seen.keeper.side}`)}
    </ActionForm>
  );
}

/** What the association waits for; at the town hall, each leads to where it is answered. */
export function Waiting({
  view,
  seen,
  open,
}: {
  view: View;
  seen: ToolsSeen;
  open: readonly Need[];
}) {
  const { t, href, lang } = view;
  if (!open.length) return null;
  const desk = seen.keeper.side === "desk";
  return (
    <Alert view={view} kind="warning" title={t(`tools:waiting.${seen.keeper.side}`)}>
      <ul>
        {open.map((need) => (
          <li>
            {desk ? (
              <a href={href(urls.need(need.associationId, need.id))}>
                {named(view, seen, need.tool)}
              </a>
            ) : (
              named(view, seen, need.tool)
            )}
            , {t("tools:since", { day: longDay(lang, dayOf(need.at)) })}
          </li>
        ))}
      </ul>
      {!desk && (
        <p>
          <a href={href("/materiel")}>{t("tools:borrow")}</a>
        </p>
      )}
    </Alert>
  );
}
