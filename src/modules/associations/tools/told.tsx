import type { ComponentChildren } from "preact";
import { Icon, Tag, type View } from "../../../ui/index.ts";
import { urls } from "../urls.ts";
import { isHouseTool, toolStates, type ToolState } from "./rules.ts";

const words = ({ t }: View, value: unknown): string => {
  if (value === "open") return t("tools:reopened");
  if (typeof value !== "string") return t("registry:history.nothing");
  return toolStates.includes(value as ToolState)
    ? t(`tools:state.${value as ToolState}`)
    : t(`tools:closed.${value as "loan"}`);
};

/** What was said of a tool, or done about a need, in a line of history. */
export function toolTold(view: View, key: string, old: unknown, now: unknown) {
  const [, kind, code = ""] = /^(tool|need):([a-z0-9_]+)$/.exec(key) ?? [];
  if (!kind) return undefined;
  const field = isHouseTool(code) ? view.t(`tools:tool.${code}`) : code.replaceAll("_", " ");
  return { field, old: words(view, old), now: words(view, now) };
}

/** On the page of an association at the town hall: what it waits for, and the way to its tools. */
export function ToolsLately(props: {
  view: View;
  id: string;
  waiting: readonly { id: string; words: string }[];
  /** What other rooms have for what lacks. */
  added: readonly ComponentChildren[];
}) {
  const { view, id, waiting, added } = props;
  const { t, href } = view;
  return (
    <section class="flow push">
      <h2 id="outils">{t("tools:title")}</h2>
      {waiting.length > 0 && (
        <p>
          {t("tools:waiting.desk")}{" "}
          {waiting.map((need) => (
            <a href={href(urls.need(id, need.id))}>
              <Tag tone="warning">{need.words}</Tag>
            </a>
          ))}
        </p>
      )}
      {added}
      <p>
        <a class="icon-line" href={href(urls.tools(id))}>
          <Icon name="tasks" /> {t("toolsdesk:see")}
        </a>
      </p>
    </section>
  );
}
