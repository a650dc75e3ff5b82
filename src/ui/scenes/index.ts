export { BrokenScene, LostScene, NothingFoundScene } from "./absent.tsx";
export { PortraitScene } from "./portrait.tsx";
export { DoneScene, RestScene } from "./present.tsx";
export { WelcomeScene } from "./welcome.tsx";
