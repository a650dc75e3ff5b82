import { Scene } from "./frame.tsx";

/** Somebody at the desk, for a commune that has not put a photograph of its own people. */
export const PortraitScene = () => (
  <Scene size="120 120">
    <circle class="d-tint d-flat" cx="60" cy="60" r="60" />
    <path
      class="d-ink"
      d="M36 62C28 28 48 20 62 21c22 1 32 18 24 42 4 12 2 20-4 26H40c-8-6-8-18-4-27Z"
    />
    <path class="d-main" d="M18 112c2-18 16-26 34-27h18c18 1 30 9 33 27-24 10-62 10-85 0Z" />
    <path class="d-skin1" d="M52 78c0 6 0 8-2 10 6 8 16 8 21 0-2-2-2-4-2-10Z" />
    <path class="d-skin1" d="M42 54c-2 20 8 31 19 31s20-11 18-31c-2-6-6-9-9-10-8 6-18 8-28 10Z" />
    <path class="d-face" d="M53 72c4 5 11 5 15 0M50 60v2M71 60v2" />
    <path class="d-thread d-thin" d="M48 88c6 12 20 12 26 0" />
    <path class="d-sun" d="M84 96c4-1 8-1 12 1l-2 10c-4 1-7 1-10 0Z" />
  </Scene>
);
