import { Button, HiddenField, type View } from "../../../ui/index.ts";
import type { ButtonKind } from "../../../ui/form.tsx";

/**
 * A button that asks the device who is there. A script shows it when the browser can, and fills in the device's answer:
 * without script, or in a browser that cannot, it stays out of sight.
 */
export function DeviceForm(props: {
  view: View;
  /** Where the challenge is asked, and where the answer goes. */
  challenge: string;
  action: string;
  kind?: ButtonKind;
  next?: string | undefined;
  words: string;
}) {
  const { view } = props;
  const offer = {
    challenge: view.href(props.challenge),
    words: {
      waiting: view.t("people:device.waiting"),
      given_up: view.t("people:device.given_up"),
      already: view.t("people:device.already"),
      failed: view.t("people:device.failed"),
    },
  };
  return (
    <form
      class="device"
      method="post"
      action={view.href(props.action)}
      data-device={JSON.stringify(offer)}
      hidden
    >
      <input type="hidden" name="_key" value={view.formKey} />
      <HiddenField name="reponse" value="" />
      {props.next && <HiddenField name="suite" value={props.next} />}
      <Button icon="key" kind={props.kind}>
        {props.words}
      </Button>
      <output></output>
      <script type="module" src={view.asset("device-key.js")}></script>
    </form>
  );
}
