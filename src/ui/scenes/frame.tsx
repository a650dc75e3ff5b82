import type { ComponentChildren } from "preact";

/** A drawing that says nothing words do not say: hidden from screen readers, coloured by the theme. */
export const Scene = (props: { size: string; children: ComponentChildren }) => (
  <svg class="scene" viewBox={`0 0 ${props.size}`} aria-hidden="true" focusable="false">
    {props.children}
  </svg>
);
