import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import type { View } from "./view.ts";

export type Tone = "info" | "success" | "warning" | "error";

const icons: Record<Tone, IconName> = {
  info: "info",
  success: "done",
  warning: "warning",
  error: "error",
};

/** A message that stands out, with its kind said in words for those who do not see its colour. */
export function Alert(props: {
  view: View;
  kind: Tone;
  title?: string | undefined;
  children?: ComponentChildren;
}) {
  const { view, kind, title } = props;
  return (
    <div class={`alert alert-${kind}`}>
      <Icon name={icons[kind]} />
      <div class="alert-body">
        <span class="sr">{view.t(`ui:alert.${kind}`)}</span>
        {title && <p class="alert-title">{title}</p>}
        {props.children}
      </div>
    </div>
  );
}

/** Why what was asked was not done, when no field is at fault; read first. Nothing when it was done. */
export const Refused = ({ view, sentence }: { view: View; sentence: string | undefined }) =>
  sentence ? (
    <div role="alert" tabIndex={-1} data-focus>
      <Alert view={view} kind="error">
        <p>{sentence}</p>
      </Alert>
    </div>
  ) : null;

/** A short state with its own drawing and word: "À jour", "À confirmer". */
export function Tag(props: { tone?: Tone; icon?: IconName; children: ComponentChildren }) {
  const icon = props.icon ?? (props.tone && icons[props.tone]);
  return (
    <span class={props.tone ? `tag tag-${props.tone}` : "tag"}>
      {icon && <Icon name={icon} />}
      {props.children}
    </span>
  );
}
