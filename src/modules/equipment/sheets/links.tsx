import { Actions, ButtonLink, type View } from "../../../ui/index.ts";
import { formats } from "./file.ts";

/** The same lines as files, each link saying of what; on paper too when there is a document. */
export function FileLinks(props: {
  view: View;
  about: string;
  path: (format: string) => string;
  pdf?: boolean;
}) {
  const { t } = props.view;
  const offered = props.pdf ? (["pdf", ...formats] as const) : formats;
  return (
    <Actions>
      {offered.map((format) => (
        <ButtonLink
          kind="secondary"
          icon={format === "pdf" ? "print" : "download"}
          href={props.path(format)}
        >
          {t(`inkind:file.${format}`)}
          <span class="sr"> {props.about}</span>
        </ButtonLink>
      ))}
    </Actions>
  );
}
