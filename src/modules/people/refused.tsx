import { Alert, type View } from "../../ui/index.ts";

/** Why what was asked was not done, when no field is at fault; read first. */
export const Refused = ({ view, sentence }: { view: View; sentence: string | undefined }) =>
  sentence ? (
    <div role="alert" tabIndex={-1} data-focus>
      <Alert view={view} kind="error">
        <p>{sentence}</p>
      </Alert>
    </div>
  ) : null;
