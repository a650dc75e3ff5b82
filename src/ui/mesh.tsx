/** The woven line: the motif of the site, used sparingly (under the header, above the footer, between two parts of a home page). */
export const MeshMotif = () => <div class="mesh" aria-hidden="true" />;

/** The emblem shown when the commune has no logo: four strands woven over and under. */
export function MeshMark() {
  return (
    <svg
      class="mark"
      viewBox="0 0 48 48"
      width="48"
      height="48"
      aria-hidden="true"
      focusable="false"
    >
      <path class="d-mark1" d="M16 5V24M16 40v3M32 5v3M32 24V43" />
      <path class="d-mark2" d="M5 16h3M24 16H43M5 32H24M40 32h3" />
    </svg>
  );
}
