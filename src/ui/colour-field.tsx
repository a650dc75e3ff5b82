import { control, Frame, type FieldProps } from "./fields.tsx";

/** A colour, chosen with the browser's own palette; it sends `#rrggbb`. */
export function ColourField(props: FieldProps) {
  const value = props.form.values[props.name];
  return (
    <Frame {...props}>
      <input
        {...control(props)}
        class="input input-colour"
        type="color"
        name={props.name}
        value={typeof value === "string" ? value : "#000000"}
      />
    </Frame>
  );
}
